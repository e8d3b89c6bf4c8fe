public import FileTree

/// A card, or a roll, as its layouts tell: what wrote it, its clips, and what is wrong with them.
///
/// Known from names, sizes and the card's own small files, before a byte is copied.
public struct Card: Sendable {
    /// One family's part of it.
    public struct Part: Sendable {
        /// What was recognised.
        public let layout: CardLayout
        /// Its clips and what is wrong with them.
        public let content: LayoutClips
    }

    /// What lies on it.
    public let tree: CardTree
    /// Its parts; none for a plain folder.
    public let parts: [Part]
    /// What is wrong, of all parts and between them.
    public let findings: [CardFinding]

    /// Recognises it.
    public init(_ tree: CardTree) {
        let parts = Recognition.layouts(on: tree).map { layout in
            Part(layout: layout, content: Recognition.clips(of: layout, on: tree))
        }
        self.init(tree, parts, besides: [])
    }

    private init(_ tree: CardTree, _ parts: [Part], besides folders: [RelativePath]) {
        self.tree = tree
        self.parts = parts
        let clips = parts.flatMap(\.content.clips)
        // A plain folder has no clips that its files could belong to.
        let loose = parts.isEmpty ? nil : LooseMedia(on: tree, besides: parts, folders).finding
        findings =
            parts.flatMap(\.content.findings)
            + DuplicateReels(among: [DuplicateReels.Card(tree.label, tree, clips: clips)]).findings
            + (loose.map { [$0] } ?? []) + (parts.isEmpty ? PlainFrames.findings(on: tree) : [])
    }

    /// The same card, where these folders in it are cards of their own.
    func besides(_ folders: [RelativePath]) -> Card { folders.isEmpty ? self : Card(tree, parts, besides: folders) }

    /// Looks at a folder, which is called `label` where it comes from.
    public init(on disk: any ReadableDisk, label: String) throws(DiskError) {
        self.init(CardTree(try TreeWalk.snapshot(of: disk), on: disk, label: label))
    }

    /// The clips of all parts.
    public var clips: [Clip] { parts.flatMap(\.content.clips) }

    /// The reel, where all parts that name one name the same.
    public var reel: String? { sole(parts.compactMap(\.layout.reel)) }

    /// The camera's letter, where all clips that name one name the same.
    public var camera: String? { sole(clips.compactMap(\.grammar?.camera)) }

    /// The maker, where all parts are of one.
    public var make: String? {
        let makers = parts.map(\.layout.family.maker)
        return makers.contains(nil) ? nil : sole(makers.compactMap(\.self))
    }

    /// The part that a path belongs to: the one whose folder lies deepest above it, else the first.
    func part(of path: RelativePath) -> Int {
        let around = parts.indices.filter { path.lies(within: parts[$0].layout.root) }
        return around.max { parts[$0].layout.root.bytes.count < parts[$1].layout.root.bytes.count } ?? 0
    }

    private func sole(_ values: [String]) -> String? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}
