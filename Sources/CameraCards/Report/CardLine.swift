internal import FileTree
internal import MediaTime

/// One layout of a card, for programs; documented in `docs/json.md`.
public struct CardLine: Hashable, Sendable, Codable {
    /// `card`.
    public var type = "card"
    /// The family's stable name; `plain-folder` where no camera's card was recognised.
    public let layout: String
    /// The family's name for people.
    public let title: String
    /// The folder it starts in; `.` for the card's root.
    public let root: String
    /// How sure this is; none for a plain folder.
    public let confidence: String?
    /// Why.
    public let reasons: [String]
    /// The reel, where the card says.
    public let reel: String?
    /// Folders inside which nothing may be renamed, moved or left out.
    public let sealed: [String]
    /// How many clips.
    public let clips: Int
    /// How long those run together whose length is known, in seconds; nil where none is.
    public let seconds: Double?

    /// Tells of one part of a card.
    public init(_ part: Card.Part, _ records: ArraySlice<ClipRecord>? = nil) {
        layout = part.layout.family.rawValue
        title = part.layout.family.title
        root = part.layout.root.description
        confidence = part.layout.confidence.rawValue
        reasons = part.layout.reasons
        reel = part.layout.reel
        sealed = part.layout.sealed.map(\.description)
        clips = part.content.clips.count
        seconds = records.flatMap { $0.contains { $0.length != nil } ? $0.length.approximate : nil }
    }

    /// Tells that no layout was recognised.
    public init(plainFolderWith files: Int) {
        layout = CardLine.plainFolder
        title = "Plain folder"
        root = RelativePath.root.description
        confidence = nil
        reasons = ["no camera's or recorder's layout was recognised among \(files) files"]
        reel = nil
        sealed = []
        clips = 0
        seconds = nil
    }

    /// The name of what is nobody's card.
    public static let plainFolder = "plain-folder"
}

extension Card {
    /// A line for each layout, without the length of its clips.
    public var lines: [CardLine] {
        parts.isEmpty ? [CardLine(plainFolderWith: fileCount)] : parts.map { CardLine($0) }
    }

    /// How many files lie on it, those of systems and histories included.
    public var fileCount: Int { tree.tree.entries.count { $0.kind == .file } }
}

extension CardReport {
    /// A line for each layout.
    public var cardLines: [CardLine] {
        card.parts.isEmpty ? card.lines : card.parts.indices.map { CardLine(card.parts[$0], clips(ofPart: $0)) }
    }
}
