internal import MediaTime

/// Recordings by what their timecode shows, whatever it counts with.
///
/// They tell what was recorded at the same time and yet cannot belong together.
struct ShownTimes {
    /// One recording.
    struct Recording {
        /// The place of its row among ``EditorLog/clips``.
        let row: Int
        /// How its timecode counts.
        let base: TimecodeBase?
        /// The day of its shoot.
        let day: Int?
        /// What its timecode shows, and how long it was recorded.
        let span: TickSpan
        /// Whether it plays at another rate than it was shot at.
        let isOffSpeed: Bool
    }

    private let recordings: [Recording]
    private let axis: SoundAxis

    /// What shares less with another was not recorded meanwhile: clocks are rounded to frames.
    private static let least = Ticks.perSecond / 10

    init(_ recordings: [Recording]) {
        self.recordings = recordings
        axis = SoundAxis(
            day: Ticks.clockDay,
            recordings.enumerated().map {
                (take: $0.offset, start: $0.element.span.start, length: $0.element.span.length)
            }
        )
    }

    /// One that was recorded at the same time as another, and of which something is true.
    func first(beside other: Recording, where isTrue: (Recording) -> Bool) -> Recording? {
        var found: Recording?
        _ = axis.contains(meeting: other.span) { entry in
            let recording = recordings[entry.take]
            guard entry.span.shared(with: other.span) >= ShownTimes.least, mayAgree(other.day, recording.day),
                isTrue(recording)
            else { return false }
            found = recording
            return true
        }
        return found
    }

    /// One that counts otherwise than another; which of recorders that do not say so is not known.
    func otherRate(beside other: Recording) -> (row: Int, mine: TimecodeBase, other: TimecodeBase)? {
        guard let mine = other.base,
            let found = first(beside: other, where: { $0.base.map { !$0.agrees(with: mine) } ?? false })
        else { return nil }
        return found.base.map { (found.row, mine, $0) }
    }
}

extension ShownTimes.Recording {
    /// A picture; nil where its time is not known.
    init?(picture clip: LoggedClip, _ row: Int) {
        guard let clock = PictureClock(clip), let start = clip.jammedStart ?? clip.start else { return nil }
        let speed = clip.offSpeed
        // Off speed its frames took another time than they play.
        let shot = speed.flatMap { speed in clip.length.flatMap { Ticks.of(frames: $0, at: speed.sensor) } }
        self.init(
            row: row, base: clock.base, day: clip.shootDay,
            span: TickSpan(start: start.shownTicks, length: shot ?? clock.span.length), isOffSpeed: speed != nil)
    }

    /// A take of sound.
    init(take clock: SoundClock, day: Int?, _ row: Int) {
        self.init(
            row: row, base: clock.base, day: day, span: TickSpan(start: clock.shownStart, length: clock.length),
            isOffSpeed: false)
    }
}

extension Timecode {
    /// The time of day that its numbers show, as if they counted true seconds.
    fileprivate var shownTicks: Int {
        let (hours, minutes, seconds, frames) = fields
        let whole = (hours * 60 + minutes) * 60 + seconds
        return whole * Ticks.perSecond % Ticks.clockDay + frames * (Ticks.perSecond / base.rate.nominal)
    }
}

extension SoundClock {
    /// The time of day that its timecode shows.
    fileprivate var shownStart: Int {
        guard let base, let frame = Ticks.of(frames: 1, at: base.rate), frame > 0 else { return start % day }
        return Timecode(frame: (start % day + frame / 2) / frame, base: base).shownTicks
    }
}
