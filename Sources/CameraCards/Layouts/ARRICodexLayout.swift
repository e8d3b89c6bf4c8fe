internal import FileTree

/// Frames as Codex shows them: `ari/<reel>/<clip>/<clip>.<timecode in frames>.ari`.
///
/// `.arx` are ARRIRAW compressed without loss (HDE); other formats are made of it as they are read. Source: Codex, VFS
/// developer guide.
enum ARRICodexLayout: LayoutRule {
    static let family = CardFamily.arriCodex

    /// The folders that are called as the frames in them end.
    private static let formats = ARRIClips.frames

    /// Whether a folder is called as the frames in it end.
    static func isFrameFolder(_ folder: Int, on card: CardTree) -> Bool {
        formats.contains { "\($0)" == card.folderName(folder).uppercased() }
    }

    static func layouts(on card: CardTree) -> [CardLayout] {
        ([0] + card.folders(in: 0)).filter { isFrameFolder($0, on: card) }.flatMap { format in
            card.folders(in: format).compactMap { layout(in: $0, on: card) }
        }
    }

    private static func layout(in reel: Int, on card: CardTree) -> CardLayout? {
        let frame = card.folders(in: reel).lazy.compactMap { firstFrame(in: $0, on: card) }.first
        guard let frame else { return nil }
        let path = card.path(of: reel)
        return CardLayout(
            .arriCodex, at: path,
            card.hasExtension(frame, "ARI") || card.hasExtension(frame, "ARX") ? .certain : .likely,
            because: ["there is \(card.path(of: frame))"], reel: card.name(of: reel), sealed: [path])
    }

    /// A frame that is named after its clip's folder, which is what Codex alone does in a folder of that format.
    private static func firstFrame(in clip: Int, on card: CardTree) -> Int? {
        guard let frame = card.firstFile(in: clip, ARRIClips.frames) else { return nil }
        return card.stem(of: frame).uppercased().hasPrefix(card.name(of: clip).uppercased() + ".") ? frame : nil
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        guard let reel = card.number(of: layout.root) else { return LayoutClips() }
        let isALEXA35 = card.folders(in: reel).contains { ClipName(card.name(of: $0), by: .arri35) != nil }
        var clips = ARRIClips(.arriCodex, by: isALEXA35 ? .arri35 : .arriClassic, on: card)
        clips.add(reel: reel)
        return clips.grouping.finish()
    }
}
