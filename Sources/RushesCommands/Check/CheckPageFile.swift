internal import EditorLogs
internal import FileTree
internal import NamingRules
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

    /// Makes sure that the page is none of the files that the check reads, and lies in none of its folders.
    ///
    /// - Parameter checked: the folder that is checked, absolute.
    func stayApart(from question: CheckQuestion, in checked: String) throws(CheckArgumentError) {
        let path = "\(output.folder == "/" ? "" : output.folder)/\(output.file ?? name)"
        let files = [
            ("ledger", question.ledger?.file.path), ("rules", question.rules?.place),
            ("list", question.expected?.place),
        ]
        for case (let word, let file?) in files where isOne(path, file) {
            throw refusal("The page would be written over the \(word).")
        }
        if Machine.lies(output.folder, inFolder: checked) {
            throw refusal("The page would lie in the folder that is checked, to which nothing is ever written.")
        }
        if let backup = question.backup, Machine.lies(output.folder, inFolder: backup.argument) {
            throw refusal("The page would lie in the backup, to which nothing is ever written.")
        }
    }

    /// Whether two paths name one file, also where it is not there yet.
    private func isOne(_ path: String, _ file: String) -> Bool {
        // Not every file system tells capitals apart.
        Machine.isSame(path, file) || path.lowercased() == file.lowercased()
    }

    private func refusal(_ sentence: String) -> CheckArgumentError {
        CheckArgumentError(.wrongPlace, at: output.argument, sentence, nextStep: "Choose another place for the page.")
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
