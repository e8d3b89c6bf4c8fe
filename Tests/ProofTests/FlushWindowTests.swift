import FileTree
import Glibc
import RushesFixtures
import Testing

@testable import Proof

@Suite("FlushWindow") struct FlushWindowTests {
    private let card: CardBuilder = ["A": "one", "B/C": "two", "D": "three"]
    private let files: [RelativePath] = ["A", "B/C", "D"]

    @Test(
        "each kind of file system is flushed in its own way",
        arguments: [
            ("ext4", ["flushVolume ."]), ("xfs", ["flushVolume ."]), ("btrfs", ["flushVolume ."]),
            ("vfat", ["flushVolume .", "flush D"]), ("exfat", ["flushVolume .", "flush D"]),
            ("ntfs3", ["flushVolume .", "flush D"]), ("nfs", ["flush A", "flush B/C", "flush D"]),
            ("fuse.sshfs", ["flush A", "flush B/C", "flush D"]), ("unheard-of", ["flush A", "flush B/C", "flush D"]),
        ])
    func kinds(name: String, expected: [String]) throws {
        let inner = CrashDisk()
        let disk = RecordingDisk(inner)
        let window = try FlushWindow(on: disk, kind: FileSystemKind(named: name))
        try card.write(to: disk)
        _ = try window.flush(files)
        #expect(disk.operations(.flushing) == expected)
        #expect(disk.operations.first?.kind == .beginFlushWindow)
        #expect(inner.openFiles == 0)
    }

    @Test("what has its receipt survives every power cut", arguments: ["ext4", "vfat", "nfs"])
    func receipt(name: String) throws {
        let disk = CrashDisk()
        let window = try FlushWindow(on: disk, kind: FileSystemKind(named: name))
        try card.write(to: disk)
        _ = try window.flush(files)
        // Names are the business of whoever gives them: here they are flushed.
        for folder in ["B", .root] as [RelativePath] { try disk.flushFolder(folder) }
        for state in disk.crashStates(limit: 256) {
            #expect(try TreeContents(of: disk.crashed(state)).differences(from: card.contents) == [], "\(state)")
        }
    }

    @Test(
        "a failed flush gives no receipt and is not tried again",
        arguments: [("ext4", 1), ("vfat", 1), ("vfat", 2), ("nfs", 1), ("nfs", 2), ("nfs", 3)])
    func failure(name: String, turn: Int) throws {
        let inner = CrashDisk()
        try card.write(to: inner)
        let disk = FailingDisk(inner, failingAt: turn, only: .flushing)
        let window = try FlushWindow(on: disk, kind: FileSystemKind(named: name))
        let failure = try #require(throws: DiskError.self) { _ = try window.flush(files) }
        #expect(failure.reason == .hardware)
        #expect(disk.operationCount == turn)
        #expect(inner.openFiles == 0)
    }

    @Test("a window that is abandoned flushes nothing and leaves nothing open")
    func abandoned() throws {
        let inner = CrashDisk()
        let disk = RecordingDisk(inner)
        try FlushWindow(on: disk, kind: FileSystemKind(named: "ext4")).abandon()
        #expect(disk.operations(.flushing) == [])
        #expect(inner.openFiles == 0)
    }

    @Test("a window for no files is still a window", arguments: ["ext4", "vfat", "nfs"])
    func noFiles(name: String) throws {
        let disk = CrashDisk()
        _ = try FlushWindow(on: disk, kind: FileSystemKind(named: name)).flush([])
        #expect(disk.openFiles == 0)
    }

    @Test("a copy of a read-only file, which may not be opened for writing, is flushed all the same")
    func readOnlyFile() throws {
        let inner = CrashDisk()
        try card.write(to: inner)
        let disk = RecordingDisk(ReadOnlyFilesDisk(base: inner))
        _ = try FlushWindow(on: disk, kind: FileSystemKind(named: "nfs")).flush(["A"])
        #expect(disk.operations(.flushing) == ["flush A"])
        #expect(inner.openFiles == 0)
    }
}

/// A disk on which nobody may write to the files that are there; root may write to every real one.
private struct ReadOnlyFilesDisk: DiskLayer {
    let base: any Disk

    func willPerform(_ operation: DiskOperation) throws(DiskError) {
        guard operation.kind != .openForWriting else { throw DiskError(.open, at: operation.place, number: EACCES) }
    }
}
