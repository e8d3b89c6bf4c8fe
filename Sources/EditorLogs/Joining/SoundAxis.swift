/// Takes by the time of a day, to be asked which of them a stretch meets.
///
/// A search tree in an array, of which every node knows how far its takes reach: a question costs the logarithm of
/// the takes and one step for each answer.
struct SoundAxis {
    /// One take at one place of the day.
    struct Entry {
        /// Its number.
        let take: Int
        /// Where it lies.
        let span: TickSpan
    }

    /// So many takes are looked at for one stretch.
    ///
    /// Recorders without a clock all start at midnight; nobody records so many at once.
    static let mostMet = 2_000

    /// How long the day is.
    let day: Int
    private let entries: [Entry]
    private let reaches: [Int]

    /// Lays takes on a day; those over midnight lie at both ends.
    init(day: Int, _ takes: [(take: Int, start: Int, length: Int)]) {
        var entries: [Entry] = []
        for (take, start, length) in takes where start < 2 * day {
            let span = TickSpan(start: start % day, length: min(length, day))
            entries.append(Entry(take: take, span: span))
            if span.end > day { entries.append(Entry(take: take, span: span.moved(by: -day))) }
        }
        entries.sort { ($0.span.start, $0.take) < ($1.span.start, $1.take) }
        self.day = day
        self.entries = entries
        var reaches = entries.map(\.span.end)
        _ = SoundAxis.reach(entries.indices, &reaches)
        self.reaches = reaches
    }

    /// Every take once, where it starts within the day.
    var once: some Sequence<Entry> { entries.lazy.filter { $0.span.start >= 0 } }

    /// Notes for every node how far the takes below it reach.
    private static func reach(_ range: Range<Int>, _ reaches: inout [Int]) -> Int {
        guard !range.isEmpty else { return .min }
        let middle = middle(of: range)
        let left = reach(range.lowerBound..<middle, &reaches)
        let right = reach(middle + 1..<range.upperBound, &reaches)
        reaches[middle] = max(reaches[middle], left, right)
        return reaches[middle]
    }

    private static func middle(of range: Range<Int>) -> Int { range.lowerBound + range.count / 2 }

    /// Every take that a stretch of the day meets, with where it lies beside that; over midnight some come twice.
    ///
    /// - Returns: whether that were all; false from ``mostMet`` on.
    func takes(meeting span: TickSpan, _ body: (Entry) -> Void) -> Bool {
        var left = SoundAxis.mostMet
        _ = contains(meeting: span, &left) { entry in
            body(entry)
            return false
        }
        return left > 0
    }

    /// Whether there is a take that a stretch of the day meets, of which something is true; ``mostMet`` are asked.
    func contains(meeting span: TickSpan, where isTrue: (Entry) -> Bool) -> Bool {
        var left = SoundAxis.mostMet
        return contains(meeting: span, &left, where: isTrue)
    }

    private func contains(meeting span: TickSpan, _ left: inout Int, where isTrue: (Entry) -> Bool) -> Bool {
        if search(entries.indices, span, &left, isTrue) { return true }
        guard span.end > day else { return false }
        return search(entries.indices, span.moved(by: -day), &left) { entry in
            isTrue(Entry(take: entry.take, span: entry.span.moved(by: day)))
        }
    }

    private func search(_ range: Range<Int>, _ span: TickSpan, _ left: inout Int, _ isTrue: (Entry) -> Bool) -> Bool {
        guard !range.isEmpty else { return false }
        let middle = SoundAxis.middle(of: range)
        guard reaches[middle] > span.start else { return false }
        if search(range.lowerBound..<middle, span, &left, isTrue) { return true }
        guard entries[middle].span.start < span.end, left > 0 else { return false }
        if entries[middle].span.end > span.start {
            left -= 1
            if isTrue(entries[middle]) { return true }
        }
        return search(middle + 1..<range.upperBound, span, &left, isTrue)
    }
}
