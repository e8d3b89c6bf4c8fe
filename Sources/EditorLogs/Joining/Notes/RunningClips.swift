internal import MediaTime

/// The pictures that ran at a moment of the day, found without looking through all of them.
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

    /// The rows that ran at a moment, in the order of the log.
    func rows(at moment: Timecode) -> [Int] {
        (rows[RunningClips.slot(of: moment)] ?? []).filter { clips[$0].span?.contains(moment) == true }
    }

    /// The rows that began within a stretch of time, in the order of the log.
    func rows(beginningIn stretch: TimecodeSpan) -> [Int] {
        let found = RunningClips.slots(of: stretch).flatMap { rows[$0] ?? [] }
            .filter { clips[$0].start.map { stretch.contains($0) } ?? false }
        return Set(found).sorted()
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
