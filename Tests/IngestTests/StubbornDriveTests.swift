import FileTree
import Ingest
import Manifests
import Offload
import RushesFixtures
import Synchronization
import Testing

/// A disk that cannot make some staged files last, so many times.
private final class BadFlush: DiskLayer {
    let base: any Disk
    private let left: Mutex<Int>

    init(_ base: any Disk, times: Int) {
        self.base = base
        left = Mutex(times)
    }

    func willPerform(_ operation: DiskOperation) throws(DiskError) {
        guard operation.kind == .flush, operation.place.lies(within: RollPlace(roll: "A001").staging) else { return }
        let isBad = left.withLock { left in
            left -= 1
            return left >= 0
        }
        if isBad { throw DiskError(.flush, at: operation.place, number: FailingDisk.inputOutput) }
    }
}

@Suite("A drive that does not do what it is asked")
struct StubbornDriveTests {
    private func drive() -> CrashDisk { CrashDisk(volume: .drive("NAS", "nfs", device: 80, disk: "sdw")) }

    @Test("whose flush fails once gets the group again, and is complete")
    func flushFailsOnce() throws {
        let (base, other) = (drive(), CrashDisk.second())
        let story = try Cart(on: ["/media/NAS": BadFlush(base, times: 1), "/media/RAID_B": other]).run()
        #expect(story.status == .done)
        let again = story.events.compactMap { event -> Int? in
            if case .copiedAgain(_, let destination) = event { destination } else { nil }
        }
        #expect(again == [0])
        #expect(try #require(story.outcomes.first).bytesReadAgain > 0)
        for disk in [base, other] { try expectFinished(disk) }
    }

    @Test("whose flush fails again has failed; the other is complete")
    func flushFailsTwice() throws {
        let (base, other) = (drive(), CrashDisk.second())
        let story = try Cart(on: ["/media/NAS": BadFlush(base, times: 100), "/media/RAID_B": other]).run()
        #expect(story.status == .destinationFailed)
        let failure = try #require(story.outcomes.first?.copies.first?.failure)
        #expect(failure.sentence.hasPrefix("could not make what was written last, twice: "))
        let view = try DriveView(base)
        #expect(view.roll() == nil)
        #expect(try view.brokenPromises() == [])
        #expect(try DriveView(other).roll()?.differences(from: Cart.contents) == [])
        #expect(try Cart(on: ["/media/NAS": base, "/media/RAID_B": other]).run().status == .done)
        for disk in [base, other] { try expectFinished(disk) }
    }

    @Test(
        "and never answers is dropped; the other is complete, and the run returns",
        arguments: [(DiskOperation.Kind.write, 3), (.create, 2), (.flushVolume, 4), (.rename, 1), (.makeFolder, 5)])
    func hangs(_ kind: DiskOperation.Kind, _ turn: Int) throws {
        let (base, other) = (CrashDisk(), CrashDisk.second())
        let gated = GatedDisk(base, at: turn, of: kind)
        defer { gated.open() }
        let story = try Cart(on: ["/media/RAID_A": gated, "/media/RAID_B": other]).run {
            $0.limits.hangLimit = 300_000_000
        }
        #expect(story.status == .destinationFailed)
        #expect(story.leftThreadsBehind)
        let failures = try #require(story.outcomes.first).copies.map(\.failure)
        guard case .silent? = failures[0]?.cause else {
            Issue.record("\(failures)")
            return
        }
        #expect(failures[1] == nil)
        #expect(try DriveView(other).roll()?.differences(from: Cart.contents) == [])
        #expect(try DriveView(base).brokenPromises() == [])
    }
}
