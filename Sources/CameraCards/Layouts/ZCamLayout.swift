internal import FileTree

/// Z CAM: `DCIM/100MEDIA/A001C0001_20190101120000_0001.MOV`, the last number counting the files of one recording.
///
/// DJI's folders are called the same, so the names decide. Source: published folder listings.
enum ZCamLayout: LayoutRule {
    static let family = CardFamily.zcam

    static func layouts(on card: CardTree) -> [CardLayout] {
        let folders = card.cameraFolders("1##MEDIA").filter { firstClip(in: $0, on: card) != nil }
        guard let folder = folders.first, let clip = firstClip(in: folder, on: card) else { return [] }
        let files = folders.flatMap { card.files(in: $0) }
        return [
            CardLayout(
                .zcam, at: card.pictures, .likely, because: ["\(card.path(of: clip)) is named as Z CAM clips are"],
                reel: ReelName.agreed(by: files, of: .zcam, on: card, grammars: [.zcam]),
                folders: folders.map { card.path(of: $0) })
        ]
    }

    private static func firstClip(in folder: Int, on card: CardTree) -> Int? {
        card.files(in: folder).first { ClipName(card.stem(of: $0), by: .zcam) != nil }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(.zcam, on: card)
        for folder in layout.folders.compactMap(card.number(of:)) {
            for file in card.files(in: folder) { add(file, to: &grouping, on: card) }
        }
        return grouping.finish()
    }

    private static func add(_ file: Int, to grouping: inout ClipGrouping, on card: CardTree) {
        guard let name = ClipName(card.stem(of: file), by: .zcam) else { return grouping.share(file) }
        let isEssence = card.hasExtension(file, "MOV") || card.hasExtension(file, "MP4")
        grouping.add(
            file, as: isEssence ? .essence : .sidecar, to: String(name.stem.dropLast("_0001".count)),
            folder: card.path(of: file).parent, part: isEssence ? name.part : nil, grammar: name)
    }
}
