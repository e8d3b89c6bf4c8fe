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

@Suite("A part of a tree") struct SubtreeTests {
    private let card: CardBuilder = ["A/B/x": "1", "A/B/C/y": "22", "A/Bz": "3", "A0": "4", "B/B/x": "5"]

    @Test("is what a walk of that folder alone would find")
    func same() throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        let whole = try TreeWalk.snapshot(of: disk)
        for number in whole.entries.indices where whole.entries[number].kind == .folder {
            let path = whole.path(of: number)
            let part = whole.subtree(at: number)
            let walked = try TreeWalk.snapshot(of: Subtree(disk: disk, folder: path))
            #expect(part.entries == walked.entries)
            #expect(part.entries.indices.map(part.path) == walked.entries.indices.map(walked.path))
        }
    }

    @Test("shows some entries under other names, in the folders they lie in, parents first")
    func renaming() throws {
        let disk = CrashDisk()
        let folder: CardBuilder = ["A/B/x": "1", "A/B/y": "2", "A/z": "3", "C/B/x": "4", "D/x": "5", "e": "6"]
        try folder.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        let names = try ["A/B", "A/B/y", "A/B/y", "C/B/x", "e"].map { text in
            let path = try #require(RelativePath(text))
            return (entry: try #require(tree.number(at: path)), name: Array("new \(text.count)".utf8))
        }
        let (renamed, numbers) = tree.renaming(names)
        #expect(
            renamed.entries.indices.map { "\(renamed.path(of: $0))" }
                == [
                    "", "A", "A/new 3", "A/B", "A/B/new 5", "A/B/new 5", "C", "C/B", "C/B/new 5", "new 1",
                ].map { RelativePath($0).map { "\($0)" } ?? "\(RelativePath.root)" })
        #expect(numbers == [2, 4, 5, 8, 9])
        #expect(numbers.map { renamed.entries[$0].kind } == [.folder, .file, .file, .file, .file])
        #expect(tree.renaming([]).tree.entries.count == 1)
    }

    @Test(
        "has paths as they are seen from its root",
        arguments: [("A/B/x", "A", "B/x"), ("A/B/x", "A/B", "x"), ("AB/x", "A", "AB/x"), ("A", "A", "")])
    func below(_ path: String, _ folder: String, _ seen: String) throws {
        let (path, folder) = (try #require(RelativePath(path)), try #require(RelativePath(folder)))
        #expect(path.below(folder) == RelativePath(seen) ?? .root)
    }

    @Test(
        "a tree of one path has the folders around it, and nothing else", arguments: [("a/b/c.mov", 4), ("c.mov", 2)])
    func alone(text: String, count: Int) throws {
        let path = try #require(RelativePath(text))
        let moment = Instant(nanoseconds: 5)
        let attributes = FileAttributes(
            kind: .file, size: ByteCount(7), modified: moment, changed: moment, inode: 0, device: 0, permissions: 0o644)
        let tree = TreeSnapshot(of: path, attributes)
        #expect(tree.entries.count == count)
        #expect(tree.path(of: count - 1) == path)
        #expect(tree.entries.map(\.kind) == Array(repeating: .folder, count: count - 1) + [.file])
        #expect(tree.entries.map(\.size) == Array(repeating: 0, count: count - 1) + [7])
        #expect(TreeSnapshot(of: .root, attributes).entries.map(\.kind) == [.folder])
    }
}
