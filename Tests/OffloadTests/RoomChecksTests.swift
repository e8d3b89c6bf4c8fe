import FileTree
import Offload
import RushesFixtures
import Testing

@Suite("Room on a destination")
struct RoomChecksTests {
    private static let ours: Int64 = 16 << 20

    @Test(
        "is counted in whole blocks, with what journal, manifest and log take",
        arguments: [
            ([], ours), ([1], ours + 4096 + 1500), ([4096, 4097, 0], ours + 3 * 4096 + 3 * 1500),
        ] as [([Int64], Int64)])
    func needed(_ sizes: [Int64], _ bytes: Int64) {
        #expect(RoomChecks.needed(sizes, blockSize: 4096).bytes == bytes)
    }

    @Test(
        "is an obstacle when it is one byte or one file too little",
        arguments: [(1000, 5, []), (999, 5, [.tooLittleSpace]), (1000, 4, [.tooFewFiles]), (0, nil, [.tooLittleSpace])]
            as [(Int64, UInt64?, [Obstacle.Code])])
    func obstacles(_ free: Int64, _ files: UInt64?, _ codes: [Obstacle.Code]) {
        let volume = Volume(kind: FileSystemKind(named: "ext4"), free: ByteCount(free), freeFiles: files)
        let found = RoomChecks.obstacles(needed: ByteCount(1000), files: 5, volume: volume, at: "RAID")
        #expect(found.map(\.code) == codes)
    }

    @Test("a file of 4 GiB is one byte too large for FAT")
    func largeFile() throws {
        let disk = CrashDisk()
        let file = try disk.create("A.mov", permissions: 0o644, direct: false)
        disk.close(file)
        let contents = CardContents(
            try TreeWalk.snapshot(of: SizedCard(base: disk, size: 4_294_967_296)), ignore: IgnorePatterns([]))
        let codes = { (kind: String) in
            NameChecks.obstacles(contents, on: FileSystemKind(named: kind), at: "RAID").map(\.code)
        }
        #expect(codes("vfat") == [.fileTooLarge])
        #expect(codes("exfat") == [])
    }
}

/// A card whose files are said to have a size that nobody wants to make for a test.
private struct SizedCard: DiskLayer {
    let base: any Disk
    let size: Int64

    func willPerform(_ operation: DiskOperation) {}

    func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] {
        try base.entries(of: folder).map { entry in
            var attributes = entry.attributes
            attributes.size = ByteCount(size)
            return FolderEntry(name: entry.name, attributes: attributes)
        }
    }
}
