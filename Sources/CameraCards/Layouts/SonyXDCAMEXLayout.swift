internal import FileTree

/// Sony XDCAM EX on SxS.
///
/// `BPAV/{MEDIAPRO.XML, CUEUP.XML, CLPR/709_001_01/709_001_01.MP4, TAKR/709_001/709_001.SMI}`: a folder in `CLPR` is one
/// part, a folder in `TAKR` joins parts to a take. Source: Adobe XMP Toolkit, XDCAMEX_Handler.
enum SonyXDCAMEXLayout: LayoutRule {
    static let family = CardFamily.sonyXDCAMEX

    static func layouts(on card: CardTree) -> [CardLayout] {
        let named = card.folders(at: "BPAV")
        let isItself = !named.contains(0) && card.folder(at: "CLPR") != nil && card.folder(at: "TAKR") != nil
        return (named + (isItself ? [0] : [])).compactMap { layout(at: $0, on: card) }
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        guard let root = card.number(of: layout.root) else { return LayoutClips() }
        let takes = (card.folder(at: "TAKR", from: root).map(card.folders(in:)) ?? []).map { Take($0, on: card) }
        let byName = Dictionary(takes.map { ($0.name.uppercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let index = SonyIndex(in: root, on: card)
        var grouping = ClipGrouping(family, on: card)
        for part in card.folder(at: "CLPR", from: root).map(card.folders(in:)) ?? [] {
            // 709_001_01 is a part of the take 709_001.
            add(part, of: byName[String(card.capitals(of: part).dropLast(3))], index, to: &grouping, on: card)
        }
        for take in takes { take.add(to: &grouping, on: card) }
        let parts = XDCAMEXParts(in: root, on: card)
        var told: Set<String> = []
        for take in takes where !take.isOnSeveralCards {
            told.formUnion(parts.lose(take.name, namedBy: take.list, in: &grouping))
        }
        for part in parts.alone(besides: Set(byName.keys)) {
            told.formUnion(parts.lose(part, namedBy: nil, in: &grouping))
        }
        index.findings.forEach { grouping.note($0) }
        for (clip, finding) in index.lost where !told.contains(clip.uppercased()) {
            grouping.lose(clip, folder: layout.root, finding)
        }
        var clips = grouping.finish()
        clips.shareRest(of: layout, on: card)
        return clips
    }

    /// Adds what lies in a folder of `CLPR`: to its take, or as a clip of its own where none joins it.
    private static func add(
        _ part: Int, of take: Take?, _ index: SonyIndex, to grouping: inout ClipGrouping, on card: CardTree
    ) {
        let name = card.name(of: part)
        let grammar = ClipName(name, by: .xdcamEX)
        for file in card.allFiles(below: part) {
            let isMovie = card.fileExtension(of: file) == "MP4"
            // Parts may lie on another card as well: which of them are missing here, nobody knows.
            let number = take.map(\.isOnSeveralCards) == false && isMovie ? grammar?.part : nil
            grouping.add(
                file, as: isMovie ? .essence : .sidecar, to: take?.name ?? name, folder: card.path(of: part),
                part: number, grammar: grammar, indexID: index.links[file]?.umid)
        }
    }

    /// A folder of `TAKR`.
    private struct Take {
        let name: String
        private let folder: Int
        /// `709_001.SMI`, which names the parts.
        let list: Int?
        private let files: [Int]
        /// `709_001U01.SMI` is there once for each other card.
        let isOnSeveralCards: Bool

        init(_ folder: Int, on card: CardTree) {
            let (name, files) = (card.name(of: folder), card.allFiles(below: folder))
            (self.folder, self.name, self.files) = (folder, name, files)
            list = files.first { card.capitals(of: $0) == name.uppercased() + ".SMI" }
            isOnSeveralCards = files.contains { file in
                card.fileExtension(of: file) == "SMI"
                    && card.stem(of: file).dropFirst(name.count).uppercased().hasPrefix("U")
            }
        }

        func add(to grouping: inout ClipGrouping, on card: CardTree) {
            for file in files { grouping.add(file, as: .sidecar, to: name, folder: card.path(of: folder)) }
            guard isOnSeveralCards else { return }
            grouping.note(
                CardFinding(
                    .missingPart, .note, at: card.path(of: folder), "The take \(name) has parts on another card.",
                    nextStep: "Copy that card too, and keep both together."))
        }
    }

    private static func layout(at root: Int, on card: CardTree) -> CardLayout? {
        guard let clips = card.folder(at: "CLPR", from: root) else { return nil }
        let (takes, index) = (card.folder(at: "TAKR", from: root), card.file(at: "MEDIAPRO.XML", from: root))
        return CardLayout(
            family, at: card.path(of: root), takes != nil && index != nil ? .certain : .likely,
            because: card.reasons(clips, takes, index), sealed: [card.path(of: root)])
    }
}
