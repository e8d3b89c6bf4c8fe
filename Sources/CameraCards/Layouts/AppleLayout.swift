/// Apple: `DCIM/100APPLE` with `IMG_0001.MOV`, `IMG_0001.HEIC`, what was edited as `IMG_E0001.MOV`, edits as `.AAE`.
///
/// A Live Photo is a still and a movie of one name. Blackmagic's app writes names as its cameras do.
enum AppleLayout: LayoutRule {
    static let family = CardFamily.apple

    static func layouts(on card: CardTree) -> [CardLayout] {
        let folders = PictureFolder.all(on: card).filter { $0.makerPart == "APPLE" }
        return folders.isEmpty ? [] : [CardLayout(family, .likely, marks: folders.map(\.number), on: card)]
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        PictureClips.clips(of: layout, on: card, grammars: [.apple, .braw])
    }
}
