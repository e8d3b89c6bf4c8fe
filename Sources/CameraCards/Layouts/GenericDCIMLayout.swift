internal import FileTree

/// What any camera, phone or recorder may leave: `DCIM`, as far as no other family took what lies in it.
enum GenericDCIMLayout: LayoutRule {
    static let family = CardFamily.genericDCIM

    static func layouts(on card: CardTree) -> [CardLayout] { layouts(on: card, besides: []) }

    static func layouts(on card: CardTree, besides found: [CardLayout]) -> [CardLayout] {
        // Many cameras make an empty DCIM beside what they write.
        guard let pictures = card.folders(at: "DCIM").first,
            found.isEmpty || !card.allFiles(below: pictures).isEmpty
        else { return [] }
        let all = Array(card.children(of: pictures))
        let taken = TakenPlaces(found)
        let left = all.filter { taken.leaves(card.path(of: $0)) }
        let besides = [card.folder(at: "MISC")].compactMap { $0 }.filter { taken.leaves(card.path(of: $0)) }
        guard left.count < all.count || !taken.leaves(card.path(of: pictures)) else {
            return [layout(of: [pictures], besides: besides, on: card)]
        }
        let pieces = left.filter { !card.isFolder($0) || !card.allFiles(below: $0).isEmpty }
        return pieces.contains(where: card.isFolder) ? [layout(of: pieces, besides: besides, on: card)] : []
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        PictureClips.clips(of: layout, on: card)
    }

    /// `besides` is what many cameras write beside `DCIM`: it says of no one whose it is.
    private static func layout(of pieces: [Int], besides: [Int], on card: CardTree) -> CardLayout {
        let (numbered, own) = (PictureFolder.all(on: card).map(\.number), Set(pieces))
        let named = numbered.filter { folder in
            own.contains(folder) || own.contains(Int(card.tree.entries[folder].parent))
        }
        return CardLayout(
            family, at: card.folder(at: "DCIM").map(card.path(of:)) ?? .root, named.isEmpty ? .guess : .likely,
            because: (named.isEmpty ? pieces : named).flatMap { card.reasons($0) },
            folders: (pieces + besides).map(card.path(of:)))
    }
}

/// Where other families' files lie.
private struct TakenPlaces {
    private let folders: Set<RelativePath>
    private let above: Set<RelativePath>

    init(_ layouts: [CardLayout]) {
        let folders = Set(layouts.flatMap(\.folders))
        self.folders = folders
        above = folders.reduce(into: []) { $0.formUnion($1.ancestors) }
    }

    /// Whether neither a path nor a part of it is taken.
    func leaves(_ path: RelativePath) -> Bool {
        !folders.contains(path) && !above.contains(path) && folders.isDisjoint(with: path.ancestors)
    }
}

extension RelativePath {
    /// The folders that it lies in, the root last; none of the root.
    fileprivate var ancestors: [RelativePath] {
        sequence(first: self) { $0.isRoot ? nil : $0.parent }.dropFirst().map(\.self)
    }
}
