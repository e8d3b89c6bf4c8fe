import CameraCards
import FileTree
import Foundation
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("The log of a roll's clips")
struct ClipLogTests {
    private static let plain: [RelativePath] = ["A001/A001.clips.csv", "A001/A001.clips.json"]

    /// The logs of clips on a drive.
    private func logs(_ disk: CrashDisk) throws -> [RelativePath] {
        try DriveView(disk).tree.below("Logs").files.filter { $0.description.contains(".clips.") }
    }

    private func document(_ path: RelativePath = "A001/A001.clips.json", on disk: CrashDisk) throws -> ClipDocument {
        let bytes = try #require(try DriveView(disk).tree.below("Logs")[file: path])
        return try JSONDecoder().decode(ClipDocument.self, from: Data(bytes))
    }

    @Test("is on every destination, can be read back as it was written, and names the roll's own files")
    func everywhere() throws {
        let (one, two) = (CrashDisk(), CrashDisk.second())
        let story = try Cart(ShotCards.alexa35, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run()
        #expect(story.status == .done)
        #expect(try logs(one) == ClipLogTests.plain)
        #expect(try DriveView(one).tree.below("Logs")[file: "A001/A001.clips.json"] != nil)
        for path in ClipLogTests.plain {
            let logs = try [one, two].map { try DriveView($0).tree.below("Logs")[file: path] }
            #expect(logs[0] == logs[1])
        }
        let document = try document(on: one)
        #expect(document.schema == "rushes-clips/1")
        #expect(document.roll == "A001")
        #expect(document.cards.map(\.layout) == ["arri-35"])
        #expect(
            document.clips.map(\.metadata["start_tc"]?.first?.value) == [
                "10:00:00:00@24000/1001", "10:25:00:00@24000/1001",
            ])
        #expect(document.findings.map(\.code) == ["cut-short"])
        let roll = try #require(try DriveView(one).roll())
        #expect(document.clips.flatMap(\.files).map(\.path) == roll.files.map(\.description))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = try DriveView(one).tree.below("Logs")[file: "A001/A001.clips.json"]
        #expect(try encoder.encode(document) + [0x0A] == Data(try #require(bytes)))
    }

    @Test("is not written for a plain folder without media, nor without logs")
    func none() throws {
        let disk = CrashDisk()
        try Cart(["papers.pdf": "p"], on: ["/media/RAID_A": disk]).run()
        #expect(try logs(disk) == [])
        let other = CrashDisk()
        #expect(try Cart(ShotCards.red, on: ["/media/RAID_A": other]).run { $0.logs = .none }.status == .done)
        #expect(try logs(other) == [])
    }

    @Test("findings are warnings before the start, and never an obstacle")
    func findings() throws {
        let story = try Cart(ShotCards.red, on: ["/media/RAID_A": CrashDisk()]).run()
        #expect(story.status == .done)
        #expect(story.recognised.map(\.card.reel) == ["A001_0527N0"])
        #expect(
            story.warnings.map { "\($0.place): \($0.sentence)" }.first
                == "/cards/A001: Part 2 of A001_C001_0527Q9 is missing (A001_C001_0527Q9_002.R3D): RED cannot open the "
                + "clip without it. Look for it on the card before it is erased; copy the card again.")
    }

    @Test("stays as it is when the card is only compared; a third drive gets its own")
    func again() throws {
        let (one, two) = (CrashDisk(), CrashDisk.second())
        try Cart(ShotCards.red, on: ["/media/RAID_A": one]).run()
        let before = try DriveView(one).tree.below("Logs")
        let story = try Cart(ShotCards.red, on: ["/media/RAID_A": one]).run()
        #expect(story.outcomes.first?.wasFinished == true)
        #expect(try logs(one) == ClipLogTests.plain)
        #expect(try Cart(ShotCards.red, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run().status == .done)
        for disk in [one, two] {
            #expect(try logs(disk) == ClipLogTests.plain)
            for path in ClipLogTests.plain {
                #expect(try DriveView(disk).tree.below("Logs")[file: path] == before[file: path])
            }
        }
    }

    @Test("of a card that has grown lies beside the first, which is never overwritten")
    func grown() throws {
        let disk = CrashDisk()
        try Cart(ShotCards.red, on: ["/media/RAID_A": disk]).run()
        let before = try DriveView(disk).tree.below("Logs")
        var more = ShotCards.red
        more["A001_0527N0.RDM/A001_C003_0527AB.RDC/A001_C003_0527AB_001.R3D"] = .random(600)
        let story = try Cart(more, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .done)
        let after = try logs(disk)
        #expect(after.count == 4)
        for path in ClipLogTests.plain {
            #expect(try DriveView(disk).tree.below("Logs")[file: path] == before[file: path])
        }
        let stamp = try #require(story.outcomes.first?.startedAt.fileNameStamp)
        let second = try #require(RelativePath("A001/A001_\(stamp).clips.json"))
        #expect(try document(second, on: disk).clips.map(\.name).last == "A001_C003_0527AB")
    }

    @Test("of a roll that is not whole leaves the plain name to the whole one")
    func partial() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(ShotCards.red))
        let failing = FickleCard(card, "digital_magazine.bdm", turn: 1)
        let story = try Cart(disk: failing, on: ["/media/RAID_A": disk]).run { $0.sourceTwice = true }
        #expect(story.status == .contentDiffers)
        #expect(try DriveView(disk).roll("A001.partial") != nil)
        let stamp = try #require(story.outcomes.first?.startedAt.fileNameStamp)
        let partial = ["csv", "json"].compactMap { RelativePath("A001/A001_\(stamp).clips.\($0)") }
        #expect(try logs(disk) == partial)
        #expect(try document(partial[1], on: disk).clips.map(\.name) == ["A001_C001_0527Q9", "A001_C002_0527ZX"])
        #expect(try Cart(disk: card, on: ["/media/RAID_A": disk]).run().status == .done)
        #expect(try logs(disk) == ClipLogTests.plain + partial)
    }
}
