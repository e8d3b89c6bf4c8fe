internal import FileTree

/// Zoom's F series: a folder `….TAKE` for each take of several files, or files named by scene and take.
///
/// Source: Zoom's manual of the F8; the field notes 1.2.
enum ZoomLayout: SoundRule {
    static let family = CardFamily.zoom

    static func layout(on card: CardTree, _ probe: SoundProbe?) -> CardLayout? {
        guard let probe else { return nil }
        let takes = takeFolders(of: probe, on: card)
        if let first = takes.first {
            return CardLayout(
                family, .certain, because: ["there is \(card.path(of: first))"], reel: probe.tape,
                sealed: takes.map { card.path(of: $0) }, folders: folders(of: takes, probe, on: card))
        }
        guard probe.isSoundAlone else { return nil }
        if let reason = probe.reason(madeBy: "ZOOM") {
            return CardLayout(family, .likely, because: [reason], reel: probe.tape)
        }
        guard !probe.namesAnother(than: "ZOOM"),
            probe.allNames(on: card, are: { ClipName($0, by: .zoom) != nil })
        else { return nil }
        return CardLayout(family, .guess, because: ["all recordings are named like Scene-T001"], reel: probe.tape)
    }

    /// Where its recordings lie, on a drive that holds those of others too; nil where all is this recorder's.
    private static func folders(of takes: [Int], _ probe: SoundProbe, on card: CardTree) -> [RelativePath]? {
        let isShared = probe.files.others.contains { LooseMedia.isMedia($0, on: card) } || probe.isMarkedBelow(card)
        guard isShared else { return nil }
        let folders = Set(takes.map { card.folder(of: $0) })
        return folders.filter { folder in !folders.contains { $0 != folder && folder.lies(within: $0) } }.sorted()
    }

    /// The folders that end with `.TAKE` and hold recordings named by scene and take, by their paths.
    private static func takeFolders(of probe: SoundProbe, on card: CardTree) -> [Int] {
        let parents = Set(
            probe.files.recordings.filter { ClipName(card.stem(of: $0), by: .zoom) != nil }.map {
                Int(card.tree.entries[$0].parent)
            })
        return parents.filter { $0 != 0 && card.name(of: $0).uppercased().hasSuffix(".TAKE") }
            .sorted { card.path(of: $0) < card.path(of: $1) }
    }
}
