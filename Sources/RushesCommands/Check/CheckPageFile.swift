internal import EditorLogs
internal import Reports

/// Where the page of a check goes.
struct CheckPageFile {
    /// As the person wrote it.
    let output: LogOutput
    private let writing: LogWriting
    private let name: String

    /// Understands `--html`.
    ///
    /// - Parameter folder: the own name of the folder that is checked; the page is called by it where a folder was named.
    init(_ argument: String, of folder: String, isReplacing: Bool) throws(LogError) {
        output = try LogOutput(argument, endings: ["html", "htm"], of: "--html")
        writing = LogWriting(to: output, isReplacing: isReplacing)
        name = "\(output.logName(or: "\(folder)_check")).html"
    }

    /// What stands in the way of any page there; found before the folder is read, which may take long.
    func obstacles() throws(LogError) -> [LogError] {
        writing.obstacles(to: try output.named([LogFiles.File(name, [])]), besides: [])
    }

    /// Writes it.
    func write(_ page: CheckPage) throws(LogError) -> [LogWriting.Written] {
        try writing.write(try output.named([LogFiles.File(name, page.bytes)]))
    }
}
