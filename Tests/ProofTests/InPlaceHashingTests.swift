import Checksums
import Glibc
import RushesFixtures
import Synchronization
import Testing

@testable import FileTree
@testable import Proof

@Suite("InPlaceHashing", .timeLimit(.minutes(2))) struct InPlaceHashingTests {
    /// Slots of 16 KiB, and all but the smallest files in several pieces.
    static let ring = limits(smallFile: 4)
    /// Every file is hashed by the thread that read it.
    static let small = limits(smallFile: 1024)

    static func limits(smallFile: Int64) -> HashingLimits {
        var limits = HashingLimits()
        limits.slotSize = .kibibytes(16)
        limits.smallFile = .kibibytes(smallFile)
        return limits
    }

    static let slot = 16_384
    static let sizes = [0, 1, 4095, 4096, 4097, slot - 1, slot, slot + 1, 3 * slot + 7]

    @Test("every checksum at every size is that of the bytes", arguments: [ring, small], [true, false])
    func sizes(limits: HashingLimits, grantsDirect: Bool) throws {
        let card = InPlaceHashingTests.card
        let disk = CrashDisk(grantsDirect: grantsDirect)
        try card.write(to: disk)
        let found = try Reading(disk, ChecksumAlgorithm.allCases, limits: limits)
        #expect(found.isWhole)
        #expect(found.differences(from: card, ChecksumAlgorithm.allCases) == [])
        #expect(disk.openFiles == 0)
    }

    @Test("the same in a real folder, past its cache and through it", arguments: [HashingLimits.Cache.passed, .used])
    func realFolder(cache: HashingLimits.Cache) throws {
        for var limits in [InPlaceHashingTests.ring, InPlaceHashingTests.small, HashingLimits()] {
            limits.cache = cache
            try withTemporaryFolder { path in
                let card = InPlaceHashingTests.card
                let disk = try PosixDisk(path: path)
                try card.write(to: disk)
                let found = try Reading(disk, ChecksumAlgorithm.allCases, limits: limits)
                #expect(found.differences(from: card, ChecksumAlgorithm.allCases) == [])
            }
        }
    }

    @Test("what is flushed on a disk is shown to come from it; through the cache nothing is")
    func fromDevice() throws {
        try withTemporaryFolder { path in
            let disk = try PosixDisk(path: path)
            try InPlaceHashingTests.card.write(to: disk)
            guard try disk.volume().showsDevice(trustingLoop: false), Machine.deviceBytesReadByThisThread() != nil
            else { return print("Skipped: the temporary folder does not lie on a disk of its own.") }
            try disk.flushVolume(since: disk.beginFlushWindow())
            for var limits in [InPlaceHashingTests.ring, InPlaceHashingTests.small] {
                #expect(try Reading(disk, [.xxh64], limits: limits).files.values.allSatisfy(\.isFromDevice))
                limits.cache = .used
                #expect(try Reading(disk, [.xxh64], limits: limits).files.values.allSatisfy { !$0.isFromDevice })
            }
        }
    }

    @Test("a disk that never read from a device shows nothing, whatever it says it is", arguments: [ring, small])
    func notFromDevice(limits: HashingLimits) throws {
        let disk = CrashDisk()
        try (["A": .random(100_000), "B": .random(10)] as CardBuilder).write(to: disk)
        #expect(try disk.volume().showsDevice(trustingLoop: false))
        #expect(try Reading(disk, [.xxh64], limits: limits).files.values.map(\.isFromDevice) == [false, false])
    }

    @Test("only what is wanted of a file is taken, and a file of which nothing is wanted is not opened")
    func wishes() throws {
        let inner = CrashDisk()
        try (["A": "1", "B": .random(50_000), "C": "3", "D": .random(50_000)] as CardBuilder).write(to: inner)
        let disk = RecordingDisk(inner)
        let tree = try TreeWalk.snapshot(of: inner)
        let wanted: [AlgorithmSet] = [[], .init(.md5), .init([.xxh64, .c4]), [], .init(.sha1)]
        let found = Reading(disk, tree, wanted, limits: InPlaceHashingTests.ring)
        #expect(found.files[1]?.checksums.map(\.algorithm) == [.md5])
        #expect(found.files[2]?.checksums.map(\.algorithm) == [.c4, .xxh64])
        #expect(found.files[3] == nil)
        #expect(found.files[4]?.checksums.map(\.algorithm) == [.sha1])
        #expect(
            disk.operations([.openForReading]).sorted() == ["openForReading A", "openForReading B", "openForReading D"])
    }

    @Test("of a million files of which nothing is wanted nothing is asked, not even whether to stop")
    func nothingWanted() throws {
        let file = FileAttributes(
            kind: .file, size: ByteCount(1), modified: Instant(nanoseconds: 0), changed: Instant(nanoseconds: 0),
            inode: 1, device: 1, permissions: 0o644)
        var tree = TreeSnapshot()
        for _ in 0..<1_000_000 { tree.append([], file, in: 0) }
        let disk = RecordingDisk(CrashDisk())
        let wanted = [AlgorithmSet](repeating: [], count: tree.entries.count)
        let found = Reading(disk, tree, wanted, limits: HashingLimits(), shouldStop: { true })
        #expect(found.isWhole && found.told == 0)
        #expect(disk.operations == [])
    }

    @Test("a roll lies deeper on the disk")
    func base() throws {
        let disk = CrashDisk()
        try (["rolls/A001/CLIP/1.mov": .random(40_000), "rolls/A001/1.xml": "<x/>"] as CardBuilder).write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk, at: "rolls/A001")
        let wanted = tree.entries.map { $0.kind == .file ? AlgorithmSet(.xxh64) : [] }
        var found: [Int] = []
        let hashing = InPlaceHashing(disk: disk, tree: tree, at: "rolls/A001", wanted: wanted)
        #expect(hashing.run(take: { if case .success(let file) = $0.result { found.append(file.number) } }))
        #expect(Set(found) == Set(tree.entries.indices.filter { tree.entries[$0].kind == .file }))
    }

    @Test("a bit that the disk flipped gives another checksum", arguments: [ring, small])
    func flipped(limits: HashingLimits) throws {
        let card: CardBuilder = ["A.mov": .random(100_000), "B.mov": .random(100_000)]
        let inner = CrashDisk()
        try card.write(to: FlippingDisk(inner, .file(named: Array("B.mov".utf8)), bit: 70_001 * 8))
        let found = try Reading(inner, [.xxh128], limits: limits)
        #expect(found.differences(from: card, [.xxh128]) == ["B.mov: xxh128"])
    }

    @Test("a rotating disk is read file after file", arguments: [ring, small])
    func rotating(limits: HashingLimits) throws {
        let inner = CrashDisk(
            volume: Volume(kind: FileSystemKind(named: "ext4"), device: 77, isRotating: true, free: .mebibytes(100)))
        try InPlaceHashingTests.card.write(to: inner)
        let disk = RecordingDisk(inner)
        let found = try Reading(disk, [.xxh64], limits: limits)
        let reads = disk.operations.filter { $0.kind == .read }.map(\.place)
        #expect(found.isWhole)
        #expect(reads == reads.sorted() && Set(reads).count == InPlaceHashingTests.sizes.count - 1)
    }

    @Test("everything is handed over on the calling thread, and the last word counts every byte")
    func callingThread() throws {
        let disk = CrashDisk()
        let card = InPlaceHashingTests.card
        try card.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        let here = pthread_self()
        var elsewhere = 0
        var last = ByteCount.zero
        func look() { if pthread_equal(pthread_self(), here) == 0 { elsewhere += 1 } }
        let hashing = InPlaceHashing(
            disk: disk, tree: tree, wanted: tree.entries.map { $0.kind == .file ? .init(.md5) : [] },
            limits: InPlaceHashingTests.ring)
        let isWhole = hashing.run(
            take: { _ in look() },
            progress: {
                look()
                last = $0
            },
            shouldStop: {
                look()
                return false
            })
        #expect(isWhole && elsewhere == 0)
        #expect(last == ByteCount(Int64(InPlaceHashingTests.sizes.reduce(0, +))))
        #expect(hashing.threadsLeftBehind == 0)
    }

    /// A file of each size in `sizes`, named so that their order is that of the sizes.
    static let card = CardBuilder(
        Dictionary(
            uniqueKeysWithValues: sizes.enumerated().compactMap { place, size in
                RelativePath("F\(place)/\(size)").map { ($0, CardBuilder.Content.random(size)) }
            }))
}
