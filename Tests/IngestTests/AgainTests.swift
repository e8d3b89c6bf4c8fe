import Checksums
import FileTree
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("The same card once more")
struct AgainTests {
    @Test("on a sealed roll changes nothing in it, and leaves a log")
    func sealed() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
        let before = try DriveView(disk).tree
        let recorded = RecordingDisk(disk)
        let story = try Cart(disk: card, on: ["/media/RAID_A": recorded]).run()
        #expect(story.status == .done)
        #expect(story.plans.flatMap { $0.copies.map(\.kind) } == [.compare])
        #expect(story.outcomes.first?.wasFinished == true)
        let touched = recorded.operations.filter {
            Set<DiskOperation.Kind>.changing.contains($0.kind) && $0.place.lies(within: "A001")
        }
        #expect(touched == [])
        let after = try DriveView(disk)
        #expect(after.tree.below("A001") == before.below("A001"))
        #expect(!after.hasLeftovers)
        #expect(after.tree.below("Logs").files.count == before.below("Logs").files.count + 2)
    }

    @Test("on a roll that was sealed with other checksums than are asked for says so")
    func otherChecksums() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
        let story = try Cart(disk: card, on: ["/media/RAID_A": disk]).run { $0.algorithms = [.xxh64, .md5] }
        #expect(story.status == .done)
        let outcome = try #require(story.outcomes.first)
        #expect(outcome.copies.map(\.notSealed) == [[.md5]])
        #expect(
            SummaryText(outcome).text.contains(
                "/media/RAID_A: the roll was sealed before; md5 was not added to it.\n"))
        try expectFinished(disk)
    }

    @Test("that has grown adds a generation with the new files alone")
    func grown() throws {
        let disk = CrashDisk()
        try Cart(on: ["/media/RAID_A": disk]).run()
        var more = Cart.small
        more["CLIP/A001C003.mov"] = .random(20_000)
        more["NEW"] = .folder
        let story = try Cart(more, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .done)
        #expect(story.plans.flatMap { $0.copies.map(\.files) } == [1])
        try expectFinished(disk, more.contents, generations: 2)
        let second = try #require(try DriveView(disk).manifests().last)
        #expect(second.contains("CLIP/A001C003.mov"))
    }

    @Test("that has grown while a small file of it changed is another roll, found before anything is written")
    func grownAndChanged() throws {
        let disk = CrashDisk()
        try Cart(on: ["/media/RAID_A": disk]).run()
        var more = Cart.small
        more["CLIP/A001C003.mov"] = .random(20_000)
        more["INDEX.bin"] = .random(4096, seed: 9)
        let recorded = RecordingDisk(disk)
        let story = try Cart(more, on: ["/media/RAID_A": recorded]).run()
        #expect(story.status == .obstacles)
        #expect(story.obstacles.map(\.code) == [.otherContent])
        #expect(story.obstacles.first?.nextStep == "Use --as A001_2.")
        #expect(recorded.operations(.changing) == [])
        let other = try Cart(more, on: ["/media/RAID_A": disk]).run { $0.rollPath = try RollTemplate("A001_2") }
        #expect(other.status == .done)
        try expectFinished(disk, more.contents, at: "A001_2")
    }

    /// Cards that are not the one that was sealed as A001.
    static let others: [(String, CardBuilder)] = {
        var (fewer, renamed, longer) = (Cart.small, Cart.small, Cart.small)
        fewer["notes.txt"] = nil
        renamed["notes.txt"] = nil
        renamed["NOTES.txt"] = "second unit"
        longer["notes.txt"] = "second unit, reloaded"
        return [("fewer files", fewer), ("another name", renamed), ("another size", longer)]
    }()

    @Test("is another roll when a file is gone or has another size", arguments: others.indices)
    func other(_ index: Int) throws {
        let disk = CrashDisk()
        try Cart(on: ["/media/RAID_A": disk]).run()
        let before = try DriveView(disk).tree
        let story = try Cart(AgainTests.others[index].1, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .obstacles)
        #expect(story.obstacles.map(\.code) == [.otherContent])
        #expect(try DriveView(disk).tree == before)
    }

    @Test("with other content of the same size ends with 11, and the roll stays as it is")
    func changed() throws {
        let disk = CrashDisk()
        try Cart(on: ["/media/RAID_A": disk]).run()
        let before = try DriveView(disk).tree.below("A001")
        var changed = Cart.small
        changed["notes.txt"] = "SECOND UNIT"
        let story = try Cart(changed, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .contentDiffers)
        #expect(try DriveView(disk).tree.below("A001") == before)
    }

    @Test("with a third drive fills that one and compares the others, in one read of the card")
    func third() throws {
        let (one, two, three) = (
            CrashDisk(), CrashDisk.second(), CrashDisk(volume: .drive("RAID_C", device: 79, disk: "sdx"))
        )
        let card = RecordingDisk(try Cart.disk(Cart.small))
        try Cart(disk: card, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run()
        let before = card.operations([.openForReading]).count
        let story = try Cart(
            disk: card, on: ["/media/RAID_A": one, "/media/RAID_B": two, "/media/RAID_C": three]
        ).run()
        #expect(story.status == .done)
        #expect(story.plans.flatMap { $0.copies.map(\.kind) } == [.compare, .compare, .copy])
        #expect(card.operations([.openForReading]).count == 2 * before)
        for disk in [one, two, three] { try expectFinished(disk) }
    }

    @Test("with a third drive that stores a wrong bit fails there, and is not copied twice")
    func thirdFlips() throws {
        let (one, three) = (CrashDisk(), CrashDisk.second())
        let card = try Cart.disk(Cart.small)
        try Cart(disk: card, on: ["/media/RAID_A": one]).run()
        let number = try #require(try TreeWalk.snapshot(of: card).number(at: "notes.txt"))
        let flipping = FlippingDisk(three, .file(named: Array(String(number).utf8)))
        let story = try Cart(disk: card, on: ["/media/RAID_A": one, "/media/RAID_B": flipping]).run()
        #expect(story.status == .contentDiffers)
        #expect(story.outcomes.first?.copies.map(\.failures.count) == [0, 1])
        #expect(try DriveView(three).roll("A001.partial")?[file: "notes.txt"] == nil)
        #expect(try Cart(disk: card, on: ["/media/RAID_A": one, "/media/RAID_B": three]).run().status == .done)
        try expectFinished(three, generations: 2)
    }
}
