import Checksums
import FileTree
import RushesFixtures
import Synchronization
import Testing

@testable import Proof

@Suite("Hashing in place when something is wrong", .timeLimit(.minutes(2))) struct InPlaceTroubleTests {
    static let both = [InPlaceHashingTests.ring, InPlaceHashingTests.small]

    /// One large file, one of two pieces, small ones and an empty one.
    static let card: CardBuilder = [
        "A.mov": .random(100_000), "A.xml": .random(700), "B.mov": .random(20_000), "B.xml": .random(0),
    ]

    @Test(
        "whichever request fails, its file has failed, the others are hashed, and nothing stays open", arguments: both)
    func anyRequestFails(limits: HashingLimits) throws {
        let inner = CrashDisk()
        try InPlaceTroubleTests.card.write(to: inner)
        let tree = try TreeWalk.snapshot(of: inner)
        let kinds: Set<DiskOperation.Kind> = [.openForReading, .read, .look]
        let counted = FailingDisk(inner, only: kinds)
        #expect(Reading(counted, tree, [.md5, .xxh64], limits: limits).isWhole)
        #expect(counted.operationCount > 14)
        for turn in 1...counted.operationCount {
            let disk = FailingDisk(inner, failingAt: turn, only: kinds)
            let found = Reading(disk, tree, [.md5, .xxh64], limits: limits)
            #expect(found.isWhole)
            #expect(found.failures.count == 1, "request \(turn)")
            #expect(found.files.count == 3)
            let failed = try #require(found.failures.first)
            guard case .disk(let error) = failed.value else {
                Issue.record("request \(turn): \(failed.value)")
                continue
            }
            #expect(error.reason == .hardware && error.place == tree.path(of: failed.key))
            #expect(found.differences(from: InPlaceTroubleTests.card, [.md5, .xxh64]) == ["\(error.place): missing"])
            #expect(inner.openFiles == 0)
        }
    }

    @Test("a device that is gone from some request on fails the rest of the files, and no file twice", arguments: both)
    func gone(limits: HashingLimits) throws {
        let inner = CrashDisk()
        try InPlaceTroubleTests.card.write(to: inner)
        let tree = try TreeWalk.snapshot(of: inner)
        for turn in 1...12 {
            let disk = FailingDisk(inner, failingAt: turn, .fromThenOn, number: FailingDisk.gone)
            let found = Reading(disk, tree, [.xxh64], limits: limits)
            #expect(found.isWhole)
            #expect(found.files.count + found.failures.count == 4 && found.told == 4)
            #expect(!found.failures.isEmpty)
            #expect(inner.openFiles == 0)
        }
    }

    /// What is done to a file while it is read.
    enum Change: CaseIterable { case grows, shrinks, isWrittenAnew }

    @Test(
        "a file that is changed while it is read has failed, whatever was done to it", arguments: both,
        Change.allCases)
    func changedWhileRead(limits: HashingLimits, change: Change) throws {
        let inner = CrashDisk()
        try InPlaceTroubleTests.card.write(to: inner)
        let tree = try TreeWalk.snapshot(of: inner)
        for victim in ["A.mov", "A.xml", "B.mov"] as [RelativePath] {
            let base = inner.copy()
            let disk = MeddlingDisk(base: base, victim: victim) { disk throws(DiskError) in
                let file = try disk.openForWriting(victim, direct: false)
                defer { disk.close(file) }
                let size = try disk.attributes(of: file).size
                switch change {
                case .grows: try disk.write(file, [1, 2, 3], at: size.bytes)
                case .shrinks: try disk.resize(file, to: ByteCount(size.bytes - 1))
                case .isWrittenAnew: try disk.write(file, [1, 2, 3], at: 0)
                }
            }
            let found = Reading(disk, tree, [.xxh64], limits: limits)
            #expect(
                found.failures.mapValues(\.sentence) == [tree.number(at: victim): "it was changed while it was read"])
            #expect(found.files.count == 3)
            #expect(base.openFiles == 0)
        }
    }

    @Test(
        "a file that is another size than the snapshot says is hashed as it is; its size is the caller's to compare",
        arguments: both)
    func otherSize(limits: HashingLimits) throws {
        let disk = CrashDisk()
        try InPlaceTroubleTests.card.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        for path in ["A.mov", "A.xml", "B.mov", "B.xml"] as [RelativePath] { try disk.remove(path) }
        let now: CardBuilder = [
            "A.mov": .random(0), "A.xml": .random(70_000), "B.mov": .random(20), "B.xml": .random(33_000),
        ]
        try now.write(to: disk)
        let found = Reading(disk, tree, [.md5, .xxh64], limits: limits)
        #expect(found.differences(from: now, [.md5, .xxh64]) == [])
        #expect(disk.openFiles == 0)
    }

    @Test("a file that vanished, and one that became a folder, fail alone", arguments: both)
    func vanished(limits: HashingLimits) throws {
        let disk = CrashDisk()
        try InPlaceTroubleTests.card.write(to: disk)
        let tree = try TreeWalk.snapshot(of: disk)
        for path in ["A.mov", "A.xml"] as [RelativePath] { try disk.remove(path) }
        try disk.makeFolder("A.xml", permissions: 0o755)
        let found = Reading(disk, tree, [.xxh64], limits: limits)
        #expect(
            Set(found.failures.values.map(\.sentence)) == [
                "could not open A.mov: there is no such file or folder",
                "could not open A.xml: a folder lies where a file should be",
            ])
        #expect(found.files.count == 2)
    }

    @Test("a volume that cannot be measured is read all the same, and shows nothing")
    func unmeasured() throws {
        let inner = CrashDisk()
        try InPlaceTroubleTests.card.write(to: inner)
        let found = try Reading(FailingDisk(inner, failingAt: 1, only: [.measure]), [.xxh64], limits: HashingLimits())
        #expect(found.differences(from: InPlaceTroubleTests.card, [.xxh64]) == [])
        #expect(found.files.values.allSatisfy { !$0.isFromDevice })
    }

    @Test("stopped before the first request, it makes none")
    func stoppedAtOnce() throws {
        let inner = CrashDisk()
        try InPlaceTroubleTests.card.write(to: inner)
        let tree = try TreeWalk.snapshot(of: inner)
        let disk = RecordingDisk(inner)
        let found = Reading(disk, tree, [.xxh64], limits: HashingLimits(), shouldStop: { true })
        #expect(!found.isWhole && found.told == 0)
        #expect(disk.operations == [])
    }

    @Test(
        "a disk that hangs is left behind with its thread when the person stops", arguments: both,
        [DiskOperation.Kind.measure, .openForReading, .read, .look])
    func hangs(limits: HashingLimits, kind: DiskOperation.Kind) throws {
        var limits = limits
        limits.tick = 1_000_000
        limits.patience = 20_000_000
        let inner = CrashDisk()
        try InPlaceTroubleTests.card.write(to: inner)
        let tree = try TreeWalk.snapshot(of: inner)
        let disk = GatedDisk(inner, at: 1, of: kind)
        let found = Reading(disk, tree, [.xxh64], limits: limits, shouldStop: { disk.isReached })
        #expect(!found.isWhole)
        #expect(found.threadsLeftBehind == 1)
        #expect(found.told < 4 && found.failures.isEmpty)
        disk.open()
    }

    @Test("once it is told to stop, no request is made but those that are out", arguments: both)
    func noFurtherRequest(limits: HashingLimits) throws {
        let names = (1000..<1200).compactMap { RelativePath("\($0)") }
        let inner = CrashDisk()
        try CardBuilder(
            Dictionary(
                uniqueKeysWithValues: names.map { ($0, CardBuilder.Content.bytes(Array(repeating: 7, count: 5000))) })
        )
        .write(to: inner)
        let tree = try TreeWalk.snapshot(of: inner)
        let recording = RecordingDisk(inner)
        let disk = GatedDisk(recording, at: 1, of: .read)
        var limits = limits
        limits.tick = 1_000_000
        limits.findingsAhead = 2
        var atStop = 0
        // The gate opens after the stop: what the thread behind it does then is what counts.
        let found = Reading(
            disk, tree, [.xxh64], limits: limits,
            shouldStop: {
                guard disk.isReached else { return false }
                atStop = recording.operations.count
                disk.open()
                return true
            })
        #expect(!found.isWhole && found.threadsLeftBehind == 0)
        #expect(found.told < 200 && found.failures.isEmpty)
        // The operations are counted before the schedule hears of the stop. In between a reader may go on with the
        // one file it has, which is opened, looked at, read and looked at again; the other files are left alone.
        #expect(recording.operations.count - atStop <= 4 * limits.smallReaders)
        #expect(inner.openFiles == 0)
    }
}

/// A disk on which somebody does something to a file right after its first read.
private final class MeddlingDisk: DiskLayer {
    let base: any Disk
    private let victim: RelativePath
    private let meddle: @Sendable (any Disk) throws(DiskError) -> Void
    private let isDone = Mutex(false)

    init(base: any Disk, victim: RelativePath, meddle: @escaping @Sendable (any Disk) throws(DiskError) -> Void) {
        self.base = base
        self.victim = victim
        self.meddle = meddle
    }

    func willPerform(_ operation: DiskOperation) throws(DiskError) {}

    func read(
        _ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        let count = try base.read(file, into: buffer, at: offset)
        let isFirst =
            file.place == victim
            && isDone.withLock { done in
                defer { done = true }
                return !done
            }
        if isFirst { try meddle(base) }
        return count
    }
}
