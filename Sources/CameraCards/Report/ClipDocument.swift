internal import ClipMetadata
public import FileTree

/// All that is known of a roll's clips, as one document that programs read; documented in `docs/json.md`.
public struct ClipDocument: Hashable, Sendable, Codable {
    /// `rushes-clips/1`.
    public var schema = "rushes-clips/1"
    /// The roll's path below the destination.
    public let roll: String
    /// What the card is: one for each layout.
    public let cards: [CardLine]
    /// Its clips.
    public let clips: [ClipLine]
    /// What is wrong.
    public let findings: [CardFindingLine]
    /// Files that could not be read or understood.
    public let unread: [UnreadLine]
    /// What could not be looked at at all.
    public let remarks: [String]

    /// Puts a report down.
    public init(_ report: CardReport, of roll: RelativePath) {
        self.roll = roll.description
        cards = report.cardLines
        clips = report.clips.map { ClipLine($0, on: report.card.tree) }
        findings = report.findings.map(CardFindingLine.init)
        unread = report.unreadLines
        remarks = report.remarks
    }
}

extension CardReport {
    /// Files that could not be read or understood, and folders that could not be looked into.
    public var unreadLines: [UnreadLine] {
        let folders = card.tree.tree.unreadable.map { MetadataError(.disk, at: $0.place.description, "\($0)") }
        return (unread + folders).map(UnreadLine.init)
    }
}
