import RushesFixtures
import Testing

@testable import FileTree

@Suite("TreeSnapshot") struct TreeSnapshotTests {
    @Test("an entry takes at most 64 bytes")
    func entrySize() {
        #expect(MemoryLayout<TreeSnapshot.Entry>.stride <= 64)
    }

    @Test("a hundred thousand files are kept apart by number and by path")
    func large() throws {
        let attributes = FileAttributes(
            kind: .file, size: ByteCount(5), modified: Instant(nanoseconds: 1), changed: Instant(nanoseconds: 2),
            inode: 3,
            device: 4, permissions: 0o644)
        var folder = attributes
        folder.kind = .folder
        var snapshot = TreeSnapshot()
        snapshot.append([], folder, in: 0)
        for reel in 0..<10 {
            let parent = snapshot.entries.count
            snapshot.append(Array("R\(reel)".utf8), folder, in: 0)
            for frame in 10_000..<20_000 { snapshot.append(Array("F.\(frame).dpx".utf8), attributes, in: parent) }
        }
        #expect(snapshot.entries.count == 100_011)
        let path: RelativePath = "R7/F.19999.dpx"
        let number = try #require(snapshot.number(at: path))
        #expect(snapshot.path(of: number) == path)
        #expect(snapshot.entries[number].size == 5)
        #expect(snapshot.number(at: "R7/F.20000.dpx") == nil)
    }
}
