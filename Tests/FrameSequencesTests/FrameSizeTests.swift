import FileTree
import FrameSequences
import Testing

@Suite("Sizes of frames") struct FrameSizeTests {
    private func sequence(_ sizes: [Int64], _ suffix: String) throws -> FrameSequence {
        let files = zip(sizes, 1...).map { listed("a.\($1)\(suffix)", size: $0) }
        return try #require(FrameSequences.group(files).sequences.first)
    }

    @Test(
        "show frames that are empty, and those below half of the middle one",
        arguments: [
            ([100, 100, 100], [], []), ([100, 0, 0, 100, 0], [2...3, 5...5], []), ([0, 0, 0], [1...3], []),
            ([100, 49, 50, 100, 100], [], [2...2]), ([101, 50, 51, 101, 101], [], [2...2]),
            ([100, 100, 1, 2, 3, 100, 100], [], [3...5]), ([0, 0, 0, 0, 100, 100, 1], [1...4], [7...7]),
            ([100, 100, 100, 100_000], [], []), ([.max, .max, 1], [], [3...3]), ([-1, 100, 100], [1...1], []),
        ] as [([Int64], [ClosedRange<Int>], [ClosedRange<Int>])])
    func outliers(_ sizes: [Int64], _ empty: [ClosedRange<Int>], _ small: [ClosedRange<Int>]) throws {
        let sequence = try sequence(sizes, ".ari")
        #expect(sequence.empty == empty)
        #expect(sequence.small == small)
    }

    @Test(
        "say nothing of compressed pictures, but that they are empty",
        arguments: [
            (".ari", true), (".dng", true), (".DPX", true), (".exr", true), (".tif", true), (".tiff", true),
            (".cin", true), (".jpg", false), (".png", false), (".arx", false), (".ari.gz", false), (".vdb", false),
        ])
    func compressed(_ suffix: String, _ isJudged: Bool) throws {
        let sequence = try sequence([100, 1, 0, 100, 100], suffix)
        #expect(sequence.empty == [3...3])
        #expect(sequence.small == (isJudged ? [2...2] : []))
    }
}
