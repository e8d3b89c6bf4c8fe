internal import MediaTime

/// The pictures that ran at some time of the day, found without looking through all of them.
struct RunningClips {
    /// Ten minutes of one count: a clip lies in as many as it takes.
    private struct Slot: Hashable {
        let base: TimecodeBase
        let number: Int
    }

    /// Ten minutes: a clip is shorter, and a day's clips are spread over a hundred of them.
    private static let slotsPerDay = 144

    private let clips: [LoggedClip]
    private var rows: [Slot: [Int]] = [:]
    /// How the pictures count.
    private(set) var bases: Set<TimecodeBase> = []

    init(_ clips: [LoggedClip]) {
        self.clips = clips
        for (row, clip) in clips.enumerated() where clip.kind == .picture {
            guard let span = clip.span, span.frames > 0 else { continue }
            bases.insert(span.start.base)
            for slot in RunningClips.slots(of: span) { rows[slot, default: []].append(row) }
        }
    }

    /// The rows that ran in a stretch of time, in the order of the log; no more than one above ``NoteMatcher/mostCandidates``.
    func rows(meeting stretch: TimecodeSpan) -> [Int] {
        var found: Set<Int> = []
        for slot in RunningClips.slots(of: stretch) {
            for row in rows[slot] ?? [] where clips[row].span.map({ stretch.shared(with: $0) > 0 }) ?? false {
                found.insert(row)
                if found.count > NoteMatcher.mostCandidates { return found.sorted() }
            }
        }
        return found.sorted()
    }

    private static func slot(of moment: Timecode) -> Slot {
        Slot(base: moment.base, number: moment.frame / (moment.base.framesPerDay / slotsPerDay))
    }

    private static func slots(of span: TimecodeSpan) -> Set<Slot> {
        guard let last = span.last else { return [] }
        let first = slot(of: span.start).number
        let length = slot(of: last).number - first
        // The same slot again means within it, or all the way round the day.
        let isAllRound = length < 0 || length == 0 && span.frames > span.start.base.framesPerDay / 2
        let count = isAllRound ? length + slotsPerDay : length
        return Set((0...count).map { Slot(base: span.start.base, number: (first + $0) % slotsPerDay) })
    }
}

extension TimecodeSpan {
    /// How many frames are in both; none where the two count differently.
    func shared(with other: TimecodeSpan) -> Int {
        guard let behind = start.frames(until: other.start) else { return 0 }
        // What began before may still run, and what runs for long may come round midnight.
        return [behind, behind - start.base.framesPerDay].reduce(0) { sum, begin in
            sum + max(0, min(begin + other.frames, frames) - max(begin, 0))
        }
    }

    /// Whether most of one of the two lies in the other.
    func isMainly(in other: TimecodeSpan) -> Bool {
        let shared = shared(with: other)
        return shared > 0 && (shared * 2 >= frames || shared * 2 >= other.frames)
    }
}
