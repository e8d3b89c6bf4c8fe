import MediaTime
import Testing

@Suite("Exact seconds") struct ExactSecondsTests {
    @Test("compare exactly, where decimals would call them the same")
    func order() throws {
        let third = try seconds(1, over: 3)
        let near = try seconds(3_074_457_345_618_258_602, over: Int.max)
        #expect(third.approximate == near.approximate)
        #expect(near < third)
        #expect(try seconds(Int.max, over: Int.max - 1) > ExactSeconds(nanoseconds: 1_000_000_000))
        #expect(try seconds(Int.max - 1, over: Int.max) < ExactSeconds(nanoseconds: 1_000_000_000))
        #expect(try seconds(Int.min, over: 1) < .zero)
        #expect(ExactSeconds(frames: 24, at: .ntsc24) == ExactSeconds(frames: 30, at: .ntsc30))
    }

    @Test("have units that are not there, where nothing is counted", arguments: [0, -1, Int.min])
    func units(_ unitsPerSecond: Int) {
        #expect(ExactSeconds(1, over: unitsPerSecond) == nil)
    }

    @Test(
        "go to the nearest frame, halves up, before the start too",
        arguments: [
            (0, 0), (19, 0), (20, 1), (59, 1), (60, 2), (-19, 0), (-20, 0), (-21, -1), (-60, -1), (-61, -2),
            (1_000_000, 25_000),
        ])
    func rounds(_ milliseconds: Int, _ frames: Int) throws {
        #expect(try seconds(milliseconds, over: 1000).frames(at: .fps25) == frames)
    }

    @Test("beyond what can be counted give no number")
    func beyond() throws {
        let long = try seconds(Int.max, over: 1)
        #expect(long.frames(at: .fps24) == nil)
        #expect(long.samples(at: 1) == Int.max)
        #expect(long.samples(at: 2) == nil)
    }

    @Test("add and subtract without rounding, or say that they cannot")
    func sums() throws {
        let (film, video) = (ExactSeconds(frames: 1, at: .ntsc24), ExactSeconds(frames: 1, at: .ntsc30))
        #expect(film.adding(video)?.description == "3003/40000")
        #expect(video.subtracting(film)?.description == "-1001/120000")
        var sum: ExactSeconds? = film
        for prime in [9_223_372_036_854_775_783, 9_223_372_036_854_775_643, 9_223_372_036_854_775_549] {
            sum = sum?.adding(try seconds(1, over: prime))
        }
        #expect(sum == nil)
    }

    @Test(
        "are words for people",
        arguments: [
            (0, "0.0 s"), (7_250, "7.2 s"), (59_999, "59.9 s"), (60_000, "1 m 00 s"), (723_000, "12 m 03 s"),
            (3_599_999, "59 m 59 s"), (3_600_000, "1 h 00 m"), (4_320_000, "1 h 12 m"), (90_000_000, "25 h 00 m"),
            (-7_250, "-7.2 s"), (-723_000, "-12 m 03 s"),
        ] as [(Int64, String)])
    func words(_ milliseconds: Int64, _ text: String) {
        #expect(ExactSeconds(nanoseconds: milliseconds * 1_000_000).words == text)
    }

    @Test("are words at the ends of what can be counted")
    func extremes() throws {
        #expect(try seconds(1, over: Int.max).words == "0.0 s")
        #expect(try seconds(Int.max, over: Int.max - 1).words == "1.0 s")
        #expect(try seconds(Int.min, over: 1).words == "-2562047788015215 h 30 m")
    }
}
