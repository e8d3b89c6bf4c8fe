import FileTree
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("A card that does not give its files well")
struct SourceTests {
    @Test("a file that cannot be read ends with 40, all others are proved, and a rerun completes", arguments: 1...12)
    func unreadable(_ turn: Int) throws {
        let card = try Cart.disk(Cart.small)
        let (one, two) = (CrashDisk(), CrashDisk.second())
        let failing = FailingDisk(card, failingAt: turn, only: [.read])
        let story = try Cart(disk: failing, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run()
        guard failing.operationCount >= turn else { return #expect(story.status == .done) }
        #expect(story.status == .sourceUnreadable)
        let outcome = try #require(story.outcomes.first)
        let lost = try #require(outcome.cardFailures.first)
        #expect(outcome.cardFailures.count == 1)
        #expect(lost.sentence == "could not be read from the card: the device reported a read or write error (EIO)")
        for disk in [one, two] {
            let view = try DriveView(disk)
            #expect(view.roll() == nil)
            var rest = Cart.contents
            rest.nodes[outcome.card.tree.path(of: lost.number)] = nil
            #expect(view.roll("A001.partial")?.differences(from: rest) == [])
        }
        let recorded = RecordingDisk(card)
        let again = try Cart(disk: recorded, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run()
        #expect(again.status == .done)
        #expect(recorded.operations([.openForReading]).count == 1)
        for disk in [one, two] { try expectFinished(disk, generations: 2) }
    }

    @Test("a folder that cannot be listed ends with 40 and keeps .partial")
    func unreadableFolder() throws {
        let card = try Cart.disk(Cart.small)
        let disk = CrashDisk()
        // The root is the first folder to be listed, CLIP the second.
        let story = try Cart(disk: FailingDisk(card, failingAt: 2, only: [.list]), on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .sourceUnreadable)
        let view = try DriveView(disk)
        #expect(view.roll() == nil)
        #expect(view.roll("A001.partial")?[file: "notes.txt"] == Cart.contents[file: "notes.txt"])
    }

    @Test("a file that changes while it is read gets no name", arguments: ["CLIP/A001C001.mov", "notes.txt"])
    func changing(_ path: String) throws {
        let path = try #require(RelativePath(path))
        let disk = CrashDisk()
        let living = LivingCard(try Cart.disk(Cart.small), path)
        let story = try Cart(disk: living, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .sourceUnreadable)
        #expect(story.outcomes.first?.cardFailures.map(\.cause) == [.changedWhileRead])
        let view = try DriveView(disk)
        #expect(view.roll("A001.partial")?[file: path] == nil)
        #expect(view.roll("A001.partial")?[file: "INDEX.bin"] == Cart.contents[file: "INDEX.bin"])
    }

    @Test(
        "a second read that gives other content is found, whichever read was wrong",
        arguments: ["CLIP/A001C001.mov", "notes.txt"], [1, 2])
    func twice(_ path: String, _ turn: Int) throws {
        let path = try #require(RelativePath(path))
        let disk = CrashDisk()
        let fickle = FickleCard(try Cart.disk(Cart.small), path, turn: turn)
        let story = try Cart(disk: fickle, on: ["/media/RAID_A": disk]).run { $0.sourceTwice = true }
        #expect(story.status == .contentDiffers)
        let cause = try #require(story.outcomes.first?.cardFailures.first).cause
        guard case .differsOnSecondRead(let first, let second) = cause else {
            Issue.record("\(cause)")
            return
        }
        #expect(first != second)
        #expect(try DriveView(disk).roll("A001.partial")?[file: path] == nil)
    }

    @Test("a file that its own checksum list contradicts gets no name")
    func ownManifest() throws {
        var builder = Cart.small
        builder["A001.md5"] = "00000000000000000000000000000000  notes.txt\n"
        let disk = CrashDisk()
        let story = try Cart(builder, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .contentDiffers)
        let view = try DriveView(disk)
        #expect(view.roll() == nil)
        #expect(view.roll("A001.partial")?[file: "notes.txt"] == nil)
        #expect(view.roll("A001.partial")?[file: "INDEX.bin"] == Cart.contents[file: "INDEX.bin"])
        #expect(story.outcomes.first?.ownManifest.matched == 0)
    }

    @Test("every file is opened as often as promised, and closed", arguments: [(false, 1), (true, 2)])
    func reads(_ twice: Bool, _ times: Int) throws {
        let (base, one, two) = (try Cart.disk(Cart.small), CrashDisk(), CrashDisk.second())
        let card = RecordingDisk(base)
        let story = try Cart(disk: card, on: ["/media/RAID_A": one, "/media/RAID_B": two])
            .run { $0.sourceTwice = twice }
        #expect(story.status == .done)
        let files = Cart.contents.files.flatMap { Array(repeating: "openForReading \($0)", count: times) }
        #expect(card.operations([.openForReading]).sorted() == files.sorted())
        #expect(card.operations(.changing) == [])
        #expect([base, one, two].map(\.openFiles) == [0, 0, 0])
    }

    @Test("a card whose file system numbers files anew each time is read all the same", arguments: ["exfat", "vfat"])
    func newNumbers(_ kind: String) throws {
        let base = CrashDisk(volume: .card(kind))
        try Cart.small.write(to: base)
        let disk = CrashDisk()
        #expect(try Cart(disk: RenumberingCard(base), on: ["/media/RAID_A": disk]).run().status == .done)
        try expectFinished(disk)
    }
}
