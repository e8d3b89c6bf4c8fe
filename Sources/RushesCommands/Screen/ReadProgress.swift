internal import FileTree

/// What is said to people while files are read: talk, and how far it came.
struct ReadProgress {
    private let talk: Terminal
    private var status: StatusLines
    private var meter = RateMeter()
    private var lastShown: Int64 = 0
    private var isStopping = false

    /// Nanoseconds between two drawings on a terminal: small files come faster than anybody reads.
    private static let betweenDrawings: Int64 = 200_000_000

    init(_ talk: Terminal) {
        self.talk = talk
        status = StatusLines(talk)
    }

    /// Reading starts.
    mutating func begin() {
        meter = RateMeter()
        lastShown = Machine.ticks
    }

    /// So much has been read.
    mutating func show(_ read: ByteCount, of size: ByteCount) {
        let now = Machine.ticks
        meter.add(read: read.bytes, at: now)
        guard now - lastShown >= (status.areWatched ? Self.betweenDrawings : StatusLines.betweenLines) else { return }
        lastShown = now
        status.draw(["\(read) of \(size) read" + meter.words(bytesLeft: max(0, size.bytes - read.bytes))])
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

    /// Takes the progress away.
    mutating func clear() { status.clear() }
}
