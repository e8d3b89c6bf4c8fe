/// What one family's card looks like, and how its clips are put together: one file for each family.
///
/// Both questions are answered from names, sizes and the card's own small index files. Pictures are never opened; of
/// sound the heads are read, because nothing else says which files were recorded together.
public protocol LayoutRule: Sendable {
    /// The family.
    static var family: CardFamily { get }
    /// The places on the card that are this family's; none where there is no mark of it.
    static func layouts(on card: CardTree) -> [CardLayout]
    /// The same for a rule that takes only what the families before it left: `found` is theirs.
    ///
    /// Recognition asks this. Who asks for nothing but marks of one maker writes ``layouts(on:)`` alone.
    static func layouts(on card: CardTree, besides found: [CardLayout]) -> [CardLayout]
    /// The clips of one of these places, and what is wrong with them.
    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips
}

extension LayoutRule {
    /// Marks of one maker are his whatever else is on the card.
    public static func layouts(on card: CardTree, besides found: [CardLayout]) -> [CardLayout] { layouts(on: card) }
}

/// The clips of one layout and what is wrong with them.
public struct LayoutClips: Sendable {
    /// The clips, in the order they were recorded as far as names tell.
    public var clips: [Clip] = []
    /// What is wrong.
    public var findings: [CardFinding] = []
    /// The numbers of files that belong to the layout and to no one clip: indexes, folders' settings, clock files.
    public var shared: Set<Int> = []

    /// Nothing yet.
    public init() {}
}
