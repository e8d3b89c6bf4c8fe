internal import FileTree

/// ALEXA 35 and 265: a reel folder such as `A_0076_1CTJ`, and beside it `A_0076_1CTJ_hde` where clips were compressed.
///
/// `…_a1CTJ` (raw), `…_h1CTJ` (HDE) and `…_p1CTJ` (ProRes) with the same rest are one take.
/// Source: ARRI, ALEXA 35 user manual, file and folder names; ARRI, HDE transcoder.
enum ARRI35Layout: LayoutRule {
    static let family = CardFamily.arri35

    static func layouts(on card: CardTree) -> [CardLayout] {
        if ARRICodexLayout.isFrameFolder(0, on: card) { return [] }
        let reels = card.reelPlaces.compactMap { folder in
            ARRIReel(alexa35: card.folderName(folder)).map { (folder: folder, reel: $0) }
        }
        let byName = Dictionary(grouping: reels) { $0.reel.name.uppercased() }
        let found = reels.compactMap { reel in
            layout(of: reel.reel, in: reel.folder, beside: byName[reel.reel.name.uppercased()] ?? [], on: card)
        }
        return found.isEmpty ? loose(on: card) : found
    }

    private static func layout(
        of reel: ARRIReel, in folder: Int, beside reels: [(folder: Int, reel: ARRIReel)], on card: CardTree
    ) -> CardLayout? {
        let raw = reels.first {
            $0.reel.isRaw(of: reel) && $0.folder != folder && card.areNeighbours($0.folder, folder)
        }
        if reel.isHDE, raw != nil { return nil }
        let hde = reels.filter { reel.isRaw(of: $0.reel) && card.areNeighbours($0.folder, folder) }.map(\.folder)
        let clips = ([folder] + hde).flatMap { card.arriClips(by: .arri35, in: $0) }
        guard let first = clips.first else { return nil }
        let own = clips.first { reel.holds(card.folderStem($0)) }
        let reason =
            own.map { "\(card.path(of: $0)) is named as its reel folder is" }
            ?? "\(card.path(of: first)) is named as ALEXA 35 clips are"
        let folders = ([folder] + hde).map { card.path(of: $0) }
        return CardLayout(
            .arri35, at: folders[0], own == nil ? .likely : .certain, because: [reason], reel: reel.name,
            sealed: folders,
            folders: folders)
    }

    /// Clips that lie without a reel folder: names alone.
    private static func loose(on card: CardTree) -> [CardLayout] {
        guard let clip = card.arriClips(by: .arri35, in: 0).first else { return [] }
        return [
            CardLayout(
                .arri35, .guess, because: ["\(card.path(of: clip)) is named as ALEXA 35 clips are"], sealed: [.root])
        ]
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var clips = ARRIClips(.arri35, by: .arri35, on: card)
        for path in layout.folders {
            guard let folder = card.number(of: path) else { continue }
            clips.add(reel: folder)
            for swapped in swapped(in: folder, isPaired: layout.folders.count > 1, on: card) {
                clips.grouping.note(swapped)
            }
        }
        return clips.grouping.finish()
    }

    /// Files whose letter does not fit their folder, where raw clips and HDE copies lie side by side.
    private static func swapped(in folder: Int, isPaired: Bool, on card: CardTree) -> [CardFinding] {
        guard isPaired, let reel = ARRIReel(alexa35: card.folderName(folder)) else { return [] }
        return card.arriClips(by: .arri35, in: folder).compactMap { clip in
            let letter = card.folderStem(clip).suffix(5).prefix(1).uppercased()
            switch (reel.isHDE, letter) {
            case (true, "A"): return swap(clip, "raw (a…), but lies in the folder of HDE copies", on: card)
            case (false, "H"): return swap(clip, "an HDE copy (h…), but lies in the folder of raw clips", on: card)
            default: return nil
            }
        }
    }

    private static func swap(_ clip: Int, _ words: String, on card: CardTree) -> CardFinding {
        CardFinding(
            .conflict, .warning, at: card.path(of: clip), "\(card.name(of: clip)) is named as \(words).",
            nextStep: "Open it and see which it is before either of the two is deleted.")
    }
}

extension ARRIReel {
    /// Whether this is the raw reel that `other` holds HDE copies of.
    fileprivate func isRaw(of other: ARRIReel) -> Bool {
        !isHDE && other.isHDE && name.uppercased() == other.name.uppercased()
    }
}

extension CardTree {
    /// Whether two folders lie in the same folder; the root lies in none.
    fileprivate func areNeighbours(_ one: Int, _ other: Int) -> Bool {
        one != 0 && other != 0 && tree.entries[one].parent == tree.entries[other].parent
    }
}
