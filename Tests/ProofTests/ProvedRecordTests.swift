import FileTree
import Proof
import Testing

@Suite("ProvedRecord") struct ProvedRecordTests {
    private static let attributes = FileAttributes(
        kind: .file, size: ByteCount(100), modified: Instant(nanoseconds: 1), changed: Instant(nanoseconds: 2),
        inode: 3,
        device: 4, permissions: 0o644)
    private let record = ProvedRecord(verified(7), attributes: attributes)

    @Test(
        "an untouched file keeps its proof, also after the volume was mounted again",
        arguments: ["ext4", "xfs", "btrfs"])
    func holds(kind: String) throws {
        var now = Self.attributes
        now.device = 99
        let file = try #require(record.stillHolds(now, on: FileSystemKind(named: kind)))
        #expect(file == verified(7, isFromEarlierRun: true))
    }

    /// A change that must end the trust, with the name a failure prints.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (inout FileAttributes) -> Void
    }

    @Test(
        "any sign of a change ends the trust",
        arguments: [
            Change(testDescription: "larger") { $0.size = ByteCount(101) },
            Change(testDescription: "smaller") { $0.size = ByteCount(99) },
            Change(testDescription: "modified later") { $0.modified = Instant(nanoseconds: 2) },
            Change(testDescription: "modified earlier") { $0.modified = Instant(nanoseconds: 0) },
            Change(testDescription: "changed") { $0.changed = Instant(nanoseconds: 3) },
            Change(testDescription: "another inode") { $0.inode = 4 },
            Change(testDescription: "a folder") { $0.kind = .folder },
            Change(testDescription: "a link") { $0.kind = .symbolicLink },
        ])
    func changed(change: Change) {
        var now = Self.attributes
        change.make(&now)
        #expect(record.stillHolds(now, on: FileSystemKind(named: "ext4")) == nil)
    }

    @Test(
        "where times do not tell of a change nothing is trusted",
        arguments: ["exfat", "vfat", "ntfs3", "nfs", "cifs", "fuse.sshfs", "zfs", "ext3", "unheard-of"])
    func untold(kind: String) {
        #expect(record.stillHolds(Self.attributes, on: FileSystemKind(named: kind)) == nil)
    }
}
