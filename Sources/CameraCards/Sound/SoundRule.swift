/// A rule for the rolls of one maker's recorders, who put them into the root of a volume that is theirs alone.
protocol SoundRule: LayoutRule {
    /// The roll, if it is of this maker; `probe` is nil where no recording was made yet.
    static func layout(on card: CardTree, _ probe: SoundProbe?) -> CardLayout?
}

extension SoundRule {
    static func layouts(on card: CardTree) -> [CardLayout] { layouts(on: card, besides: []) }

    /// None where a family before this one knows the card: cameras record sound too.
    static func layouts(on card: CardTree, besides found: [CardLayout]) -> [CardLayout] {
        guard found.isEmpty else { return [] }
        return layout(on: card, SoundProbe(card)).map { [$0] } ?? []
    }

    static func clips(of layout: CardLayout, on card: CardTree) -> LayoutClips { SoundRoll(layout, on: card).clips }

    /// Whether a folder of this name lies in the root.
    static func isFolder(_ name: String, on card: CardTree) -> Bool {
        card.number(at: name).map { card.isFolder($0) } ?? false
    }
}
