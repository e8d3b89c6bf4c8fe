import FileTree
import Ingest
import Manifests
import RushesFixtures
import Testing

@Suite("A drive that refuses a request")
struct FailingDriveTests {
    /// Looks are many and alike: every third is enough.
    private static func step(_ kind: DiskOperation.Kind) -> Int { kind == .look ? 3 : 1 }

    @Test(
        "never shows a file that is not proved, leaves the other drive alone, and is completed by a rerun",
        arguments: DiskOperation.Kind.allCases, [FailingDisk.Lasting.once, .fromThenOn])
    func everyRequest(_ kind: DiskOperation.Kind, _ lasting: FailingDisk.Lasting) throws {
        var turn = 1
        while true {
            let (base, other) = (CrashDisk(), CrashDisk.second())
            let failing = FailingDisk(base, failingAt: turn, lasting, only: [kind])
            let story = try Cart(on: ["/media/RAID_A": failing, "/media/RAID_B": other]).run()
            let place: Comment = "\(kind) \(turn) \(lasting): \(story.status)"
            let broken = try DriveView(base).brokenPromises()
            #expect(broken == [], place)
            if story.status == .done {
                #expect(try DriveView(base).roll()?.differences(from: Cart.contents) == [], place)
            }
            if story.status != .obstacles {
                #expect(try DriveView(other).roll()?.differences(from: Cart.contents) == [], place)
            }
            // Sealed without the files that could not be read back, it gets its name with a second generation.
            let before = try DriveView(base).history("A001.partial")
            let generations = before?.failed.isEmpty == false ? 2 : 1
            let again = try Cart(on: ["/media/RAID_A": base, "/media/RAID_B": other]).run()
            #expect(again.status == .done, "\(place) \(again.obstacles)")
            try expectFinished(base, generations: generations, comment: place)
            try expectFinished(other, comment: place)
            guard failing.operationCount >= turn else { break }
            turn += FailingDriveTests.step(kind)
        }
    }
}
