import FileTree
import RushesFixtures
import Testing

@testable import Offload

@Suite("Cutting groups into slots")
struct ChunkCutterTests {
    private func chunks(_ sizes: [Int64], filesPerSlot: Int = 64) -> [CopyChunk] {
        var limits = CopyLimits()
        limits.slotSize = .kibibytes(8)
        limits.filesPerSlot = filesPerSlot
        var cutter = ChunkCutter(limits: limits)
        let groups = [CopyGroup(files: Array(sizes.indices), lanes: .lane(0), attempt: 0)]
        var chunks: [CopyChunk] = []
        while let chunk = cutter.peek(groups, sizes: { sizes[$0] }) {
            chunks.append(chunk)
            #expect(cutter.advance(past: chunk, in: groups) == (cutter.group == 1))
        }
        return chunks
    }

    private func piece(_ index: Int, _ offset: Int64, _ length: Int, first: Bool = false, last: Bool = false)
        -> CopyChunk
    {
        .piece(index: index, offset: offset, length: length, isFirst: first, isLast: last)
    }

    @Test("small files share a slot as far as they fit, each on a grain of its own")
    func small() {
        #expect(chunks([1, 4096, 1]) == [.batch(first: 0, end: 2), .batch(first: 2, end: 3)])
        #expect(chunks([8192, 0, 0]) == [.batch(first: 0, end: 3)])
        #expect(chunks([1, 1, 1], filesPerSlot: 2) == [.batch(first: 0, end: 2), .batch(first: 2, end: 3)])
    }

    @Test("a file larger than a slot is cut, its last piece as short as it is")
    func large() {
        #expect(chunks([8193]) == [piece(0, 0, 8192, first: true), piece(0, 8192, 1, last: true)])
        #expect(
            chunks([16_384, 5, 20_000]) == [
                piece(0, 0, 8192, first: true), piece(0, 8192, 8192, last: true), .batch(first: 1, end: 2),
                piece(2, 0, 8192, first: true), piece(2, 8192, 8192), piece(2, 16_384, 3616, last: true),
            ])
    }

    @Test("a group of empty files is one chunk")
    func empty() {
        #expect(chunks([0, 0]) == [.batch(first: 0, end: 2)])
    }
}
