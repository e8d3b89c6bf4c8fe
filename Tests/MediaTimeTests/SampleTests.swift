import MediaTime
import Testing

@Suite("Samples since midnight") struct SampleTests {
    @Test(
        "are timecode by the true rate",
        arguments: [
            ("10:00:00:00", FrameRate.fps25, 48_000, 1_728_000_000),
            ("10:00:00:00", .ntsc24, 48_000, 1_729_728_000), ("10:00:00;00", .ntsc30, 48_000, 1_727_998_272),
            // Beyond 32 bits.
            ("23:59:59:00", .fps25, 96_000, 8_294_304_000),
            // A digitiser at 48048 Hz: the rate that stamped the file counts, not the one it plays at.
            ("10:00:00:00", .ntsc24, 48_048, 1_731_457_728),
            ("00:00:00:01", .ntsc24, 48_000, 2002), ("00:00:00:01", .fps24, 48_000, 2000),
            ("00:00:00:01", .fps25, 48_000, 1920), ("00:00:00:01", .ntsc30, 48_000, 1602),
            ("00:00:00:05", .ntsc30, 48_000, 8008), ("00:00:00:05", .ntsc60, 48_000, 4004),
        ] as [(String, FrameRate, Int, Int)])
    func vectors(_ text: String, _ rate: FrameRate, _ sampleRate: Int, _ samples: Int) throws {
        let timecode = try timecode(text, rate)
        #expect(timecode.samplesSinceMidnight(at: sampleRate) == samples)
        #expect(Timecode(samplesSinceMidnight: samples, sampleRate: sampleRate, base: timecode.base) == timecode)
    }

    @Test("of a real Sound Devices file give the start in its sound report")
    func realFile() {
        let start = Timecode(
            samplesSinceMidnight: 2_190_940_753, sampleRate: 48_000, base: TimecodeBase(.ntsc24))
        #expect(start?.description == "12:39:59:00")
    }

    @Test(
        "go to the nearest frame, and at the end of the day to the first",
        arguments: [
            (959, "00:00:00:00"), (960, "00:00:00:01"), (2879, "00:00:00:01"), (2880, "00:00:00:02"),
            (4_147_199_039, "23:59:59:24"), (4_147_199_040, "00:00:00:00"), (4_147_200_000, "00:00:00:00"),
            (4_147_201_920, "00:00:00:01"),
        ])
    func rounds(_ samples: Int, _ text: String) {
        let timecode = Timecode(samplesSinceMidnight: samples, sampleRate: 48_000, base: TimecodeBase(.fps25))
        #expect(timecode?.description == text)
    }

    @Test(
        "are none below zero, days away, or without a rate",
        arguments: [(-1, 48_000), (Int.max, 48_000), (Int.max, 1), (8_294_400_000, 48_000), (0, 0), (0, -48_000)])
    func refuses(_ samples: Int, _ sampleRate: Int) {
        #expect(Timecode(samplesSinceMidnight: samples, sampleRate: sampleRate, base: TimecodeBase(.fps25)) == nil)
    }

    @Test("are not asked for at rates that give none, or more than can be counted")
    func noSamples() {
        let last = Timecode(frame: -1, base: TimecodeBase(.fps25))
        #expect(last.samplesSinceMidnight(at: 0) == nil)
        #expect(last.samplesSinceMidnight(at: Int.max) == nil)
    }

    @Test("find every frame of a day again, at rates of sound that do not divide evenly")
    func roundTrip() throws {
        let drop = try #require(TimecodeBase(.ntsc60, dropFrame: true))
        for (base, sampleRate) in [(drop, 44_100), (TimecodeBase(.ntsc24), 47_952)] {
            let wrong = stride(from: 0, to: base.framesPerDay, by: 97).filter { frame in
                let samples = Timecode(frame: frame, base: base).samplesSinceMidnight(at: sampleRate) ?? -1
                return Timecode(samplesSinceMidnight: samples, sampleRate: sampleRate, base: base)?.frame != frame
            }
            #expect(wrong == [])
        }
    }
}
