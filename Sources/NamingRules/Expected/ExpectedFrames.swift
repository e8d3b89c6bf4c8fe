internal import FrameSequences

/// The frames that a row of a pull list expects.
enum ExpectedFrames: Hashable, Sendable {
    case exactly(ClosedRange<Int>)
    case first(Int)
    case last(Int)
    case count(Int)

    /// Numbers of frames lie within: a day at 120 frames a second has ten million.
    private static let most = 1_000_000_000

    /// Reads what a row says; nil where it says nothing of frames, or what cannot be.
    ///
    /// - Parameter count: a number of frames or a range of them, `1001-1100`; timecode says nothing here.
    init?(first: String?, last: String?, count: String?) {
        let (first, last) = (first.flatMap(ExpectedFrames.number), last.flatMap(ExpectedFrames.number))
        if let first, let last {
            guard first <= last else { return nil }
            self = .exactly(first...last)
        } else if let range = count.flatMap(ExpectedFrames.range) {
            self = .exactly(range)
        } else {
            let count = count.flatMap(ExpectedFrames.number).flatMap { $0 > 0 ? $0 : nil }
            switch (first, last, count) {
            case (let first?, nil, let count?): self = .exactly(first...(first + count - 1))
            case (nil, let last?, let count?): self = .exactly((last - count + 1)...last)
            case (let first?, nil, nil): self = .first(first)
            case (nil, let last?, nil): self = .last(last)
            case (nil, nil, let count?): self = .count(count)
            default: return nil
            }
        }
    }

    /// A whole number and nothing else.
    static func number(_ text: String) -> Int? {
        Int(text).flatMap { (-most...most).contains($0) ? $0 : nil }
    }

    private static func range(_ text: String) -> ClosedRange<Int>? {
        ends(text).flatMap { $0.first <= $0.last ? $0.first...$0.last : nil }
    }

    /// The two numbers of a range as they are written, whichever is larger: `1001-1100`.
    static func ends(_ text: String) -> (first: Int, last: Int)? {
        let parts = text.split { "-–".contains($0) }.map { String($0.filter { $0 != " " }) }
        let numbers = parts.compactMap(number)
        guard parts.count == 2, numbers.count == 2 else { return nil }
        return (numbers[0], numbers[1])
    }

    /// All that a sequence would be asked for to be just right: without holes, from its first frame to its last.
    static func met(by sequence: FrameSequence) -> [ExpectedFrames] {
        guard sequence.runs.count == 1, let run = sequence.runs.first else { return [] }
        return [.exactly(run), .first(run.lowerBound), .last(run.upperBound), .count(run.count)]
    }

    /// For sentences: `frames 1001-1100`.
    var words: String {
        switch self {
        case .exactly(let range): "frames \(ExpectedRanges.range(range))"
        case .first(let first): "frames from \(first)"
        case .last(let last): "frames up to \(last)"
        case .count(let count): count == 1 ? "1 frame" : "\(count) frames"
        }
    }

    /// What is wrong with the frames of a sequence, as a clause behind a semicolon.
    func difference(to sequence: FrameSequence) -> String {
        guard let first = sequence.runs.first?.lowerBound, let last = sequence.runs.last?.upperBound else {
            return "no frame is here"
        }
        var wanted = first...last
        switch self {
        case .exactly(let range): wanted = range
        case .first(let start) where start <= last: wanted = start...last
        case .last(let end) where end >= first: wanted = first...end
        case .first, .last: return "\(ExpectedRanges.range(first...last)) are here"
        case .count:
            if sequence.runs.count == 1 { return "\(sequence.count) are here" }
        }
        let missing = ExpectedRanges.gaps(in: sequence.runs, of: wanted)
        var extra: [ClosedRange<Int>] = []
        if first < wanted.lowerBound {
            extra += ExpectedRanges.clip(sequence.runs, to: first...(wanted.lowerBound - 1))
        }
        if last > wanted.upperBound { extra += ExpectedRanges.clip(sequence.runs, to: (wanted.upperBound + 1)...last) }
        let clauses = [
            missing.isEmpty ? nil : "\(ExpectedRanges.list(missing)) \(ExpectedRanges.verb(missing)) not here",
            extra.isEmpty ? nil : "\(ExpectedRanges.list(extra)) \(ExpectedRanges.verb(extra)) here and not expected",
        ]
        return clauses.compactMap(\.self).joined(separator: ", ")
    }
}

/// Frames as people write them.
private enum ExpectedRanges {
    /// So many ranges are listed in a sentence.
    private static let most = 3

    static func range(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }

    static func list(_ ranges: [ClosedRange<Int>]) -> String {
        let rest = ranges.count - most
        return ranges.prefix(most).map(range).joined(separator: ", ") + (rest > 0 ? " and \(rest) more ranges" : "")
    }

    static func verb(_ ranges: [ClosedRange<Int>]) -> String {
        ranges.count == 1 && ranges[0].count == 1 ? "is" : "are"
    }

    /// The parts of runs that lie in a range.
    static func clip(_ runs: [ClosedRange<Int>], to range: ClosedRange<Int>) -> [ClosedRange<Int>] {
        runs.filter { $0.overlaps(range) }.map { $0.clamped(to: range) }
    }

    /// The parts of a range in which no run lies.
    static func gaps(in runs: [ClosedRange<Int>], of range: ClosedRange<Int>) -> [ClosedRange<Int>] {
        var gaps: [ClosedRange<Int>] = []
        var next = range.lowerBound
        for run in clip(runs, to: range) {
            if run.lowerBound > next { gaps.append(next...(run.lowerBound - 1)) }
            next = run.upperBound + 1
        }
        if next <= range.upperBound { gaps.append(next...range.upperBound) }
        return gaps
    }
}
