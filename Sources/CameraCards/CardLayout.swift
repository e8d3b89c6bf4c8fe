public import FileTree

/// How sure a recognition is.
public enum Confidence: String, Hashable, Sendable, Codable, Comparable {
    /// Names alone speak for it.
    case guess
    /// The folders speak for it, or the marks come from no maker's document.
    case likely
    /// A mark that no other maker writes.
    case certain

    /// Orders from guess to certain.
    public static func < (one: Confidence, other: Confidence) -> Bool { one.order < other.order }

    private var order: Int {
        switch self {
        case .guess: 0
        case .likely: 1
        case .certain: 2
        }
    }
}

/// One family's part of a card: a card may hold several.
public struct CardLayout: Hashable, Sendable {
    /// Which family.
    public let family: CardFamily
    /// The folder it starts in; the card's root, or a folder below it.
    public let root: RelativePath
    /// How sure this is.
    public let confidence: Confidence
    /// Why, as clauses: `there is XDROOT/MEDIAPRO.XML`.
    public let reasons: [String]
    /// The reel or magazine by the card's own marks; nil where nothing on it says.
    public let reel: String?
    /// Folders inside which nothing may be renamed, moved or left out.
    public let sealed: [RelativePath]
    /// The folders whose files are this layout's: `DCIM/100APPLE` of a card where `DCIM/100MSDCF` is another's.
    public let folders: [RelativePath]

    /// Puts an answer together; where no folders are named, all that lies in the root is the layout's.
    public init(
        _ family: CardFamily, at root: RelativePath = .root, _ confidence: Confidence, because reasons: [String],
        reel: String? = nil, sealed: [RelativePath] = [], folders: [RelativePath]? = nil
    ) {
        self.family = family
        self.root = root
        self.confidence = confidence
        self.reasons = reasons
        self.reel = reel
        self.sealed = sealed
        self.folders = folders ?? [root]
    }

    /// Whether what lies at a path is this layout's.
    public func claims(_ path: RelativePath) -> Bool { folders.contains { path.lies(within: $0) } }
}
