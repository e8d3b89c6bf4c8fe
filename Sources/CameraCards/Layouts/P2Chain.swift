public import ClipMetadata

/// One clip of a P2 card by its XML, as far as it says where the clip stands in a recording of several clips.
///
/// Source: P2 clip XML, `Relation/Connection`, `OffsetInShot` and `Duration`.
public struct P2Link: Hashable, Sendable {
    /// The clip's name: `0001AB`.
    public let name: String
    /// Its `GlobalClipID`.
    public let globalID: String
    /// The clip that the recording goes on from.
    public let previous: P2Connection?
    /// The clip that the recording goes on in.
    public let next: P2Connection?
    /// How many frames of the recording come before it.
    public let offset: Int?
    /// Its length in frames.
    public let duration: Int?

    /// Takes it from a clip's XML; nil where that has no identifier that others could name.
    ///
    /// - Parameter name: what the clip's files are called; as the XML has it when nothing else is known.
    public init?(_ xml: P2ClipXML, named name: String? = nil) {
        guard let globalID = xml.globalClipID, let name = name ?? xml.clipName else { return nil }
        self.name = name
        self.globalID = globalID
        // Who names itself names nobody.
        previous = xml.previous.flatMap { $0.globalClipID == globalID ? nil : $0 }
        next = xml.next.flatMap { $0.globalClipID == globalID ? nil : $0 }
        offset = xml.offsetInShot
        duration = xml.duration
    }
}

extension P2Link {
    /// What the XML files of a card say, in the order of their names; those that cannot be read say nothing.
    public static func all(of layout: CardLayout, on card: CardTree) -> [P2Link] {
        var findings: [CardFinding] = []
        guard layout.family == .panasonicP2, let root = card.number(of: layout.root) else { return [] }
        return P2Index.entries(in: root, on: card, findings: &findings).compactMap(\.link)
    }
}

/// One recording over the clips, and the cards, that it went on in.
public struct P2Chain: Hashable, Sendable {
    /// One of its clips.
    public struct Member: Hashable, Sendable {
        /// Which of the cards it is on, as they were given.
        public let card: Int
        /// What its XML says.
        public let link: P2Link
    }

    /// The clips in the order they were recorded.
    public let members: [Member]

    /// The length of all of them in frames; nil where one does not say.
    public var duration: Int? {
        members.reduce(0) { sum, member in
            guard let sum, let duration = member.link.duration else { return nil }
            let (total, overflow) = sum.addingReportingOverflow(duration)
            return overflow ? nil : total
        }
    }

    /// The clip that it goes on from, which is on none of the cards.
    public var beginsIn: P2Connection? { members.first?.link.previous }

    /// The clip that it goes on in, which is on none of the cards.
    public var goesOnIn: P2Connection? { members.last?.link.next }

    /// The recordings of cards that are looked at together: every clip is in one of them, and in no other.
    ///
    /// A clip is followed by the one it names as the next; where that one is not there, by the one that names it as the
    /// previous. Clips that name each other in a circle are cut where the first of them was given.
    public static func chains(of cards: [[P2Link]]) -> [P2Chain] {
        P2ChainWalk(cards).chains
    }
}

/// Follows links from clip to clip.
private struct P2ChainWalk {
    private let all: [P2Chain.Member]
    /// For each clip the one that follows it.
    private var following: [Int: Int] = [:]
    private var followed: Set<Int> = []

    init(_ cards: [[P2Link]]) {
        all = cards.enumerated().flatMap { card, links in links.map { P2Chain.Member(card: card, link: $0) } }
        let places = Dictionary(
            all.enumerated().map { ($0.element.link.globalID, $0.offset) }, uniquingKeysWith: { first, _ in first })
        for (place, member) in all.enumerated() {
            if let next = member.link.next.flatMap({ places[$0.globalClipID] }) { join(place, next) }
        }
        for (place, member) in all.enumerated() {
            if let previous = member.link.previous.flatMap({ places[$0.globalClipID] }) { join(previous, place) }
        }
    }

    private mutating func join(_ one: Int, _ next: Int) {
        guard one != next, following[one] == nil, followed.insert(next).inserted else { return }
        following[one] = next
    }

    var chains: [P2Chain] {
        var (chains, seen) = ([P2Chain](), Set<Int>())
        let starts = all.indices.filter { !followed.contains($0) }
        for start in starts + all.indices {
            var (members, place) = ([P2Chain.Member](), Optional(start))
            while let here = place, seen.insert(here).inserted {
                members.append(all[here])
                place = following[here]
            }
            if !members.isEmpty { chains.append(P2Chain(members: members)) }
        }
        return chains
    }
}
