internal import FileTree

/// What is missing of a take.
struct SoundTakeFindings {
    let take: SoundTake
    let card: CardTree

    /// Shorter pauses between two pieces of a take are the recorder's rounding, in seconds.
    static let longestPause = 1

    /// Missing files, and time that is missing between pieces.
    var all: [CardFinding] {
        let sets = Dictionary(grouping: take.recordings) { $0.facts?.totalFiles }
        return sets.compactMap { total, _ in total }.sorted().compactMap(missing) + missingInPieces + holes
    }

    /// Files that the recorder counted and that are not there; an exported set counts for itself.
    private func missing(of total: Int) -> CardFinding? {
        let there = take.recordings.filter { $0.facts?.totalFiles == total }
        // A long take has more files than its recorder counted: each of them in pieces.
        if there.count > total, take.pieces.count == 1 { return tooMany(there.count, of: total) }
        guard there.count < total else { return nil }
        let numbers = there.compactMap { $0.facts?.index.flatMap { Int($0) } }
        let isNumbered = Set(numbers).count == there.count && numbers.allSatisfy { (1...total).contains($0) }
        let gaps = isNumbered ? NumberWords.gaps(between: [0] + numbers.sorted() + [total + 1]) : []
        let which = gaps.isEmpty ? "" : ": number \(NumberWords.list(gaps)) of the set"
        let count = total - there.count
        return finding("\(count) of the \(total) files of \(take.name) \(count == 1 ? "is" : "are") not here\(which).")
    }

    private func tooMany(_ count: Int, of total: Int) -> CardFinding {
        CardFinding(
            .conflict, .note, at: take.recordings.first.map { card.path(of: $0.folder) } ?? .root,
            "\(count) files say that they are of the take \(take.name), and that it has \(total).",
            nextStep: "Listen to them: they may be of different takes, or one a copy of the other.")
    }

    /// Pieces with fewer files than others.
    private var missingInPieces: [CardFinding] {
        let most = take.pieces.map(\.count).max() ?? 0
        return take.pieces.enumerated().filter { $0.element.count < most }.map { place, piece in
            finding("Part \(place + 1) of \(take.name) has \(piece.count) of \(most) files.")
        }
    }

    /// Time between two pieces that nobody recorded, or whose piece is lost.
    private var holes: [CardFinding] {
        zip(take.pieces, take.pieces.dropFirst()).compactMap { one, next in
            guard let end = one.compactMap({ SoundTake.span(of: $0)?.upperBound }).max(), let second = next.first,
                let start = SoundTake.span(of: second)?.lowerBound, let rate = second.facts?.sampleRate, rate > 0,
                start > end, (start - end) / rate >= SoundTakeFindings.longestPause
            else { return nil }
            return CardFinding(
                .missingPart, .error, at: card.path(of: second.number),
                "Between the parts of \(take.name), \((start - end) / rate) s before \(card.name(of: second.number)) "
                    + "are not here.",
                nextStep: SoundTakeFindings.nextStep)
        }
    }

    private static let nextStep =
        "Look for it on the card, and on the recorder's other drives, before they are erased; copy the card again."

    private func finding(_ sentence: String) -> CardFinding {
        let folder = take.recordings.first.map { card.path(of: $0.folder) } ?? .root
        return CardFinding(.missingTrack, .error, at: folder, sentence, nextStep: SoundTakeFindings.nextStep)
    }
}
