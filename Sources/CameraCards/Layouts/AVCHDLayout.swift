internal import FileTree

/// AVCHD, which Panasonic, Sony, Canon and JVC write alike: whose it is, the folders do not say.
///
/// `PRIVATE/AVCHD/BDMV/{INDEX.BDM, MOVIEOBJ.BDM, STREAM/00000.MTS, CLIPINF/00000.CPI, PLAYLIST/00000.MPL, BACKUP}`; off
/// the card the names grow: `index.bdmv`, `00000.m2ts`.
enum AVCHDLayout: LayoutRule {
    static let family = CardFamily.avchd

    static func layouts(on card: CardTree) -> [CardLayout] {
        let inside = card.folders(at: "PRIVATE/AVCHD", "AVCHD").compactMap { place in
            card.folder(at: "BDMV", from: place).flatMap { layout(of: $0, at: place, on: card) }
        }
        let isItself = inside.contains { $0.root == .root }
        let alone = (isItself ? [] : [card.folder(at: "BDMV"), 0]).compactMap { $0 }
        return inside + alone.compactMap { layout(of: $0, at: $0, on: card) }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        guard let place = card.number(of: layout.root) else { return LayoutClips() }
        let root = card.folder(at: "BDMV", from: place) ?? place
        var grouping = ClipGrouping(family, on: card)
        let joins = AVCHDPlaylists(in: root, on: card)
        joins.findings.forEach { grouping.note($0) }
        for finding in missingIndexes(in: root, on: card) { grouping.note(finding) }
        for (folder, extensions, role) in [
            ("STREAM", ["MTS", "M2TS"], Clip.Role.essence), ("CLIPINF", ["CPI", "CLPI"], .sidecar),
        ] {
            for file in card.folder(at: folder, from: root).map(card.files(in:)) ?? []
            where extensions.contains(card.fileExtension(of: file)) {
                let (stem, join) = (card.stem(of: file), joins.joins[card.stem(of: file)])
                grouping.add(
                    file, as: role, to: join?.first ?? stem, folder: card.folder(of: file), part: join?.part,
                    grammar: ClipName(join?.first ?? stem, by: .avchd))
            }
        }
        var clips = grouping.finish()
        // The numbers of streams that others went on in are not missing.
        if !joins.joins.isEmpty { clips.findings.removeAll { $0.code == .clipGap } }
        clips.shareRest(of: layout, on: card)
        return clips
    }

    /// The card's index, and what describes each stream.
    private static func missingIndexes(in root: Int, on card: CardTree) -> [CardFinding] {
        func isHere(_ names: String...) -> Bool { names.contains { card.file(at: $0, from: root) != nil } }
        let index = isHere("INDEX.BDM", "index.bdmv") ? [] : ["INDEX.BDM"]
        let known = Set((card.folder(at: "CLIPINF", from: root).map(card.files(in:)) ?? []).map(card.stem(of:)))
        let streams = card.folder(at: "STREAM", from: root).map(card.files(in:)) ?? []
        let infos = streams.filter { ["MTS", "M2TS"].contains(card.fileExtension(of: $0)) }.map(card.stem(of:))
            .filter { !known.contains($0) }.map { "CLIPINF/\($0).CPI" }
        return (index + infos).map { .noIndex($0, in: card.path(of: root)) }
    }

    /// A `BDMV` that lies in no `AVCHD` may be a Blu-ray's.
    private static func layout(of root: Int, at place: Int, on card: CardTree) -> CardLayout? {
        guard let streams = card.folder(at: "STREAM", from: root) else { return nil }
        let index = card.file(at: "INDEX.BDM", from: root) ?? card.file(at: "index.bdmv", from: root)
        let movies = card.file(at: "MOVIEOBJ.BDM", from: root) ?? card.file(at: "MovieObject.bdmv", from: root)
        let isInside = place != root
        guard isInside || index != nil else { return nil }
        return CardLayout(
            family, at: card.path(of: place), isInside && index != nil && movies != nil ? .certain : .likely,
            because: card.reasons(index, movies, streams), sealed: [card.sealed(place)])
    }
}
