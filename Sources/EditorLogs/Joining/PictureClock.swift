internal import ClipMetadata
internal import MediaTime

/// When a picture was shot, as its timecode has it.
struct PictureClock {
    /// How its timecode counts.
    let base: TimecodeBase
    /// How long its day is, in ticks.
    let day: Int
    /// Where it lies after midnight.
    let span: TickSpan
    /// How long one of its frames is; those that its length counts, so at 50 with timecode at 25 half as long.
    let frame: Int

    /// Nil where start or length is not known, and where it has no frame or lasts more than a day.
    init?(_ clip: LoggedClip) {
        guard let start = clip.jammedStart ?? clip.start, let frames = clip.length, let day = start.base.dayTicks
        else { return nil }
        let rate = clip.values[.rate].flatMap { FrameRate($0) } ?? start.base.rate
        guard let first = Ticks.of(frames: start.frame, at: start.base.rate),
            let length = Ticks.of(frames: frames, at: rate), let frame = Ticks.of(frames: 1, at: rate),
            (1...day).contains(length), frame > 0
        else { return nil }
        (base, self.day, self.frame) = (start.base, day, frame)
        span = TickSpan(start: first, length: length)
    }

    /// A time in its frames, rounded, halves up.
    func frames(_ ticks: Int) -> Int {
        let (whole, rest) = (ticks + frame / 2).quotientAndRemainder(dividingBy: frame)
        return rest < 0 ? whole - 1 : whole
    }
}

extension LoggedClip {
    /// The day of the shoot, counted from the start of the calendar; nil where nobody says.
    var shootDay: Int? { values[.date].flatMap { ShootDate($0) }?.ordinal }

    /// Whether it is one that nobody means to use: a false take, one from the trash, a photograph.
    var isSetAside: Bool { !marks.isEmpty }

    /// The rates of sensor and playback where they differ, so that no sound can be in sync; a pull-down alone is no
    /// other speed.
    var offSpeed: (sensor: FrameRate, playback: FrameRate)? {
        guard let sensor = values[.sensorRate].flatMap({ FrameRate($0) }),
            let playback = values[.rate].flatMap({ FrameRate($0) }) ?? rate, sensor.nominal != playback.nominal
        else { return nil }
        return (sensor, playback)
    }

    /// Whether people wrote that it was shot without sound, and it has no track that says otherwise.
    var isMOS: Bool {
        guard number(.channels) ?? 0 == 0 else { return false }
        let said = [LogField.notes, .slate, .shot, .scene, .take].compactMap { values[$0]?.uppercased() }
        return said.contains { text in
            text.utf8.split { byte in !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
                .contains { $0.elementsEqual("MOS".utf8) }
        }
    }
}

/// Whether two shooting days are the same, or neighbours, as they are around midnight; where nobody says, they may be.
func mayAgree(_ day: Int?, _ other: Int?) -> Bool {
    guard let day, let other else { return true }
    return abs(day - other) <= 1
}
