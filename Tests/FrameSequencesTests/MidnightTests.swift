import FrameSequences
import Testing

@Suite("Frames numbered by timecode") struct MidnightTests {
    /// Frames of a day at 24 a second.
    private static let day = 2_073_600

    @Test(
        "have no hole at midnight, and those that are missing around it are found",
        arguments: [
            // Over midnight, whole; with a hole before, at, and after it.
            ([0...9, 2_073_590...2_073_599], [2_073_590...2_073_599, 0...9], []),
            (
                [0...9, 2_073_580...2_073_585, 2_073_590...2_073_599],
                [2_073_580...2_073_585, 2_073_590...2_073_599, 0...9], [2_073_586...2_073_589]
            ),
            ([3...9, 2_073_590...2_073_595], [2_073_590...2_073_595, 3...9], [2_073_596...2_073_599, 0...2]),
            ([0...9, 2_073_590...2_073_598], [2_073_590...2_073_598, 0...9], [2_073_599...2_073_599]),
            ([1...9, 2_073_590...2_073_599], [2_073_590...2_073_599, 1...9], [0...0]),
            (
                [0...9, 12...13, 2_073_590...2_073_599], [2_073_590...2_073_599, 0...9, 12...13], [10...11]
            ),
            // By day, and at its ends.
            ([86_400...86_499], [86_400...86_499], []), ([0...9], [0...9], []),
            ([86_400...86_409, 86_411...86_499], [86_400...86_409, 86_411...86_499], [86_410...86_410]),
            ([2_073_590...2_073_599], [2_073_590...2_073_599], []),
            // Numbers that this day does not have.
            ([0...9, 2_073_590...2_073_600], [0...9, 2_073_590...2_073_600], [10...2_073_589]),
            ([-5...9, 2_073_590...2_073_599], [-5...9, 2_073_590...2_073_599], [10...2_073_589]),
        ] as [([ClosedRange<Int>], [ClosedRange<Int>], [ClosedRange<Int>])])
    func midnight(_ runs: [ClosedRange<Int>], _ recorded: [ClosedRange<Int>], _ holes: [ClosedRange<Int>]) throws {
        let files = runs.joined().map { listed("A001C001.\($0).ari") }
        let sequence = try #require(FrameSequences.group(files).sequences.first)
        try #require(sequence.runs == runs)
        #expect(sequence.recordedRuns(framesPerDay: Self.day) == recorded)
        #expect(sequence.holes(framesPerDay: Self.day) == holes)
    }
}
