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
        let left = all.filter { isLeft(card.path(of: $0), by: found) }
        let besides = [card.folder(at: "MISC")].compactMap { $0 }.filter { isLeft(card.path(of: $0), by: found) }
        guard left.count < all.count || !isLeft(card.path(of: pictures), by: found) else {
            return [layout(of: [pictures], besides: besides, on: card)]
        }
        let pieces = left.filter { !card.isFolder($0) || !card.allFiles(below: $0).isEmpty }
        return pieces.contains(where: card.isFolder) ? [layout(of: pieces, besides: besides, on: card)] : []
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        PictureClips.clips(of: layout, on: card)
    }

    /// Whether neither it nor a part of it is taken.
    private static func isLeft(_ path: RelativePath, by found: [CardLayout]) -> Bool {
        !found.contains { layout in layout.claims(path) || layout.folders.contains { $0.lies(within: path) } }
    }

    /// `besides` is what many cameras write beside `DCIM`: it says of no one whose it is.
    private static func layout(of pieces: [Int], besides: [Int], on card: CardTree) -> CardLayout {
        let numbered = PictureFolder.all(on: card).map(\.number)
        let named = numbered.filter { folder in
            pieces.contains(folder) || pieces.contains(Int(card.tree.entries[folder].parent))
        }
        return CardLayout(
            family, at: card.folder(at: "DCIM").map(card.path(of:)) ?? .root, named.isEmpty ? .guess : .likely,
            because: (named.isEmpty ? pieces : named).flatMap { card.reasons($0) },
            folders: (pieces + besides).map(card.path(of:)))
    }
}
