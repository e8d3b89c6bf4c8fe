internal import MediaTime

/// When a recording of sound was made, as its timecode has it.
struct SoundClock: Hashable {
    /// How its timecode counts; nil where the recorder does not say, and true seconds since midnight are all there is.
    let base: TimecodeBase?
    /// Ticks since midnight; those of a recorder that counts on over midnight are more than a day.
    let start: Int
    /// Its length in ticks.
    let length: Int

    /// Nil where the start or the length is not known, and where the length is none or more than a day.
    init?(_ clip: LoggedClip) {
        guard let length = SoundClock.length(of: clip), length > 0 else { return nil }
        let base = clip.start?.base
        guard let day = base == nil ? Ticks.clockDay : base?.dayTicks, length <= day,
            let start = SoundClock.start(of: clip, day)
        else { return nil }
        (self.base, self.start, self.length) = (base, start, length)
    }

    private init(base: TimecodeBase?, start: Int, length: Int) {
        (self.base, self.start, self.length) = (base, start, length)
    }

    /// The same start, with another length; a day at most.
    func lasting(_ length: Int) -> SoundClock { SoundClock(base: base, start: start, length: min(length, day)) }

    /// How long its day is.
    var day: Int { base?.dayTicks ?? Ticks.clockDay }

    /// From the samples and the file's own rate, else from frames.
    private static func length(of clip: LoggedClip) -> Int? {
        if let samples = clip.number(.samples), let rate = clip.number(.sampleRate) {
            return Ticks.of(samples: samples, at: rate)
        }
        guard let frames = clip.length, let rate = clip.rate else { return nil }
        return Ticks.of(frames: frames, at: rate)
    }

    /// To the sample where the count since midnight says what the timecode says, else to the frame.
    private static func start(of clip: LoggedClip, _ day: Int) -> Int? {
        let counted = clip.number(.samplesSinceMidnight).flatMap { count in
            clip.number(.sampleRate).flatMap { Ticks.of(samples: count, at: $0) }
        }
        guard let timecode = clip.start, let frame = Ticks.of(frames: 1, at: timecode.base.rate),
            let start = Ticks.of(frames: timecode.frame, at: timecode.base.rate)
        else { return clip.start == nil ? counted.flatMap { $0 < 2 * day ? $0 : nil } : nil }
        guard let counted else { return start }
        return readings(counted).map { $0 % day }.first { distance($0, start, day) <= frame / 2 + 1 } ?? start
    }

    /// A count in samples of the file's rate, and of the rates 0.1 % beside it, which recorders stamp with in
    /// `48.048 F` modes: the row does not say which.
    private static func readings(_ counted: Int) -> [Int] {
        // In two steps, because the product with 1001 of two days is near the end of `Int`.
        let thousandth = Int((Int128(counted) + 500) / 1000)
        let pulledUp = Int(Int128(counted) * 1000 / 1001)
        return [counted, pulledUp, counted + thousandth]
    }

    private static func distance(_ one: Int, _ other: Int, _ day: Int) -> Int {
        let apart = abs(one - other)
        return min(apart, day - apart)
    }
}

extension LoggedClip {
    /// A field as a whole number that is not negative.
    func number(_ field: LogField) -> Int? { values[field].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } }
}
