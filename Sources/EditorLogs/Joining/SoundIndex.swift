internal import MediaTime

/// The takes of a log, by what decides which pictures they can be of.
struct SoundIndex {
    /// The takes.
    let takes: [LoggedTake]
    /// When each was recorded; nil where nobody knows.
    let clocks: [SoundClock?]
    /// The day of the shoot of each.
    let days: [Int?]
    /// Whether each was set aside: false takes, trash.
    let areSetAside: [Bool]
    private var axes: [TimecodeBase: SoundAxis] = [:]

    /// Groups the sound of a log.
    init(_ log: EditorLog) {
        takes = LoggedTakes(log.clips).all
        clocks = takes.map(\.clock)
        days = takes.map { take in take.rows.lazy.compactMap { log.clips[$0].shootDay }.first }
        areSetAside = takes.map { take in take.rows.contains { log.clips[$0].isSetAside } }
    }

    /// The takes whose rate agrees with a picture's, and those of recorders that do not say, by time.
    mutating func axis(for picture: PictureClock) -> SoundAxis {
        if let axis = axes[picture.base] { return axis }
        var agreeing: [TimecodeBase?: Bool] = [nil: true]
        var placed: [(take: Int, start: Int, length: Int)] = []
        for (take, clock) in clocks.enumerated() {
            guard let clock else { continue }
            let agrees = agreeing[clock.base] ?? clock.base.map { $0.agrees(with: picture.base) } ?? true
            agreeing[clock.base] = agrees
            if agrees { placed.append((take, clock.start, clock.length)) }
        }
        let axis = SoundAxis(day: picture.day, placed)
        axes[picture.base] = axis
        return axis
    }
}

/// One take that was recorded while a picture ran.
struct SoundCandidate {
    /// Its number.
    let take: Int
    /// Where it lies, seen from the picture's midnight.
    let span: TickSpan
    /// Ticks that both share.
    let shared: Int
    /// Whether it is dated a day beside the picture, as dates are that are kept in UTC.
    let isOfNextDay: Bool

    /// Whether it is the better of two: it shares more, or of equal shares is the shorter, made for this picture.
    func isBetter(than other: SoundCandidate) -> Bool {
        (shared, other.span.length, other.take) > (other.shared, span.length, take)
    }
}

/// What was recorded while a picture ran, as far as its timecode says.
struct SoundMeanwhile {
    /// Takes of the same day, of a neighbour, or of no known one, the best first; a take once.
    let candidates: [SoundCandidate]
    /// A take that was set aside.
    let setAside: Int?
    /// A take of another day.
    let ofOtherDay: Int?

    /// More takes are not kept for one picture.
    private static let mostCandidates = 64
    /// Nor are more of its day weighed, those set aside apart.
    ///
    /// No day has a thousand recordings of one moment, but recordings without a clock all start at midnight, thousands of
    /// them; so do pictures without one, and all pairs of both would tell no more.
    private static let mostWeighed = 1_000

    /// Asks for a picture of one day; what shares less than a frame with it is not there.
    init(_ picture: PictureClock, day: Int?, in index: inout SoundIndex) {
        let axis = index.axis(for: picture)
        var (all, setAside, ofOtherDay, weighed) = ([SoundCandidate](), Int?.none, Int?.none, 0)
        let (days, areSetAside) = (index.days, index.areSetAside)
        axis.takes(meeting: picture.span) { entry in
            let shared = entry.span.shared(with: picture.span)
            if shared < picture.frame { return true }
            if !mayAgree(day, days[entry.take]) {
                ofOtherDay = ofOtherDay ?? entry.take
            } else if areSetAside[entry.take] {
                setAside = setAside ?? entry.take
            } else {
                weighed += 1
                let candidate = SoundCandidate(
                    take: entry.take, span: entry.span, shared: shared,
                    isOfNextDay: SoundMeanwhile.isOfNextDay(entry, day, days[entry.take], axis.day))
                SoundMeanwhile.keep(candidate, in: &all)
            }
            return weighed < SoundMeanwhile.mostWeighed
        }
        all.sort { $0.isBetter(than: $1) }
        var seen: Set<Int> = []
        candidates = all.filter { seen.insert($0.take).inserted }
        (self.setAside, self.ofOtherDay) = (setAside, ofOtherDay)
    }

    /// Adds one, and drops the worst where there are too many: of those that were sorted the worst comes first.
    private static func keep(_ candidate: SoundCandidate, in all: inout [SoundCandidate]) {
        if all.count > mostCandidates, !candidate.isBetter(than: all[0]) { return }
        all.append(candidate)
        guard all.count > 2 * mostCandidates else { return }
        all.sort { $1.isBetter(than: $0) }
        all.removeFirst(all.count - mostCandidates - 1)
    }

    /// Whether the date of a take is another than its place before or behind the picture's midnight tells.
    private static func isOfNextDay(_ entry: SoundAxis.Entry, _ day: Int?, _ other: Int?, _ length: Int) -> Bool {
        guard let day, let other else { return false }
        let nights = entry.span.start < 0 ? -1 : entry.span.start >= length ? 1 : 0
        return other != day + nights
    }
}
