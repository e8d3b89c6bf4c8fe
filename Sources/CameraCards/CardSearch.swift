public import FileTree

/// The cards and rolls in a folder: the folder itself, or those below it.
public struct CardSearch: Sendable {
    /// One of them.
    public struct Found: Sendable {
        /// Where it lies below the folder that was searched; the root for that folder itself.
        public let path: RelativePath
        /// What is on it.
        public let card: Card
        /// Its disk, with the card's folder as root.
        public let disk: any ReadableDisk
    }

    /// Folders are searched so deep: a production, its day, its unit, its camera, and a roll lie within.
    public static let deepest = 8

    private let tree: TreeSnapshot
    private let disk: any ReadableDisk
    private let label: String
    /// The folders that have a history of their own, and are rolls by that.
    private var sealed: [RelativePath]

    /// Prepares a search of a folder that is called `label`.
    public init(_ tree: TreeSnapshot, on disk: any ReadableDisk, label: String) {
        self.tree = tree
        self.disk = disk
        self.label = label
        sealed = tree.entries.indices.filter { tree.entries[$0].kind == .folder && $0 != 0 }
            .filter { tree.name(of: $0).elementsEqual("ascmhl".utf8) }
            .map { tree.path(of: Int(tree.entries[$0].parent)) }
    }

    /// The cards, by path; the folder itself, as a plain one, where there is none.
    ///
    /// A sealed folder is a roll, whatever is in it; a folder that is recognised is a card. What neither takes is
    /// searched further.
    public var cards: [Found] {
        let whole = CardTree(tree, on: disk, label: label)
        let found = search(0, whole, besides: [], depth: 0)
        return found.isEmpty ? [Found(path: .root, card: Card(whole), disk: disk)] : found
    }

    /// The same besides rolls that are known already, which are not looked into; none where nothing else is a card.
    public func cards(besides known: [RelativePath]) -> [Found] {
        search(0, CardTree(tree, on: disk, label: label), besides: known, depth: 0)
    }

    /// What is recognised as a card or roll; none where nothing is.
    ///
    /// A history makes no roll here, since a delivery has one too, and folders that have one are looked into.
    public var recognised: [Found] {
        var search = self
        search.sealed = []
        return search.cards(besides: [])
    }

    /// What is loose besides these cards, as a plain folder; nil where no media are.
    public func rest(besides known: [RelativePath]) -> Found? {
        let whole = CardTree(tree, on: disk, label: label)
        let ours = whole.folders(in: 0).filter { CardSearch.isOurs($0, in: whole) }.map(whole.path(of:))
        let card = Card(plain: whole, besides: known + ours)
        return card.loose.isEmpty && card.looseRemarks.isEmpty ? nil : Found(path: .root, card: card, disk: disk)
    }

    /// - Parameter taken: folders that belong to cards around this one.
    private func search(_ folder: Int, _ whole: CardTree, besides taken: [RelativePath], depth: Int) -> [Found] {
        let path = tree.path(of: folder)
        guard !taken.contains(where: { path.lies(within: $0) }), depth <= CardSearch.deepest else { return [] }
        // A folder around something that is taken was looked at as a part of that card.
        let isSeen = taken.contains { $0.lies(within: path) }
        var found = isSeen ? nil : card(in: folder, whole)
        if let found, sealed.contains(path) { return [found] }
        let all = taken + (found?.card.parts ?? []).flatMap { part in part.layout.folders.map(path.appending) }
        let deeper = whole.folders(in: folder).filter { !CardSearch.isOurs($0, in: whole) }
            .flatMap { search($0, whole, besides: all, depth: depth + 1) }
        if let around = found {
            let own = deeper.map {
                RelativePath(Array($0.path.bytes.dropFirst(path.isRoot ? 0 : path.bytes.count + 1)))
            }
            found = Found(path: path, card: around.card.besides(own.compactMap(\.self)), disk: around.disk)
        }
        return (found.map { [$0] } ?? []) + deeper
    }

    /// What lies in a folder, if that is a roll or a card.
    private func card(in folder: Int, _ whole: CardTree) -> Found? {
        let path = tree.path(of: folder)
        let place: any ReadableDisk = folder == 0 ? disk : Subtree(disk: disk, folder: path)
        let tree =
            folder == 0 ? whole : CardTree(tree.subtree(at: folder), on: place, label: whole.name(of: folder))
        let (layouts, isSealed) = (Recognition.layouts(on: tree), sealed.contains(path))
        // Clips and loose media are not looked for in every folder on the way.
        guard isSealed || !layouts.isEmpty else { return nil }
        let card = Card(tree, layouts)
        let isCard = !card.parts.isEmpty && !isShelf(card, at: path)
        return isSealed || isCard ? Found(path: path, card: card, disk: place) : nil
    }

    /// Whether all that was recognised lies in sealed rolls below a folder, which are then looked at one by one.
    ///
    /// Sound is told from recordings at any depth, so whoever keeps several sealed rolls together looks like one.
    private func isShelf(_ card: Card, at path: RelativePath) -> Bool {
        let rolls = sealed.filter { $0 != path && $0.lies(within: path) }
        guard !rolls.isEmpty else { return false }
        return card.parts.allSatisfy { part in
            part.layout.folders.map(path.appending).allSatisfy { folder in
                rolls.contains { folder.lies(within: $0) || part.layout.family.isSound && $0.lies(within: folder) }
            }
        }
    }

    /// Logs and journals of copies are no rolls.
    private static func isOurs(_ folder: Int, in tree: CardTree) -> Bool {
        tree.tree.entries[folder].parent == 0 && ["Logs", ".rushes"].contains(tree.name(of: folder))
    }
}
