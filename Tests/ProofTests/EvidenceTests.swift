import Checksums
import FileTree
import Testing

@testable import Proof

/// A proof of file `number`, made by hand: only tests and the read-back can.
func verified(
    _ number: Int, size: Int64 = 100, _ algorithms: [ChecksumAlgorithm] = [.xxh64], evidence: Evidence = .proved,
    isFromEarlierRun: Bool = false
) -> VerifiedFile {
    VerifiedFile(
        number: number, size: ByteCount(size), checksums: algorithms.map { Checksum.of([UInt8(number)], $0) },
        evidence: evidence, provedAt: Instant(nanoseconds: Int64(number) * 1000), isFromEarlierRun: isFromEarlierRun)
}

@Suite("Evidence") struct EvidenceTests {
    @Test("levels go from weak to strong, in the words of the README")
    func levels() {
        #expect(Evidence.allCases.sorted() == [.streamed, .readBack, .proved, .provedSourceTwice])
        #expect(Evidence.allCases.map(\.words) == ["streamed", "read-back", "proved", "proved, source twice"])
    }
}

@Suite("VerifiedFiles") struct VerifiedFilesTests {
    @Test(
        "what was inserted is read back whole, whatever the algorithms",
        arguments: [[.xxh64], [.md5, .xxh128], [.c4, .md5, .sha1, .xxh3, .xxh64], []] as [[ChecksumAlgorithm]])
    func columns(algorithms: [ChecksumAlgorithm]) {
        var files = VerifiedFiles(algorithms: algorithms, entryCount: 12)
        let put = zip([0, 3, 4, 11], Evidence.allCases).map { number, evidence in
            verified(
                number, size: Int64(number) << 33, algorithms, evidence: evidence, isFromEarlierRun: number % 2 == 1)
        }
        for file in put { files.insert(file) }
        #expect((0..<12).compactMap { files[$0] } == put)
        #expect((0..<12).compactMap(files.evidence) == Evidence.allCases)
        #expect(files.count == 4)
        #expect(files.size == ByteCount(18 << 33))
    }

    @Test("a second proof takes the place of the first")
    func secondProof() {
        var files = VerifiedFiles(algorithms: [.xxh64], entryCount: 2)
        files.insert(verified(1, size: 100, evidence: .readBack, isFromEarlierRun: true))
        files.insert(verified(1, size: 130, evidence: .proved))
        #expect(files[1] == verified(1, size: 130, evidence: .proved))
        #expect(files.count == 1)
        #expect(files.size == ByteCount(130))
    }

    @Test(
        "the weakest evidence speaks for all",
        arguments: [
            ([], nil), ([.proved], .proved), ([.provedSourceTwice, .proved], .proved),
            ([.proved, .readBack], .readBack),
            ([.readBack, .proved, .streamed], .streamed),
        ] as [([Evidence], Evidence?)])
    func weakest(levels: [Evidence], expected: Evidence?) {
        var files = VerifiedFiles(algorithms: [.xxh64], entryCount: 8)
        for (number, level) in levels.enumerated() {
            files.insert(verified(number, evidence: level, isFromEarlierRun: number == 0))
        }
        #expect(files.weakestEvidence == expected)
    }
}

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
