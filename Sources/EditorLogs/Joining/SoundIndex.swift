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
}

/// What was recorded while a picture ran, as far as its timecode says.
struct SoundMeanwhile {
    /// Takes of the same day, or of no known one; a take once.
    private(set) var candidates: [SoundCandidate] = []
    /// A take that was set aside.
    private(set) var setAside: Int?
    /// A take of another day.
    private(set) var ofOtherDay: Int?

    /// Asks for a picture of one day; what shares less than a frame with it is not there.
    init(_ picture: PictureClock, day: Int?, in index: inout SoundIndex) {
        let axis = index.axis(for: picture)
        var all: [SoundCandidate] = []
        axis.takes(meeting: picture.span) { entry in
            let shared = entry.span.shared(with: picture.span)
            if shared >= picture.frame {
                all.append(SoundCandidate(take: entry.take, span: entry.span, shared: shared))
            }
        }
        // Of equal shares the shorter take is the better: it was made for this picture.
        all.sort { ($0.shared, $1.span.length, $1.take) > ($1.shared, $0.span.length, $0.take) }
        var seen: Set<Int> = []
        for candidate in all where seen.insert(candidate.take).inserted {
            if !mayAgree(day, index.days[candidate.take]) {
                ofOtherDay = ofOtherDay ?? candidate.take
            } else if index.areSetAside[candidate.take] {
                setAside = setAside ?? candidate.take
            } else {
                candidates.append(candidate)
            }
        }
    }
}
