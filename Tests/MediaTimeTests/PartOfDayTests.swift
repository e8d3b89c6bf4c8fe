import MediaTime
import Testing

@Suite("Parts of the day") struct PartOfDayTests {
    /// A clip from its start and its end.
    private func clip(_ from: String, _ to: String, _ rate: FrameRate) throws -> PartOfDay {
        try #require(TimecodeSpan(from: timecode(from, rate), to: timecode(to, rate))).partOfDay
    }

    /// A recording at 48 kHz by its first sample and its length in seconds.
    private func sound(_ first: Int, seconds length: Int, _ rate: FrameRate, stampedAt sampleRate: Int = 48_000) throws
        -> PartOfDay
    {
        try #require(
            PartOfDay(
                start: ExactSeconds(first, over: sampleRate) ?? .zero, length: ExactSeconds(length, over: 1) ?? .zero,
                of: TimecodeBase(rate)))
    }

    @Test("of picture and sound lie over each other by true time, not by what timecode looks like")
    func pictureAndSound() throws {
        let picture = try clip("10:00:00:00", "10:00:10:00", .ntsc24)
        // Pre-roll of 3 s and post-roll.
        let roll = try sound(1_729_728_000 - 3 * 48_000, seconds: 30, .ntsc24)
        let overlap = try #require(picture.overlap(with: roll))
        #expect(try overlap.offset == seconds(-3))
        #expect(try overlap.length == seconds(1001, over: 100))
        // The same text at 24 instead of 24000/1001 is 36 s away.
        let wrong = try clip("10:00:00:00", "10:00:10:00", .fps24)
        #expect(wrong.overlap(with: roll) == nil)
        #expect(try clip("10:00:36:00", "10:00:46:00", .fps24).overlap(with: roll)?.offset == seconds(-3))
    }

    @Test("stamped by a pulled-up digitiser are where its own rate says")
    func pullDown() throws {
        let picture = try clip("10:00:00:00", "10:00:10:00", .ntsc24)
        let stamped = try sound(36_036 * 48_048, seconds: 10, .ntsc24, stampedAt: 48_048)
        #expect(picture.overlap(with: stamped)?.offset == .zero)
        #expect(try picture.overlap(with: sound(36_036 * 48_048, seconds: 10, .ntsc24)) == nil)
    }

    @Test(
        "meet over the midnight of their own day, whichever goes over it",
        arguments: [
            (FrameRate.fps25, "23:59:55:00", "00:00:05:00", "00:00:02:00", "00:00:04:00", 2000, 7000),
            (.fps25, "00:00:02:00", "00:00:04:00", "23:59:55:00", "00:00:05:00", 2000, -7000),
            (.fps25, "23:59:55:00", "00:00:05:00", "23:59:58:00", "00:00:08:00", 7000, 3000),
            (.ntsc24, "23:59:55:00", "00:00:05:00", "00:00:00:00", "00:00:05:00", 5005, 5005),
            (.ntsc30, "23:59:59;00", "00:00:01;00", "00:00:00;00", "00:00:01;00", 1001, 1001),
            (.fps25, "10:00:00:00", "10:00:10:00", "10:00:10:00", "10:00:20:00", nil, nil),
            (.fps25, "10:00:00:00", "10:00:00:00", "10:00:00:00", "10:00:20:00", nil, nil),
        ] as [(FrameRate, String, String, String, String, Int?, Int?)])
    func midnight(
        _ rate: FrameRate, _ from: String, _ to: String, _ other: String, _ otherTo: String, _ length: Int?,
        _ offset: Int?
    ) throws {
        let overlap = try clip(from, to, rate).overlap(with: clip(other, otherTo, rate))
        #expect(try overlap?.length == length.map { try seconds($0, over: 1000) })
        #expect(try overlap?.offset == offset.map { try seconds($0, over: 1000) })
    }

    @Test("each go round their own midnight: days are not equally long")
    func unlikeDays() throws {
        // 29.97 drop-frame, to 1 s after its midnight, and 23.976 from its own midnight on.
        let drop = try clip("23:59:50;00", "00:00:01;00", .ntsc30)
        let film = try clip("00:00:00:00", "00:00:10:00", .ntsc24)
        #expect(try drop.overlap(with: film)?.length == seconds(1001, over: 1000))
        #expect(try film.overlap(with: drop)?.length == seconds(1001, over: 1000))
    }

    @Test("that share the day twice are laid where they share most of it")
    func twice() throws {
        let day = try clip("06:00:00:00", "05:00:00:00", .fps25)
        let night = try clip("20:00:00:00", "10:00:00:00", .fps25)
        let overlap = try #require(day.overlap(with: night))
        #expect(try overlap.length == seconds(9 * 3600))
        #expect(try overlap.offset == seconds(14 * 3600))
    }

    @Test("start on one day, and are at most a day long")
    func bounds() throws {
        let base = TimecodeBase(.fps25)
        let (hour, day) = (try seconds(3600, over: 1), base.day)
        let next = try #require(day.adding(hour))
        let overnext = try #require(next.adding(day))
        #expect(PartOfDay(start: next, length: hour, of: base)?.start == hour)
        #expect(PartOfDay(start: overnext, length: hour, of: base) == nil)
        #expect(PartOfDay(start: hour, length: next, of: base) == nil)
        #expect(PartOfDay(start: try seconds(-1, over: 48_000), length: hour, of: base) == nil)
    }

    @Test("of rates that no camera has are refused, not computed wrongly")
    func hostile() throws {
        // Primes just below the largest terms: common denominators fill 128 bits.
        let rates = try [(4_294_967_291, 4_294_967_279), (4_294_967_231, 4_294_967_197)].map {
            try #require(FrameRate($0.0, over: $0.1))
        }
        let parts = try rates.map { rate in
            let base = TimecodeBase(rate)
            return try #require(TimecodeSpan(start: Timecode(frame: -3, base: base), frames: 9)).partOfDay
        }
        #expect(parts[0].overlap(with: parts[1]) != nil)
        let sound = try #require(
            PartOfDay(
                start: seconds(1, over: 9_223_372_036_854_775_783),
                length: seconds(9_223_372_036_854_775_643, over: 4_611_686_018_427_387_847),
                of: TimecodeBase(rates[0])))
        let second = TimecodeSpan(start: Timecode(frame: 1, base: TimecodeBase(rates[1])), frames: 9)
        #expect(sound.overlap(with: try #require(second).partOfDay) == nil)
    }
}
