public import ClipMetadata

/// What is known of one file, for programs; documented in `docs/json.md`.
public struct ProbedFileLine: Hashable, Sendable, Codable {
    /// `file`.
    public var type = "file"
    /// The file as the person wrote it.
    public let path: String
    /// `complete`, `cut-short`, `unclosed`, `damaged`, `unknown`; none for sidecars.
    public let completeness: String?
    /// What is missing or broken, as a clause.
    public let problem: String?
    /// By field: everybody who spoke of it, who is believed first.
    public let metadata: [String: [ClipLine.Value]]
    /// The fields about which those who spoke disagree.
    public let conflicts: [String]

    /// Tells of a file.
    public init(_ report: FileReport) {
        path = report.argument
        completeness = report.completeness?.name
        problem = report.completeness?.sentence
        metadata = ClipLine.values(report.metadata, report.trust)
        conflicts = MetadataField.all.filter { $0.isComparable && $0.isConflicting(report.metadata) }.map(\.name)
    }
}

extension Completeness {
    /// A stable name.
    public var name: String {
        switch self {
        case .complete: "complete"
        case .cutShort: "cut-short"
        case .unclosed: "unclosed"
        case .damaged: "damaged"
        case .unknown: "unknown"
        }
    }

    /// What is missing or broken, or why nothing is known; nil for what is complete.
    public var sentence: String? {
        switch self {
        case .complete: nil
        case .cutShort(let sentence), .unclosed(let sentence), .damaged(let sentence), .unknown(let sentence): sentence
        }
    }
}
