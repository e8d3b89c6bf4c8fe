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
    /// Takes that were not weighed because so many others are better.
    let passedOver: [Int]
    /// A take of another day.
    let ofOtherDay: Int?
    /// Whether more was recorded at once than is looked at, so that the best may not be among these.
    let isCrowded: Bool

    /// More takes are not weighed for one picture.
    ///
    /// Recordings without a clock all start at midnight, thousands of them; so do pictures without one.
    private static let mostCandidates = 64

    /// Asks for a picture of one day; what shares less than a frame with it is not there.
    init(_ picture: PictureClock, day: Int?, in index: inout SoundIndex) {
        let axis = index.axis(for: picture)
        var (all, passedOver, setAside, ofOtherDay) = ([SoundCandidate](), [Int](), Int?.none, Int?.none)
        let (days, areSetAside) = (index.days, index.areSetAside)
        let isWhole = axis.takes(meeting: picture.span) { entry in
            let shared = entry.span.shared(with: picture.span)
            guard shared >= picture.frame else { return }
            guard mayAgree(day, days[entry.take]) else { return ofOtherDay = ofOtherDay ?? entry.take }
            guard !areSetAside[entry.take] else { return setAside = setAside ?? entry.take }
            let candidate = SoundCandidate(
                take: entry.take, span: entry.span, shared: shared,
                isOfNextDay: SoundMeanwhile.isOfNextDay(entry, day, days[entry.take], axis.day))
            if all.count > SoundMeanwhile.mostCandidates, !candidate.isBetter(than: all[0]) {
                return passedOver.append(entry.take)
            }
            all.append(candidate)
            if all.count > 2 * SoundMeanwhile.mostCandidates { passedOver += SoundMeanwhile.keepBest(of: &all) }
        }
        all.sort { $0.isBetter(than: $1) }
        var seen: Set<Int> = []
        candidates = all.filter { seen.insert($0.take).inserted }
        (self.passedOver, self.setAside, self.ofOtherDay) = (passedOver, setAside, ofOtherDay)
        isCrowded = !isWhole
    }

    /// Keeps the better ones, of which the worst comes first, and tells the takes that it does not keep.
    private static func keepBest(of all: inout [SoundCandidate]) -> [Int] {
        all.sort { $1.isBetter(than: $0) }
        let others = all.prefix(all.count - mostCandidates - 1).map(\.take)
        all.removeFirst(others.count)
        return others
    }

    /// Whether the date of a take is another than its place before or behind the picture's midnight tells.
    private static func isOfNextDay(_ entry: SoundAxis.Entry, _ day: Int?, _ other: Int?, _ length: Int) -> Bool {
        guard let day, let other else { return false }
        let nights = entry.span.start < 0 ? -1 : entry.span.start >= length ? 1 : 0
        return other != day + nights
    }
}
