internal import FileTree

/// ARRI before ALEXA 35 (ALEXA, XT, SXT, AMIRA, Mini, LF, 65): a reel folder such as `A001R2GJ`.
///
/// Panasonic's EVA1 and CX350 give their clips names of the same shape, so names alone are no ARRI card: the reel
/// folder must be called so, or there must be what only ARRI writes: the reel's ALE, or frames `.ari` and `.arx`.
/// Source: ARRI, ALEXA user manual, file names and folders on SxS cards.
enum ARRIClassicLayout: LayoutRule {
    static let family = CardFamily.arriClassic

    static func layouts(on card: CardTree) -> [CardLayout] {
        if card.folder(at: "PRIVATE/PANA_GRP") != nil || ARRICodexLayout.isFrameFolder(0, on: card) { return [] }
        let found = card.reelPlaces.compactMap { layout(in: $0, on: card) }
        return found.isEmpty ? emptyVolume(card) : found.filter { !isClip($0.root, ofReelIn: found, on: card) }
    }

    /// Whether a folder of frames is a clip of the reel that was given itself, and no reel of its own.
    private static func isClip(_ root: RelativePath, ofReelIn found: [CardLayout], on card: CardTree) -> Bool {
        guard !root.isRoot, found.contains(where: \.root.isRoot) else { return false }
        return ClipName(String(decoding: root.name, as: UTF8.self), by: .arriClassic) != nil
    }

    /// A card is called so until its first clip.
    private static func emptyVolume(_ card: CardTree) -> [CardLayout] {
        guard FolderPattern("ARRI_UDF").matches(card.label), card.children(of: 0).isEmpty else { return [] }
        return [CardLayout(.arriClassic, .likely, because: ["the card is called ARRI_UDF and holds nothing"])]
    }

    private static func layout(in folder: Int, on card: CardTree) -> CardLayout? {
        let reel = ARRIReel(classic: card.folderName(folder))
        let clips = card.arriClips(by: .arriClassic, in: folder)
        let (list, frame) = (reelList(in: folder, on: card), card.firstARRIFrame(in: folder, of: clips))
        guard reel != nil ? !clips.isEmpty || list != nil : !clips.isEmpty && (list ?? frame) != nil else { return nil }
        let path = card.path(of: folder)
        let named = ReelName.agreed(by: clips, of: .arriClassic, on: card, grammars: [.arriClassic])
        var reasons = [list, frame].compactMap { mark in mark.map { "there is \(card.path(of: $0))" } }
        let isOwn = clips.contains { reel?.holds(card.folderStem($0)) ?? false }
        if let reel { reasons.append("the folder \(reel.name) is called as ARRI reels are") }
        if isOwn { reasons.append("its clips are named as it is") }
        return CardLayout(
            .arriClassic, at: path, list != nil || frame != nil ? .certain : isOwn ? .likely : .guess,
            because: reasons,
            reel: reel?.name ?? list.map { String(card.name(of: $0).prefix("A001R2GJ".count)) } ?? named,
            sealed: [path])
    }

    /// What the camera writes for the reel: `A001R2GJ_AVID.ale` or `A001R2GJ_FCP.xml`.
    private static func reelList(in folder: Int, on card: CardTree) -> Int? {
        let patterns: [FolderPattern] = ["@###@***_AVID.ALE", "@###@***_FCP.XML", "@###@***.ALE"]
        return card.children(of: folder).first { child in
            (card.hasExtension(child, "ALE") || card.hasExtension(child, "XML")) && !card.isFolder(child)
                && patterns.contains { $0.matches(card.name(of: child)) }
        }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var clips = ARRIClips(.arriClassic, by: .arriClassic, on: card)
        if let folder = card.number(of: layout.root) { clips.add(reel: folder) }
        return clips.grouping.finish()
    }
}
