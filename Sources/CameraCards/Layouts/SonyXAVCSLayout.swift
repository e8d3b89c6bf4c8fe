internal import FileTree

/// Sony's cameras that write MP4: Alpha, FX3, FX30, camcorders.
///
/// `PRIVATE/M4ROOT/{MEDIAPRO.XML, STATUS.BIN, CLIP/C0001.MP4, CLIP/C0001M01.XML, SUB/C0001S03.MP4,
/// THMBNL/C0001T01.JPG, GENERAL}`. Stills of the same card lie in `DCIM` and are that layout's.
enum SonyXAVCSLayout: LayoutRule {
    static let family = CardFamily.sonyXAVCS

    /// What the camera writes beside `M4ROOT`.
    private static let beside = ["PRIVATE/SONY", "PRIVATE/DATABASE", "AVF_INFO"]

    static func layouts(on card: CardTree) -> [CardLayout] {
        let named = card.folders(at: "PRIVATE/M4ROOT", "M4ROOT")
        // The folder itself under another name.
        let itself = named.contains(0) || SonyFolder(at: 0, on: card)?.isXAVC != false ? [] : [0]
        return named.map { layout(at: $0, .certain, on: card) } + itself.map { layout(at: $0, .likely, on: card) }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        SonyClips.clips(of: layout, on: card)
    }

    private static func layout(at root: Int, _ confidence: Confidence, on card: CardTree) -> CardLayout {
        let marks = [card.file(at: "MEDIAPRO.XML", from: root), card.folder(at: "CLIP", from: root)].compactMap { $0 }
        let besides = root == 0 ? [] : beside.compactMap { card.folder(at: $0) }
        return CardLayout(
            family, at: card.path(of: root), marks.isEmpty ? .guess : confidence,
            because: (marks.isEmpty ? [root] : marks).flatMap { card.reasons($0) },
            reel: SonyFolder.reel(in: card.folder(at: "CLIP", from: root), on: card), sealed: [card.sealed(root)],
            folders: ([root] + besides).map(card.path(of:)))
    }
}
