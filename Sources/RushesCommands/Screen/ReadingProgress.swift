internal import FileTree

/// How far one reading is, for people.
struct ReadingProgress {
    private var status: StatusLines
    private var meter = RateMeter()
    private var lastShown = Machine.ticks

    /// Nanoseconds between two drawings on a terminal: small files come faster than anybody reads.
    private static let betweenDrawings: Int64 = 200_000_000

    init(_ terminal: Terminal) {
        status = StatusLines(terminal)
    }

    /// Starts anew: another card or copy is read.
    mutating func begin() {
        clear()
        meter = RateMeter()
        lastShown = Machine.ticks
    }

    mutating func show(_ read: ByteCount, of size: ByteCount) {
        let now = Machine.ticks
        meter.add(read: read.bytes, at: now)
        guard now - lastShown >= (status.areWatched ? Self.betweenDrawings : StatusLines.betweenLines) else { return }
        lastShown = now
        status.draw(["\(read) of \(size) read" + meter.words(bytesLeft: max(0, size.bytes - read.bytes))])
    }

    /// Takes the line away, so that what is said next stands where it stood.
    mutating func clear() { status.clear() }
}
