internal import FileTree

/// What is said to people while files are read: talk, and how far it came.
struct ReadProgress {
    private let talk: Terminal
    private var status: StatusLines
    private var meter = RateMeter()
    private var lastShown = Machine.ticks
    private var isStopping = false

    /// Nanoseconds between two drawings on a terminal: small files come faster than anybody reads.
    private static let betweenDrawings: Int64 = 200_000_000

    init(_ talk: Terminal) {
        self.talk = talk
        status = StatusLines(talk)
    }

    /// Starts anew: another card or copy is read.
    mutating func begin() {
        clear()
        lastShown = Machine.ticks
        meter = RateMeter()
        // With the start known, the first news that comes gives a rate.
        meter.add(read: 0, at: lastShown)
    }

    /// So much has been read.
    mutating func show(_ read: ByteCount, of size: ByteCount) {
        let now = Machine.ticks
        meter.add(read: read.bytes, at: now)
        guard now - lastShown >= (status.areWatched ? Self.betweenDrawings : StatusLines.betweenLines) else { return }
        lastShown = now
        let rate = meter.words(bytesLeft: max(0, size.bytes - read.bytes))
        status.draw(Self.lines("\(read) of \(size) read", rate, columns: talk.columns))
    }

    /// One line, or two where one would be cut off at the edge; 0 columns are no terminal, and have no edge.
    static func lines(_ read: String, _ rate: String, columns: Int) -> [String] {
        guard columns > 0, !rate.isEmpty, read.count + rate.count >= columns else { return [read + rate] }
        return [read, String(rate.trimmingPrefix(", "))]
    }

    /// Says a line, above the progress.
    mutating func say(_ text: String) {
        clear()
        talk.write(text + "\n")
    }

    /// Says once that the request for a stop was heard.
    mutating func sayStopping() {
        guard !isStopping else { return }
        isStopping = true
        say("Stopping: waiting for requests that are under way. Once more to leave at once.")
    }

    /// Takes the progress away, so that what is said next stands where it stood.
    mutating func clear() { status.clear() }
}
