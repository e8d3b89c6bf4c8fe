import MediaTime
import Testing

@Suite("A frame rate") struct FrameRateTests {
    @Test(
        "is read as tools write it, and is the exact fraction they mean",
        arguments: [
            ("24", 24, 1), ("25", 25, 1), (" 25 ", 25, 1), ("025", 25, 1), ("25.000", 25, 1), ("50.00", 50, 1),
            ("120.000000", 120, 1), ("100", 100, 1), ("12.5", 25, 2), ("15.15", 303, 20), ("33.333", 33_333, 1000),
            // Pulled down, as Sound Devices, ARRI, MediaInfo, ffprobe and Wave Agent write it.
            ("24000/1001", 24_000, 1001), ("23976/1000", 24_000, 1001), ("23.976", 24_000, 1001),
            ("023.976", 24_000, 1001), ("23.98", 24_000, 1001), ("23.97", 24_000, 1001), ("23.980", 24_000, 1001),
            ("23.976024", 24_000, 1001), ("23.976023976", 24_000, 1001), ("29.97", 30_000, 1001),
            ("29.970", 30_000, 1001), ("29.97003", 30_000, 1001), ("2997/100", 30_000, 1001),
            ("30000/1001", 30_000, 1001), ("47.952", 48_000, 1001), ("47.95", 48_000, 1001),
            ("59.94", 60_000, 1001), ("59.940", 60_000, 1001), ("5994/100", 60_000, 1001), ("71.928", 72_000, 1001),
            ("119.88", 120_000, 1001), ("239.76", 240_000, 1001),
            // A whole fraction says what it says.
            ("12800/512", 25, 1), ("50/2", 25, 1), ("25/1", 25, 1), ("2997/125", 2997, 125), ("1/10", 1, 10),
            // Near, and not the same.
            ("23.9", 239, 10), ("29.9", 299, 10), ("24.00", 24, 1), ("23.96", 599, 25), ("23.99", 2399, 100),
            ("24.975", 999, 40),
        ] as [(String, Int, Int)])
    func reads(_ text: String, _ numerator: Int, _ denominator: Int) throws {
        let rate = try #require(FrameRate(text))
        #expect([rate.numerator, rate.denominator] == [numerator, denominator])
        #expect(FrameRate(rate.description) == rate)
    }

    @Test(
        "is not read from what is none",
        arguments: [
            "", " ", "0", "0.0", "0/1", "25/0", "-25", "+25", "25.", ".5", "25,0", "2 5", "25fps", "1/2/3", "24000/",
            "/1001", "1000001", "1e3", "nan", "９", "9999999999999999999999", "1000000000000000000/1",
            "999999999999999999/999999999999999998", "0.0000001",
        ])
    func refuses(_ text: String) {
        #expect(FrameRate(text) == nil)
    }

    @Test(
        "comes from a program's number with the exactness that number had",
        arguments: [
            (23.976, FrameRate.ntsc24), (24_000.0 / 1001, .ntsc24), (23.98, .ntsc24), (29.97, .ntsc30),
            (30_000.0 / 1001, .ntsc30), (47.952, .ntsc48), (59.94, .ntsc60), (60_000.0 / 1001, .ntsc60),
            (119.88, .ntsc120), (120_000.0 / 1001, .ntsc120), (24, .fps24), (25, .fps25), (30, .fps30), (48, .fps48),
            (50, .fps50), (60, .fps60), (100, .fps100), (120, .fps120),
        ] as [(Double, FrameRate)])
    func nearest(_ value: Double, _ rate: FrameRate) {
        #expect(FrameRate(nearest: value) == rate)
        #expect(FrameRate("\(value)") == rate)
    }

    @Test("does not come from numbers that are none", arguments: [0, -25, .nan, .infinity, 1_000_001, 1e-9, 1e300])
    func refusesNumbers(_ value: Double) {
        #expect(FrameRate(nearest: value) == nil)
    }

    @Test("is ordered by how fast it is")
    func order() {
        let rates: [FrameRate] = [
            .ntsc24, .fps24, .fps25, .ntsc30, .fps30, .ntsc48, .fps48, .fps50, .ntsc60, .fps60, .fps100, .ntsc120,
            .fps120,
        ]
        #expect(rates.shuffled().sorted() == rates)
        #expect(rates.map(\.nominal) == [24, 24, 25, 30, 30, 48, 48, 50, 60, 60, 100, 120, 120])
    }

    @Test(
        "of terms beyond 32 bits is none, since products of them would overflow",
        arguments: [(1, Int.max), (Int.max, Int.max - 1), (4_294_967_297, 4_294_967_296), (-1, -1)])
    func terms(_ numerator: Int, _ denominator: Int) {
        #expect(FrameRate(numerator, over: denominator) == nil)
    }

    @Test("of terms that reduce to less is one")
    func reduces() {
        #expect(FrameRate(Int.max, over: Int.max)?.numerator == 1)
        #expect(FrameRate(4_294_967_295, over: 4_294_967_294)?.nominal == 2)
    }
}
