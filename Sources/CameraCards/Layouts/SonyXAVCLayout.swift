internal import FileTree

/// Sony's cameras that write MXF: FX6, FX9, FS7, F55, VENICE on SxS, XQD and CFexpress.
///
/// `XDROOT/{MEDIAPRO.XML, Clip/C0001.MXF, Clip/C0001M01.XML, Sub/C0001S03.MP4}`; on SD cards in `PRIVATE`. VENICE can
/// give `XDROOT` the name of camera and reel.
enum SonyXAVCLayout: LayoutRule {
    static let family = CardFamily.sonyXAVC

    static func layouts(on card: CardTree) -> [CardLayout] {
        let named = card.folders(at: "XDROOT", "PRIVATE/XDROOT")
        let renamed = ([0] + card.folders(in: 0)).filter {
            !named.contains($0) && SonyFolder(at: $0, on: card)?.isXAVC == true
        }
        return named.map { layout(named: $0, on: card) } + renamed.map { layout(renamed: $0, on: card) }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        SonyClips.clips(of: layout, on: card)
    }

    private static func layout(named root: Int, on card: CardTree) -> CardLayout {
        let (index, clips) = (card.file(at: "MEDIAPRO.XML", from: root), card.folder(at: "Clip", from: root))
        let marks = card.reasons(index, clips)
        return CardLayout(
            family, at: card.path(of: root), index != nil ? .certain : clips != nil ? .likely : .guess,
            because: marks.isEmpty ? card.reasons(root) : marks, reel: SonyFolder.reel(in: clips, on: card),
            sealed: [card.sealed(root)])
    }

    private static func layout(renamed root: Int, on card: CardTree) -> CardLayout {
        let (index, clips) = (card.file(at: "MEDIAPRO.XML", from: root), card.folder(at: "Clip", from: root))
        let name = root == 0 ? card.label : card.name(of: root)
        return CardLayout(
            family, at: card.path(of: root), .likely, because: card.reasons(index, clips),
            reel: ReelName.isReel(name) ? name : SonyFolder.reel(in: clips, on: card), sealed: [card.path(of: root)])
    }
}
