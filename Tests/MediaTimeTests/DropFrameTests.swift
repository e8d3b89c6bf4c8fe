import MediaTime
import Testing

@Suite("Drop-frame") struct DropFrameTests {
    @Test("exists at 30000/1001 and its multiples alone")
    func bases() throws {
        for (numerator, denominator, takes) in [
            (30_000, 1001, true), (60_000, 1001, true), (120_000, 1001, true), (24_000, 1001, false), (30, 1, false),
            (25, 1, false),
        ] {
            let rate = try #require(FrameRate(numerator, over: denominator))
            #expect((TimecodeBase(rate, dropFrame: true) != nil) == takes, "\(rate)")
        }
    }
}
