internal import FileTree

/// GoPro: `DCIM/100GOPRO/GX010048.MP4`, chapter before number, with `GL010048.LRV` and `GX010048.THM`.
///
/// `GX`, `GH`, `GS` and `GL` of one number are one recording. Source: GoPro, file naming conventions.
enum GoProLayout: LayoutRule {
    static let family = CardFamily.goPro

    static func layouts(on card: CardTree) -> [CardLayout] {
        let folders = card.cameraFolders("1##GOPRO")
        guard let first = folders.first else { return [] }
        let place = first == 0 ? "the folder is called \(card.label)" : "there is \(card.path(of: first))"
        let settings = [card.folder(at: "MISC")].compactMap { $0 }
        return [
            CardLayout(
                .goPro, at: card.pictures, .certain, because: [place],
                folders: (folders + settings).map { card.path(of: $0) })
        ]
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var clips = GoProClips(on: card)
        for folder in layout.folders.compactMap(card.number(of:)) {
            if FolderPattern("1##GOPRO").matches(card.folderName(folder)) {
                clips.add(folder)
            } else {
                for file in card.allFiles(below: folder) { clips.chapters.share(file) }
            }
        }
        return clips.finish()
    }
}
