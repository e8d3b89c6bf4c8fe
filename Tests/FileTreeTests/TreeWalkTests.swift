import CLinux
import Glibc
import RushesFixtures
import Testing

@testable import FileTree

@Suite("TreeWalk") struct TreeWalkTests {
    private let card: CardBuilder = ["B/b": "text", "B/a/x": "y", "A": .folder, "a": "lower", "A.x": "x", "B-": "z"]

    private func lines(of snapshot: TreeSnapshot) -> [String] {
        snapshot.entries.indices.map { "\(snapshot.entries[$0].kind.name) \(snapshot.path(of: $0))" }
    }

    @Test("entries come parents first, each folder's by raw bytes")
    func order() throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        #expect(
            try lines(of: TreeWalk.snapshot(of: disk)) == [
                "folder .", "folder A", "file A.x", "folder B", "folder B/a", "file B/a/x", "file B/b", "file B-",
                "file a",
            ])
    }

    @Test("a walk that is told to stop looks into no further folder")
    func stopped() throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        var asked = 0
        let snapshot = try TreeWalk.snapshot(of: disk) {
            asked += 1
            return asked > 2
        }
        #expect(lines(of: snapshot) == ["folder .", "folder A", "file A.x", "folder B", "file B-", "file a"])
    }

    @Test("names that differ anywhere, or only in length, are ordered by raw bytes")
    func nameOrder() throws {
        let long = "A001C001_230415_R1AB"
        var names =
            (0...long.count).map { String(long.prefix($0)) + "\u{FF}" }
            + (1...long.count).map { String(long.prefix($0)) }
        names += (0..<long.count).flatMap { place in
            ["!", "~"].map { String(long.prefix(place)) + $0 + String(long.dropFirst(place + 1)) }
        }
        let disk = CrashDisk()
        for name in names.shuffled() { try ([RelativePath(name) ?? .root: "x"] as CardBuilder).write(to: disk) }
        let snapshot = try TreeWalk.snapshot(of: disk)
        let walked = snapshot.entries.indices.dropFirst().map { Array(snapshot.name(of: $0)) }
        #expect(walked == names.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test("the same tree gives the same numbers, and they are found again")
    func numbers() throws {
        try withTemporaryFolder { path in
            try card.write(intoFolder: path)
            let one = try TreeWalk.snapshot(of: CardDisk(path: path))
            let other = try TreeWalk.snapshot(of: CardDisk(path: path))
            #expect(one.entries == other.entries)
            for number in one.entries.indices { #expect(one.number(at: one.path(of: number)) == number) }
            for path in ["B/c", "A/x", "C", "B/a/x/y"] as [RelativePath] { #expect(one.number(at: path) == nil) }
        }
    }

    @Test("links and FIFOs are recorded, and not gone into")
    func oddities() throws {
        try withTemporaryFolder { path in
            try (["out/secret": "s", "card/A": "a"] as CardBuilder).write(intoFolder: path)
            symlink(path + "/out", path + "/card/L")
            symlink(".", path + "/card/M")
            mkfifo(path + "/card/F", 0o600)
            let snapshot = try TreeWalk.snapshot(of: CardDisk(path: path + "/card"))
            #expect(lines(of: snapshot) == ["folder .", "file A", "FIFO F", "symbolic link L", "symbolic link M"])
            #expect(snapshot.entries.map(\.size) == [0, 1, 0, 0, 0])
            #expect(snapshot.unreadable.isEmpty)
        }
    }

    @Test("a folder that cannot be listed is named, and the rest goes on")
    func unreadable() throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        let snapshot = try TreeWalk.snapshot(of: SealedFolderDisk(base: disk, sealed: "B/a"))
        #expect(snapshot.unreadable == [DiskError(.list, at: "B/a", number: EACCES)])
        #expect(lines(of: snapshot).suffix(4) == ["folder B/a", "file B/b", "file B-", "file a"])
    }

    @Test("a folder without permission is named, and the rest goes on")
    func noPermission() throws {
        guard geteuid() != 0 else { return print("Skipped: root may enter every folder.") }
        try withTemporaryFolder { path in
            try card.write(intoFolder: path)
            chmod(path + "/B/a", 0)
            let snapshot = try TreeWalk.snapshot(of: CardDisk(path: path))
            #expect(snapshot.unreadable.map(\.reason) == [.denied])
            #expect(snapshot.entries.count == 8)
        }
    }

    @Test("a root that is missing or no folder is refused")
    func noRoot() throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        #expect(throws: DiskError(.look, at: "C", number: ENOENT)) { try TreeWalk.snapshot(of: disk, at: "C") }
        #expect(throws: DiskError(.list, at: "a", number: ENOTDIR)) { try TreeWalk.snapshot(of: disk, at: "a") }
        #expect(try lines(of: TreeWalk.snapshot(of: disk, at: "B")) == ["folder .", "folder a", "file a/x", "file b"])
    }

    @Test("folders nested too deep are named and not entered", arguments: [(128, 0), (129, 1), (200, 1)])
    func deepNesting(depth: Int, unreadable: Int) throws {
        try withTemporaryFolder { path in
            let disk = try PosixDisk(path: path)
            var folder = RelativePath.root
            for _ in 0..<depth - 1 {
                folder = folder.appending(component: "d".utf8)
                try disk.makeFolder(folder, permissions: 0o755)
            }
            // The root is folder 1 of 128.
            let snapshot = try TreeWalk.snapshot(of: disk)
            #expect(
                snapshot.unreadable.map(\.cause)
                    == Array(repeating: "folders nested deeper than 128 are not looked into", count: unreadable))
            #expect(snapshot.entries.count == min(depth, TreeWalk.deepest + 1))
        }
    }

    @Test("a mounted volume is recorded and not entered")
    func mount() throws {
        let disk = CrashDisk()
        try card.write(to: disk)
        let snapshot = try TreeWalk.snapshot(of: MountedFolderDisk(base: disk, mount: Array("B".utf8)))
        #expect(lines(of: snapshot) == ["folder .", "folder A", "file A.x", "mounted volume B", "file B-", "file a"])
    }
}

/// A disk with a folder that nobody may list; root may list every real one.
private struct SealedFolderDisk: DiskLayer {
    let base: any Disk
    let sealed: RelativePath

    func willPerform(_ operation: DiskOperation) throws(DiskError) {
        guard operation != DiskOperation(.list, sealed) else { throw DiskError(.list, at: sealed, number: EACCES) }
    }
}

/// A disk on whose folder of that name another volume is mounted; mounting a real one takes root.
private struct MountedFolderDisk: DiskLayer {
    let base: any Disk
    let mount: [UInt8]

    func willPerform(_ operation: DiskOperation) {}

    func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] {
        try base.entries(of: folder).map { entry in
            var attributes = entry.attributes
            if entry.name == mount { attributes.device += 1 }
            return FolderEntry(name: entry.name, attributes: attributes)
        }
    }
}
