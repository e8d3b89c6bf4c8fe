public import ClipMetadata
internal import FileTree

/// Something a person should know of a card, for programs; documented in `docs/json.md`.
public struct CardFindingLine: Hashable, Sendable, Codable {
    /// `finding`.
    public var type = "finding"
    /// What kind.
    public let code: String
    /// `error`, `warning` or `note`.
    public let severity: String
    /// The file or folder.
    public let place: String
    /// What is so, as a sentence.
    public let message: String
    /// What to do about it, as a sentence.
    public let next: String

    /// Tells of a finding.
    public init(_ finding: CardFinding) {
        code = finding.code.rawValue
        severity = finding.severity.rawValue
        place = finding.place.description
        message = finding.sentence
        next = finding.nextStep
    }
}

/// A file that could not be read or understood, for programs; documented in `docs/json.md`.
public struct UnreadLine: Hashable, Sendable, Codable {
    /// `unread`.
    public var type = "unread"
    /// Why.
    public let code: String
    /// The file.
    public let place: String
    /// What is wrong, as a sentence.
    public let message: String

    /// Tells of a file.
    public init(_ error: MetadataError) {
        code = error.code.rawValue
        place = error.place
        message = error.sentence + "."
    }
}
