internal import FileTree

/// Atomos recorders: `NINJAV_S001_S001_T001.MOV` in the root, `_001` behind it where a recording goes on in a new file.
///
/// Unit, scene, shot and take are what the person set, so without the recorder's FCPXML it is a guess.
/// Source: published folder listings.
enum AtomosLayout: LayoutRule {
    static let family = CardFamily.atomos

    static func layouts(on card: CardTree) -> [CardLayout] {
        let clip = card.children(of: 0).first { isRecording($0, on: card) }
        guard let clip else { return [] }
        let list = card.firstFile(in: 0, "FCPXML")
        let reasons = ["\(card.path(of: clip)) is named as Atomos clips are"]
        return [
            CardLayout(
                .atomos, list == nil ? .guess : .likely,
                because: reasons + (list.map { ["there is \(card.path(of: $0))"] } ?? []))
        ]
    }

    private static func isRecording(_ number: Int, on card: CardTree) -> Bool {
        card.hasExtension(number, "MOV") && !card.isFolder(number)
            && ClipName(card.stem(of: number), by: .atomos) != nil
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        var grouping = ClipGrouping(.atomos, on: card)
        for file in card.files(in: 0) {
            guard let name = ClipName(card.stem(of: file), by: .atomos) else {
                grouping.share(file)
                continue
            }
            let clip = name.part == nil ? name.stem : String(name.stem.dropLast("_001".count))
            let isEssence = isRecording(file, on: card)
            grouping.add(
                file, as: isEssence ? .essence : .sidecar, to: clip, folder: .root, part: isEssence ? name.part : nil,
                grammar: ClipName(clip, by: .atomos))
        }
        return grouping.finish()
    }
}
