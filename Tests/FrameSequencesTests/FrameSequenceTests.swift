import FileTree
import Testing

@testable import FrameSequences

@Suite("A sequence of frames") struct FrameSequenceTests {
    @Test("has a hole between neighbouring runs, and nowhere else")
    func holes() {
        let sequence = FrameSequence(
            folder: .root, prefix: Array("shot.".utf8), suffix: Array(".exr".utf8), padding: .padded(4),
            runs: [1001...1010, 1012...1012, 1020...1021], size: .zero, smallest: 0, largest: 0,
            earliest: Instant(nanoseconds: 0), latest: Instant(nanoseconds: 0))
        #expect(sequence.holes == [1011...1011, 1013...1019])
        #expect(sequence.count == 13)
    }
}
