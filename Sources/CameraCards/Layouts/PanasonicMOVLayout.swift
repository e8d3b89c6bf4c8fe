/// Panasonic's cameras that write MOV and MP4 to SD: EVA1, CX350, HC-X, UX.
///
/// `DCIM/001RAQAM/B002C001_180315_R0AB.MOV`, named as ARRI names clips, with management and thumbnails in
/// `PRIVATE/PANA_GRP/001RAQAM`. Source: pro-av.panasonic.net, manuals of EVA1 and CX350.
enum PanasonicMOVLayout: LayoutRule {
    static let family = CardFamily.panasonicMOV

    static func layouts(on card: CardTree) -> [CardLayout] {
        let management = [card.folder(at: "PRIVATE/PANA_GRP")].compactMap { $0 }
        let all = PictureFolder.all(on: card)
        let named = all.filter { isPanasonic($0.makerPart) }
        // Lumix calls its folders 100_PANA: with PANA_GRP beside them they are no doubt Panasonic's.
        let lumix = management.isEmpty ? [] : all.filter { $0.makerPart == "_PANA" }
        let folders = (named + lumix).map(\.number).sorted()
        guard !folders.isEmpty else { return [] }
        let reel = ReelName.agreed(
            by: folders.flatMap(card.files(in:)), of: family, on: card, grammars: [.arriClassic])
        return [
            CardLayout(
                family, management.isEmpty || named.isEmpty ? .likely : .certain, marks: folders + management,
                reel: reel, sealed: management, on: card)
        ]
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips {
        PictureClips.clips(of: layout, on: card, grammars: [.arriClassic])
    }

    /// What stands at each place behind the three digits: `RAQAM`.
    private static let places = ["RY", "ABCDEF", "PQIJ", "A", "MT"]

    private static func isPanasonic(_ part: String) -> Bool {
        part.count == places.count && zip(part, places).allSatisfy { $1.contains($0) }
    }
}
