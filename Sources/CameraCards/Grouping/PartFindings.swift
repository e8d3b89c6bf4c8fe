internal import FileTree

/// What is wrong with a recording in several files.
///
/// Source: the field notes 3.1: recorders begin a new file at the largest size that a card or a file system takes.
struct PartFindings {
    /// Parts before the last are cut at the same size; one with less than this share of it has lost its end.
    static let shortestShare = 0.9

    private let clip: Clip
    private let card: CardTree
    private let numbered: [(part: Int, file: Clip.File)]
    private let firstPart: Int

    init(of clip: Clip, on card: CardTree, firstPart: Int) {
        (self.clip, self.card) = (clip, card)
        let firstPart = clip.grammar?.grammar.firstPart ?? firstPart
        self.firstPart = firstPart
        numbered = PartFindings.numbered(clip.essence, firstPart: firstPart)
    }

    /// Missing, doubled and short parts.
    var all: [CardFinding] { missing + doubled + short }

    /// A file without a number beside files with numbers is the first: `DJI_0001.MP4`, `DJI_0001_002.MP4`.
    private static func numbered(_ essence: [Clip.File], firstPart: Int) -> [(part: Int, file: Clip.File)] {
        let parts = Set(essence.compactMap(\.part))
        guard !parts.isEmpty else { return [] }
        let unnumbered = parts.contains(firstPart) ? firstPart - 1 : firstPart
        return essence.map { ($0.part ?? unnumbered, $0) }
    }

    private var missing: [CardFinding] {
        let parts = Set(numbered.map(\.part)).sorted()
        guard let lowest = parts.first else { return [] }
        let before = lowest > firstPart ? [firstPart...(lowest - 1)] : []
        let ranges = before + NumberWords.gaps(between: parts + accompanied(beyond: parts))
        guard let first = ranges.first else { return [] }
        let count = NumberWords.count(ranges)
        let name = count == 1 ? fileName(ofPart: first.lowerBound).map { " (\($0))" } ?? "" : ""
        let what = "\(count == 1 ? "Part" : "Parts") \(NumberWords.list(ranges)) of \(clip.name)"
        return [
            CardFinding(
                .missingPart, .error, at: place,
                "\(what) \(count == 1 ? "is" : "are") missing\(name): \(clip.family.loss(ofParts: count)).",
                nextStep: "Look for \(count == 1 ? "it" : "them") on the card before it is erased; copy the card again."
            )
        ]
    }

    /// What ends the search for missing parts: one behind the last part that a sidecar, a proxy or a thumbnail is of.
    private func accompanied(beyond parts: [Int]) -> [Int] {
        let last = clip.files.filter { $0.role != .essence }.compactMap(\.part).max() ?? 0
        guard let highest = parts.last, last > highest, last < .max else { return [] }
        return [last + 1]
    }

    /// The clip's folder; Blackmagic's is mostly the card itself, so that the file that is there says more.
    private var place: RelativePath {
        guard clip.family == .blackmagic, let first = clip.essence.first else { return clip.folder }
        return card.path(of: first.number)
    }

    /// What the file of a part would be called, after one that is there.
    private func fileName(ofPart part: Int) -> String? {
        if clip.family == .blackmagic { return clip.name + (part == 1 ? ".braw" : ".braw2") }
        for (_, file) in numbered {
            let (stem, name) = (card.stem(of: file.number), card.name(of: file.number))
            guard let grammar = clip.grammar?.grammar,
                let other = ClipName.stem(stem, ofPart: part, by: grammar)
            else { continue }
            return other + name.dropFirst(stem.count)
        }
        return nil
    }

    private var doubled: [CardFinding] {
        // A sound roll has a file for each microphone in every part.
        guard !clip.family.isSound else { return [] }
        let byPart = Dictionary(grouping: numbered, by: \.part).filter { $0.value.count > 1 }
        return byPart.sorted { $0.key < $1.key }.compactMap { part, files in
            guard let second = files.dropFirst().first else { return nil }
            let names = files.prefix(NumberWords.most).map { card.name(of: $0.file.number) }
            return CardFinding(
                .missingPart, .warning, at: card.path(of: second.file.number),
                "Part \(part) of \(clip.name) is there \(files.count) times: \(names.joined(separator: ", ")).",
                nextStep: "Find out which of them is the camera's; a part of another clip may be among them.")
        }
    }

    private var short: [CardFinding] {
        guard clip.family.splitsAtOneSize, let last = numbered.map(\.part).max() else { return [] }
        let earlier = numbered.filter { $0.part != last }
        let sizes = earlier.map { card.size(of: $0.file.number) }.sorted()
        guard !sizes.isEmpty else { return [] }
        let tail = numbered.filter { $0.part == last }.map { card.size(of: $0.file.number) }.max() ?? 0
        // The last may be of any length, but none is longer than what a file takes.
        let full = max(sizes[sizes.count / 2], tail)
        return earlier.filter { isShort(card.size(of: $0.file.number), beside: full) }.map { part, file in
            let sizes = "\(ByteCount(card.size(of: file.number))) where the others have \(ByteCount(full))"
            return CardFinding(
                .shortPart, .warning, at: card.path(of: file.number),
                "Part \(part) of \(clip.name) is short: \(sizes). It is not the last, so its end may be lost.",
                nextStep: "Play the clip across its parts before the card is erased; copy the card again.")
        }
    }

    private func isShort(_ size: Int64, beside full: Int64) -> Bool {
        size > 0 && Double(size) < PartFindings.shortestShare * Double(full)
    }
}

extension CardFamily {
    /// What is lost with so many parts, as a clause.
    func loss(ofParts count: Int) -> String {
        let parts = count == 1 ? "it" : "them"
        return switch self {
        case .red: "RED cannot open the clip without \(parts)"
        case .blackmagic: "the clip cannot be played whole without \(parts)"
        default: "what was recorded in \(parts) is not here"
        }
    }

    /// Whether a recording goes on in a new file when the old one has reached a size; Blackmagic's second volume takes
    /// turns with the first, Insta360's files of one recording are lenses, and a sound roll's parts are told by their time.
    var splitsAtOneSize: Bool { self != .blackmagic && self != .insta360 && !isSound }
}
