public import FileTree

/// Something that a rule found: a statement, never an error.
public struct Finding: Hashable, Sendable {
    /// The id of the rule: `N6`; `expect`, `backup`, `ledger` for what runs without one.
    public let rule: String
    /// What kind of finding.
    public let code: FindingCode
    /// How much it matters here.
    public let severity: Severity
    /// What it is about, below the folder; for a sequence its first frame, the root for the whole folder.
    public let path: RelativePath
    /// How the name is shown where it is about a sequence, raw bytes: `shot_v001.[1001-1100].exr`; nil for a single file.
    public let sequence: [UInt8]?
    /// Which bytes of `path` are wrong; nil where no single place is.
    public let marked: Range<Int>?
    /// What is wrong, with a full stop.
    public let sentence: String
    /// What to do, with a full stop.
    public let nextStep: String
    /// The name it could have; only ever a suggestion, never below a sealed folder.
    public let suggestion: String?
    /// Other files that it is about, below the folder.
    public let others: [RelativePath]

    /// Its path as people read it, raw bytes, a sequence with the numbers of all its frames.
    public var place: [UInt8] {
        guard let sequence else { return path.isRoot ? Array(".".utf8) : path.bytes }
        return path.parent.isRoot ? sequence : path.parent.bytes + [UInt8(ascii: "/")] + sequence
    }

    /// Why findings of this kind matter.
    public var why: String { code.why }

    /// What is to be done where no name can be suggested.
    static let askForName = "Ask whoever made it for a name that follows the rule."

    /// The same without a name that it could have.
    var withoutSuggestion: Finding {
        Finding(
            rule: rule, code: code, severity: severity, path: path, sequence: sequence, marked: marked,
            sentence: sentence, nextStep: Finding.askForName, suggestion: nil, others: others)
    }
}
