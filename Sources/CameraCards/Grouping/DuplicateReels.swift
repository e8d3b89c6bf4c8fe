internal import FileTree
internal import FrameSequences

/// Clips that are there twice: somebody forgot to advance the reel, or a card was copied twice.
///
/// Two recordings of ALEXA 35 that differ in their kind alone are one take and no duplicates, and neither are HDE copies
/// (`.arx`) of the frames they were made of (`.ari`).
public struct DuplicateReels {
    /// A card, or a folder that a card was copied into, with what was found on it.
    public struct Card: Sendable {
        /// What people call it.
        public let name: String
        /// Its tree.
        public let tree: CardTree
        /// Its clips, of all layouts.
        public let clips: [Clip]

        /// Names a card.
        public init(_ name: String, _ tree: CardTree, clips: [Clip]) {
            self.name = name
            self.tree = tree
            self.clips = clips
        }
    }

    /// One clip and where it is.
    private struct Place {
        let card: Int
        let clip: Clip
    }

    /// Two cards and a reel that both have.
    private struct Pair: Hashable {
        let first: Int
        let second: Int
        let family: CardFamily
        let reel: String
    }

    private let cards: [Card]

    /// Looks at any number of cards; one alone may have a clip in two folders.
    public init(among cards: [Card]) {
        self.cards = cards
    }

    /// One for each reel and each two cards that have clips of it in common.
    public var findings: [CardFinding] {
        var pairs: [Pair] = []
        var twins: [Pair: [(first: Place, second: Place)]] = [:]
        for (first, second) in doubled {
            let reel = second.clip.grammar?.reelName(of: second.clip.family) ?? ""
            let pair = Pair(first: first.card, second: second.card, family: second.clip.family, reel: reel)
            if twins[pair] == nil { pairs.append(pair) }
            twins[pair, default: []].append((first, second))
        }
        return pairs.compactMap { finding(for: $0, twins[$0] ?? []) }
    }

    /// Every clip that was there before, with the one that came first.
    private var doubled: [(first: Place, second: Place)] {
        var known: [String: Place] = [:]
        var doubled: [(Place, Place)] = []
        for (number, card) in cards.enumerated() {
            for clip in card.clips {
                guard let identity = clip.grammar?.identity else { continue }
                let place = Place(card: number, clip: clip)
                let key = "\(clip.family.rawValue) \(identity)\(clip.isOfHDE ? " HDE" : "")"
                if let first = known[key] {
                    if first.card != number || first.clip.folder != clip.folder { doubled.append((first, place)) }
                } else {
                    known[key] = place
                }
            }
        }
        return doubled
    }

    private func finding(for pair: Pair, _ twins: [(first: Place, second: Place)]) -> CardFinding? {
        guard let (first, second) = twins.first else { return nil }
        let isSame = twins.allSatisfy { size(of: $0.first) == size(of: $0.second) }
        let more = twins.count - 1
        let rest = more > 0 ? " and \(more) more \(more == 1 ? "clip" : "clips") of reel \(pair.reel)" : ""
        return CardFinding(
            .duplicateReel, isSame ? .note : .warning, at: second.clip.folder,
            "\(second.clip.name)\(rest) \(more > 0 ? "are" : "is") in both \(places(pair, first, second)), "
                + (isSame ? "of the same size." : "and not of the same size."),
            nextStep: isSame
                ? "The card may have been copied before, or two slots recorded the same: compare the copies."
                : "Somebody may have forgotten to advance the reel: keep both apart, and tell the editor.")
    }

    private func places(_ pair: Pair, _ first: Place, _ second: Place) -> String {
        pair.first == pair.second
            ? "\(first.clip.folder) and \(second.clip.folder)"
            : "\(cards[pair.first].name) and \(cards[pair.second].name)"
    }

    private func size(of place: Place) -> ByteCount {
        let tree = cards[place.card].tree
        return place.clip.essence.reduce(place.clip.frames?.size ?? .zero) { $0 + ByteCount(tree.size(of: $1.number)) }
    }
}

extension Clip {
    /// Whether its frames are ARRIRAW that was compressed without loss.
    fileprivate var isOfHDE: Bool {
        frames.map { String(decoding: $0.suffix, as: UTF8.self).lowercased() == ".arx" } ?? false
    }
}
