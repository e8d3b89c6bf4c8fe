internal import ClipMetadata
internal import FileTree

/// Panasonic P2.
///
/// `LASTCLIP.TXT`, `CONTENTS/{CLIP/0001AB.XML, VIDEO/0001AB.MXF, AUDIO/0001AB00.MXF, ICON/0001AB.BMP,
/// VOICE/0001AB00.WAV, PROXY/0001AB.MP4}`: the XML in `CLIP` says what a clip is. Source: Adobe XMP Toolkit, P2_Handler.
enum PanasonicP2Layout: LayoutRule {
    static let family = CardFamily.panasonicP2

    static func layouts(on card: CardTree) -> [CardLayout] {
        let named = card.folders(at: "CONTENTS")
        return (named.contains(0) ? named : named + [0]).compactMap { layout(at: $0, on: card) }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        P2Clips.clips(of: layout, on: card)
    }

    private static func layout(at root: Int, on card: CardTree) -> CardLayout? {
        guard let clips = card.folder(at: "CLIP", from: root),
            let media = card.folder(at: "VIDEO", from: root) ?? card.folder(at: "AUDIO", from: root)
        else { return nil }
        let first = card.files(in: clips).first { card.fileExtension(of: $0) == "XML" }
        let last = root == 0 ? nil : card.file(at: "LASTCLIP.TXT")
        let isNamed = card.folders(at: "CONTENTS").contains(root) && (first != nil || last != nil)
        let own = [root, last].compactMap { $0 }.map(card.path(of:))
        return CardLayout(
            family, at: card.path(of: root), isNamed ? .certain : .likely,
            because: card.reasons(first ?? clips, media, last), sealed: own, folders: own)
    }
}
