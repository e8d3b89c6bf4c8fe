internal import FileTree

/// What is wrong between cards that are looked at together.
public struct CardsTogether {
    private let cards: [(name: String, card: Card)]

    /// Takes cards with what people call each.
    public init(_ cards: [(name: String, card: Card)]) {
        self.cards = cards
    }

    /// Reels that are on two cards, and recordings that go on from one card to another.
    public var findings: [CardFinding] {
        guard cards.count > 1 else { return [] }
        let doubled = DuplicateReels(
            among: cards.map { DuplicateReels.Card($0.name, $0.card.tree, clips: $0.card.clips) })
        return doubled.findings + spanning
    }

    /// P2 recordings whose clips lie on several of these cards.
    private var spanning: [CardFinding] {
        let links = cards.map { name, card in
            card.parts.flatMap { P2Link.all(of: $0.layout, on: card.tree) }
        }
        return P2Chain.chains(of: links).flatMap { chain in
            zip(chain.members, chain.members.dropFirst()).filter { $0.card != $1.card }.map { one, next in
                CardFinding(
                    .missingPart, .note, at: .root,
                    "\(one.link.name) of \(cards[one.card].name) goes on in \(next.link.name) of "
                        + "\(cards[next.card].name), which is here.",
                    nextStep: "Keep both cards together: an editing system joins them.")
            }
        }
    }
}
