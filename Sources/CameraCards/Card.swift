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
    /// Media that belong to no clip, each file and each sequence of frames as a clip of nobody's: of their families
    /// nothing is true but whether it is one of sound.
    public let loose: [Clip]
    /// The one finding that tells of all loose files together; nil where there are none, and in a plain folder.
    public let looseFinding: CardFinding?
    /// What is the matter with loose media besides: those that are smaller copies and in no list, those that are empty.
    public let looseRemarks: [CardFinding]

    /// Recognises it.
    public init(_ tree: CardTree) { self.init(tree, Recognition.layouts(on: tree)) }

    /// The same where the layouts are known already.
    init(_ tree: CardTree, _ layouts: [CardLayout]) {
        let parts = layouts.map { layout in
            Part(layout: layout, content: Recognition.clips(of: layout, on: tree))
        }
        self.init(tree, parts, besides: [])
    }

    private init(_ tree: CardTree, _ parts: [Part], besides folders: [RelativePath]) {
        self.tree = tree
        self.parts = parts
        let clips = parts.flatMap(\.content.clips)
        let loose = LooseMedia(on: tree, besides: parts, folders)
        self.loose = loose.clips
        // A plain folder has no clips that its files could belong to.
        looseFinding = parts.isEmpty ? nil : loose.finding
        looseRemarks = [loose.proxyFinding, loose.emptyFinding].compactMap(\.self)
        findings =
            parts.flatMap(\.content.findings)
            + DuplicateReels(among: [DuplicateReels.Card(tree.label, tree, clips: clips)]).findings
            + (looseFinding.map { [$0] } ?? [])
            + (parts.isEmpty ? loose.sequences.flatMap(PlainFrames.findings) : [])
    }

    /// The same card, where these folders in it are cards of their own.
    func besides(_ folders: [RelativePath]) -> Card { folders.isEmpty ? self : Card(tree, parts, besides: folders) }

    /// A plain folder around cards, which are in it and none of its business.
    init(plain tree: CardTree, besides folders: [RelativePath]) { self.init(tree, [], besides: folders) }

    /// Looks at a folder, which is called `label` where it comes from.
    public init(on disk: any ReadableDisk, label: String) throws(DiskError) {
        self.init(CardTree(try TreeWalk.snapshot(of: disk), on: disk, label: label))
    }

    /// The clips of all parts.
    public var clips: [Clip] { parts.flatMap(\.content.clips) }

    /// The reel, where all parts that name one name the same.
    public var reel: String? { sole(reels) }

    /// The reels that its parts name, each once.
    public var reels: [String] { distinct(parts.compactMap(\.layout.reel)) }

    /// The camera's letter, where all clips that name one name the same.
    public var camera: String? { sole(clips.compactMap(\.grammar?.cameraIndex)) }

    /// The maker, where all parts whose layout tells one are of the same: stills beside clips tell none.
    public var make: String? { sole(makers) }

    /// Who made what wrote it, as far as layouts tell, each once.
    public var makers: [String] { distinct(parts.compactMap(\.layout.family.maker)) }

    /// How many of some places belong to each part: the one whose folder lies deepest above it, else the first.
    func counts(of places: [RelativePath]) -> [Int] {
        let roots = Dictionary(parts.enumerated().map { ($0.element.layout.root, $0.offset) }) { first, _ in first }
        var counts = parts.map { _ in 0 }
        for place in places where !counts.isEmpty {
            let around = sequence(first: place) { $0.isRoot ? nil : $0.parent }
            counts[around.lazy.compactMap { roots[$0] }.first ?? 0] += 1
        }
        return counts
    }

    private func distinct(_ values: [String]) -> [String] {
        values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func sole(_ values: [String]) -> String? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}
