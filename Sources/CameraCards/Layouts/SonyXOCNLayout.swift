internal import FileTree

/// Sony X-OCN and RAW on AXS cards: a reel folder such as `A001` with clips `A001C001_250925AB.MXF`.
///
/// The XAVC copy of the same name lies on the SxS card, if there is one. Source: published folder listings.
enum SonyXOCNLayout: LayoutRule {
    static let family = CardFamily.sonyXOCN

    static func layouts(on card: CardTree) -> [CardLayout] {
        card.reelPlaces.compactMap { layout(in: $0, on: card) }
    }

    private static func layout(in folder: Int, on card: CardTree) -> CardLayout? {
        let reel = card.folderName(folder)
        guard FolderPattern("@###").matches(reel) else { return nil }
        let clip = card.children(of: folder).first { child in
            card.hasExtension(child, "MXF") && ClipName(card.stem(of: child), by: .sonyReel) != nil
                && card.stem(of: child).uppercased().hasPrefix(reel.uppercased())
        }
        guard let clip else { return nil }
        return CardLayout(
            .sonyXOCN, at: card.path(of: folder), .likely,
            because: ["\(card.path(of: clip)) is named as its reel folder is"], reel: reel)
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(.sonyXOCN, on: card)
        guard let folder = card.number(of: layout.root) else { return grouping.finish() }
        for file in card.allFiles(below: folder) {
            guard let name = ClipName(card.stem(of: file), by: .sonyReel) else {
                grouping.share(file)
                continue
            }
            let key = String(name.stem.prefix("A001C001_250925AB".count))
            let isEssence = card.hasExtension(file, "MXF") && name.role == nil
            grouping.add(
                file, as: isEssence ? .essence : .sidecar, to: key, folder: layout.root,
                part: isEssence ? name.part : nil, grammar: ClipName(key, by: .sonyReel))
        }
        return grouping.finish()
    }
}
