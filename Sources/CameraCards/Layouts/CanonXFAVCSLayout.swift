internal import FileTree

/// Canon's newer cameras: XF-AVC S, XF-HEVC S and Cinema RAW Light.
///
/// `XFVC/REEL_0003/A_0003C048H260421_082509HN_CANON.MP4`, `CRM/REEL_0003/….CRM`, `XFVC/CANONMSC`, `PRIVATE/AUDIO/….WAV`
/// for sound of slow motion, `*.CSD` in the root. Source: EOS C80 manual, and cards seen.
enum CanonXFAVCSLayout: LayoutRule {
    static let family = CardFamily.canonXFAVCS

    static func layouts(on card: CardTree) -> [CardLayout] {
        let roots = ["XFVC", "CRM"].compactMap { card.folder(at: $0) }
        let reels = roots.flatMap { self.reels(in: $0, on: card) }
        if !reels.isEmpty { return [layout(roots, reels, on: card)] }
        let given = self.reels(in: 0, on: card)
        return given.isEmpty ? [] : [layout([0], given, on: card)]
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(family, on: card)
        CanonFiles.add(layout.folders.compactMap(card.number(of:)).flatMap(card.filesBelow), to: &grouping, on: card)
        var clips = grouping.finish()
        clips.shareRest(of: layout, on: card)
        return clips
    }

    /// Folders called `REEL_0003`.
    private static func reels(in folder: Int, on card: CardTree) -> [Int] {
        card.folders(in: folder).filter { reel in
            let name = Array(card.capitals(of: reel).utf8)
            return name.count == 9 && name.starts(with: "REEL_".utf8) && name[5...].allSatisfy(ReelName.isDigit)
        }
    }

    private static func layout(_ roots: [Int], _ reels: [Int], on card: CardTree) -> CardLayout {
        let isGiven = roots == [0]
        let sound = isGiven ? nil : card.folder(at: "PRIVATE/AUDIO")
        let settings = isGiven ? [] : card.files(in: 0).filter { card.fileExtension(of: $0) == "CSD" }
        let folders = (roots + [sound].compactMap { $0 } + settings).map(card.path(of:))
        let files = reels.flatMap(card.files(in:))
        return CardLayout(
            family, isGiven ? .likely : .certain, because: reels.flatMap { card.reasons($0) },
            reel: ReelName.agreed(by: files, of: family, on: card, grammars: [.canonNew, .canonCine]),
            sealed: (roots + [sound].compactMap { $0 }).map(card.sealed), folders: folders)
    }
}
