internal import ClipMetadata
internal import FileTree

/// What is wrong with the recordings of one P2 card that went on in several clips.
struct P2ChainFindings {
    private let chains: [P2Chain]
    /// Where the XML of a clip lies, by the clip's name.
    private let places: [String: RelativePath]
    /// What other clips call this card.
    private let ownSerials: Set<String>

    init(_ chains: [P2Chain], places: [String: RelativePath]) {
        self.chains = chains
        self.places = places
        ownSerials = Set(
            chains.flatMap { chain in
                zip(chain.members, chain.members.dropFirst()).flatMap { one, next in
                    [one.link.next, next.link.previous].compactMap { $0?.cardSerial }
                }
            })
    }

    /// One for each broken link, and one for each that leads to another card.
    var all: [CardFinding] { chains.flatMap { ends(of: $0) + joints(of: $0) } }

    private func ends(of chain: P2Chain) -> [CardFinding] {
        let (first, last) = (chain.members.first?.link, chain.members.last?.link)
        return [
            first.flatMap { link in chain.beginsIn.map { elsewhere($0, of: link, "goes on from") } },
            last.flatMap { link in chain.goesOnIn.map { elsewhere($0, of: link, "goes on in") } },
        ].compactMap { $0 }
    }

    /// The recording begins or goes on in a clip that is not here.
    private func elsewhere(_ clip: P2Connection, of link: P2Link, _ verb: String) -> CardFinding {
        let place = places[link.name] ?? .root
        let name = clip.clipName.map { "clip \($0)" } ?? "a clip"
        if let serial = clip.cardSerial, !ownSerials.contains(serial) {
            return CardFinding(
                .missingPart, .note, at: place, "\(link.name) \(verb) \(name) of the card \(serial).",
                nextStep: "Copy that card too, and keep both together.")
        }
        return CardFinding(
            .missingPart, .error, at: place, "\(link.name) \(verb) \(name), which is not here.",
            nextStep: "Look for it on the card before it is erased; copy the card again.")
    }

    /// Between two clips that follow each other: what both say of it, and the frames before the second.
    private func joints(of chain: P2Chain) -> [CardFinding] {
        var (findings, expected) = ([CardFinding](), chain.members.first?.link.offset ?? 0 as Int?)
        for (one, next) in zip(chain.members, chain.members.dropFirst()) {
            if one.link.next?.globalClipID != next.link.globalID
                || next.link.previous?.globalClipID != one.link.globalID
            {
                findings.append(disagreement(one.link, next.link))
            }
            expected = expected.flatMap { sum in one.link.duration.flatMap { added(sum, $0) } }
            guard let sum = expected, let offset = next.link.offset, offset != sum else { continue }
            findings.append(wrongOffset(next.link, offset, sum))
            expected = offset
        }
        return findings
    }

    private func added(_ one: Int, _ other: Int) -> Int? {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? nil : sum
    }

    private func disagreement(_ one: P2Link, _ next: P2Link) -> CardFinding {
        CardFinding(
            .index, .warning, at: places[one.name] ?? .root,
            "\(one.name) and \(next.name) disagree whether one goes on in the other.",
            nextStep: "Play both across the cut before the card is erased; copy the card again.")
    }

    private func wrongOffset(_ link: P2Link, _ offset: Int, _ sum: Int) -> CardFinding {
        CardFinding(
            .index, .warning, at: places[link.name] ?? .root,
            "\(link.name) should begin at frame \(offset) of its recording, but the clips before it end at \(sum).",
            nextStep: "A clip between them may be missing: look for it on the card before it is erased.")
    }
}
