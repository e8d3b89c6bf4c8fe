internal import FileTree

/// Numbers of clips that are not there, between clips that are.
struct NumberGaps {
    private let clips: [Clip]
    private let family: CardFamily

    init(in clips: [Clip], of family: CardFamily) {
        self.clips = clips
        self.family = family
    }

    /// One finding for each camera and reel that has gaps.
    var findings: [CardFinding] {
        let counters = ClipCounter.counters(of: clips)
        let members = Dictionary(grouping: clips) { $0.grammar.flatMap { ClipSeries($0) } }
        return counters.sorted { $0.key < $1.key }.compactMap { series, counter in
            finding(in: members[series] ?? [], counter)
        }
    }

    private func finding(in series: [Clip], _ counter: ClipCounter) -> CardFinding? {
        let gaps = counter.gaps
        guard let gap = gaps.first else { return nil }
        let before = series.last { clip in
            clip.grammar?.ordinal.map { counter.position(of: $0) < gap.lowerBound } ?? false
        }
        guard let clip = before, let name = clip.grammar else { return nil }
        let isOne = NumberWords.count(gaps) == 1
        let list = NumberWords.list(gaps) { name.numberText(counter.number(at: $0)) }
        return CardFinding(
            .clipGap, family.deletesClips ? .note : .warning, at: clip.folder,
            "\(isOne ? "Clip" : "Clips") \(list)\(name.reelWords(of: family)) \(isOne ? "is" : "are") not here.",
            nextStep: "Compare with the camera report: "
                + (family.deletesClips
                    ? "the camera can delete single clips." : "cameras like this one do not delete single clips."))
    }
}

extension ClipName {
    /// A number of this series as its names write it: `C003`, `0048`.
    func numberText(_ ordinal: Int) -> String {
        let width = clip?.utf8.count ?? 0
        let most = width > 3 ? 9999 : 999
        guard let position else { return NumberWords.padded(ordinal, width) }
        guard grammar.continuesWithD else { return position + NumberWords.padded(ordinal, width) }
        if ordinal > most { return "D" + NumberWords.padded(ordinal - most, width) }
        return (position == "D" ? "C" : position) + NumberWords.padded(ordinal, width)
    }

    /// ` of reel A001`; empty where the name has none.
    func reelWords(of family: CardFamily) -> String { reelName(of: family).map { " of reel \($0)" } ?? "" }
}

extension CardFamily {
    /// Whether a person can delete a single clip on the camera; RED, ARRI and Blackmagic can only format the card.
    var deletesClips: Bool {
        switch self {
        case .red, .arri35, .arriClassic, .arriCodex, .blackmagic: false
        default: true
        }
    }
}
