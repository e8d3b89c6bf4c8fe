internal import FileTree

/// What is said to people while files are read: talk, and how far it came.
struct ReadProgress {
    private let talk: Terminal
    private var reading: ReadingProgress
    private var isStopping = false

    init(_ talk: Terminal) {
        self.talk = talk
        reading = ReadingProgress(talk)
    }

    /// Reading starts.
    mutating func begin() { reading.begin() }

    /// So much has been read.
    mutating func show(_ read: ByteCount, of size: ByteCount) { reading.show(read, of: size) }

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
    mutating func clear() { reading.clear() }
}
