import MediaTime
import Testing

@Suite("Timecode") struct TimecodeTests {
    @Test(
        "counts every number where none is dropped",
        arguments: [
            (FrameRate.fps24, 864_000, 2_073_600), (.ntsc24, 864_000, 2_073_600), (.fps25, 900_000, 2_160_000),
            (.fps30, 1_080_000, 2_592_000), (.ntsc30, 1_080_000, 2_592_000), (.fps48, 1_728_000, 4_147_200),
            (.fps50, 1_800_000, 4_320_000), (.fps60, 2_160_000, 5_184_000), (.ntsc60, 2_160_000, 5_184_000),
            (.fps100, 3_600_000, 8_640_000), (.fps120, 4_320_000, 10_368_000),
        ] as [(FrameRate, Int, Int)])
    func counts(_ rate: FrameRate, _ tenHours: Int, _ day: Int) throws {
        let base = TimecodeBase(rate)
        #expect(Timecode("10:00:00:00", base: base)?.frame == tenHours)
        #expect(base.framesPerDay == day)
        #expect(Timecode(frame: day, base: base).frame == 0)
        #expect(Timecode(frame: -1, base: base).frame == day - 1)
        let last = rate == .fps100 ? "23:59:59:099" : "23:59:59:\(rate.nominal - 1)"
        #expect(Timecode(frame: day - 1, base: base).description == last)
    }

    @Test(
        "does not end with the true day at pulled-down rates",
        arguments: [(2_591_999, "23:59:59:29"), (2_589_409, "23:58:33:19"), (0, "00:00:00:00")])
    func lateNumbers(_ frame: Int, _ text: String) {
        #expect(Timecode(frame: frame, base: TimecodeBase(.ntsc30)).description == text)
    }

    @Test(
        "is read with any separator that is written before the frames",
        arguments: [
            ("10:00:00:05", FrameRate.fps25, "10:00:00:05"), (" 10:00:00:05\n", .fps25, "10:00:00:05"),
            ("10:00:00;05", .ntsc30, "10:00:00;05"), ("10:00:00.05", .ntsc30, "10:00:00;05"),
            ("10:00:00,05", .ntsc30, "10:00:00;05"), ("10;00;00;05", .ntsc60, "10:00:00;05"),
            ("10:00:00:05", .ntsc30, "10:00:00:05"), ("10:00:00;05", .fps25, "10:00:00:05"),
            ("10:00:00;05", .ntsc24, "10:00:00:05"), ("10:00:00:005", .fps120, "10:00:00:005"),
            ("10:00:00:05", .fps120, "10:00:00:005"), ("10:00:00;119", .ntsc120, "10:00:00;119"),
            ("10:00:00:99", .fps100, "10:00:00:099"),
        ] as [(String, FrameRate, String)])
    func reads(_ text: String, _ rate: FrameRate, _ expected: String) {
        #expect(Timecode(text, rate: rate)?.description == expected)
    }

    @Test("counts as its base says, whatever the separator")
    func baseDecides() throws {
        let drop = try #require(TimecodeBase(.ntsc30, dropFrame: true))
        #expect(Timecode("10:00:00:00", base: drop)?.frame == 1_078_920)
        #expect(Timecode("10:00:00;00", base: TimecodeBase(.ntsc30))?.frame == 1_080_000)
    }

    @Test(
        "is not read from what is none",
        arguments: [
            "", "24:00:00:00", "25:00:00:00", "10:60:00:00", "10:00:60:00", "10:00:00:25", "10:00:00:99", "10:00:00",
            "1:00:00:00", "10:0:00:000", "10:00:00:0", "10:00:00:000", "10:00:00.000", "-1:00:00:00", "+1:00:00:00",
            "10.00.00.00", "10:00:00 00", "10;00:00:00", "10:00:00:00Z", "aa:bb:cc:dd", "１0:00:00:00", "::::::::::::",
        ])
    func refuses(_ text: String) {
        #expect(Timecode(text, rate: .fps25) == nil)
        #expect(Timecode(text, base: TimecodeBase(.fps25)) == nil)
    }

    @Test("with milliseconds behind a point is a time of day and no timecode, at fast rates too")
    func milliseconds() {
        #expect(Timecode("10:00:00.012", rate: .fps120) == nil)
    }

    @Test(
        "moves by frames, over midnight both ways",
        arguments: [
            ("23:59:59:24", 1, "00:00:00:00"), ("00:00:00:00", -1, "23:59:59:24"), ("10:00:00:00", 0, "10:00:00:00"),
            ("10:00:00:00", 2_160_000, "10:00:00:00"), ("10:00:00:00", -2_160_001, "09:59:59:24"),
            ("10:00:00:00", Int.max, "10:37:12:07"), ("10:00:00:00", Int.min, "09:22:47:17"),
        ] as [(String, Int, String)])
    func advances(_ text: String, _ frames: Int, _ expected: String) throws {
        #expect(try timecode(text, .fps25).advanced(by: frames).description == expected)
    }

    @Test("is a true time of day by its true rate")
    func realTime() throws {
        let drop = try #require(TimecodeBase(.ntsc30, dropFrame: true))
        #expect(try timecode("10:00:00:00", .ntsc24).sinceMidnight == seconds(36_036))
        #expect(try timecode("10:00:00;00", .ntsc30).sinceMidnight == seconds(35_999_964, over: 1000))
        #expect(try timecode("10:00:00:00", .fps25).sinceMidnight == seconds(36_000))
        #expect(try TimecodeBase(.fps24).day == seconds(86_400))
        #expect(try TimecodeBase(.ntsc24).day == seconds(864_864, over: 10))
        #expect(try drop.day == seconds(863_999_136, over: 10_000))
    }
}
