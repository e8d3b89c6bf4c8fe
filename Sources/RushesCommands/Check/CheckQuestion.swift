internal import FileTree
internal import Ingest
internal import NamingRules

/// What a check was asked: a folder, and all that it is held against.
struct CheckQuestion {
    /// The folder as the person wrote it.
    let folder: String
    /// The rules; nil for none.
    let rules: RuleFile?
    /// What was published; nil where nobody keeps a ledger.
    var ledger: CheckLedger?
    /// What should be there; nil where nobody said.
    var expected: ExpectedDay?
    /// A folder that should hold the same; nil where none was named.
    var backup: BackupRequest?

    init(folder: String, rules: RuleFile?) {
        (self.folder, self.rules) = (folder, rules)
    }

    /// What the engine is asked.
    ///
    /// - Parameter name: the folder's own name.
    func request(name: String, now: Instant) -> CheckRequest {
        var request = CheckRequest(name: name, rules: rules, now: now)
        (request.ledger, request.expected, request.backup) = (ledger?.request, expected, backup)
        return request
    }

    /// What it was held against: `rules vfx-exchange, ledger /show/published.txt`.
    var words: String { against.map { SafeText.of($0) }.joined(separator: ", ") }

    /// The same, one by one, not made safe for a screen.
    var against: [String] {
        let parts: [(String, String?)] = [
            ("rules", rules?.place), ("list", expected?.place), ("backup", backup?.argument),
            ("ledger", ledger?.file.argument),
        ]
        return parts.compactMap { word, value in value.map { "\(word) \($0)" } }
    }
}

/// A ledger that was named, and what it says.
struct CheckLedger {
    /// Where it lies.
    let file: LedgerFile
    /// What it says, and whether it is to be added to.
    let request: LedgerRequest

    /// Reads it.
    ///
    /// - Parameters:
    ///   - folder: the folder that is checked, in which it must not lie.
    ///   - backup: the backup as the person named it, in which it may lie as long as it is only read.
    init(_ argument: String, outside folder: String, backup: String?, isRecording: Bool) throws(CheckArgumentError) {
        file = try LedgerFile(argument, outside: folder, and: isRecording ? backup : nil)
        request = LedgerRequest(try file.read(isRecording: isRecording), isRecording: isRecording)
    }
}
