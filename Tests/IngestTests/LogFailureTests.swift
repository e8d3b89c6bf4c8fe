import FileTree
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

/// A disk that refuses one kind of request for names of one ending.
private struct PickyDisk: DiskLayer {
    let base: any Disk
    let kind: DiskOperation.Kind
    let ending: String

    func willPerform(_ operation: DiskOperation) throws(DiskError) {
        guard operation.kind == kind, operation.place.description.hasSuffix(ending) else { return }
        throw DiskError(kind.request, at: operation.place, number: FailingDisk.inputOutput)
    }
}

@Suite("A log that cannot be written")
struct LogFailureTests {
    @Test(
        "is said, and leaves nothing half behind",
        arguments: [
            (DiskOperation.Kind.create, "_summary.txt"), (.create, "_ingest.json"), (.write, "_ingest.json"),
            (.flush, "_summary.txt"), (.makeFolder, "Logs"),
        ])
    func refused(_ kind: DiskOperation.Kind, _ ending: String) throws {
        let disk = CrashDisk()
        let picky = PickyDisk(base: disk, kind: kind, ending: ending)
        let papers: CardBuilder = ["papers.pdf": "p"]
        let story = try Cart(papers, on: ["/media/RAID_A": picky]).run()
        #expect(story.status == .done)
        #expect(story.warnings.map(\.place) == ["/media/RAID_A"])
        #expect(story.warnings.first?.sentence.hasPrefix("The log could not be written: ") == true)
        #expect(try DriveView(disk).tree.below("Logs").files == [])
        #expect(disk.openFiles == 0)
        try expectFinished(disk, papers.contents)
    }

    @Test(
        "of a roll's clips is a warning, and whole or not there",
        arguments: [
            (DiskOperation.Kind.create, ".clips.json"), (.create, ".clips.csv"), (.write, ".clips.json"),
            (.write, ".clips.csv"), (.flush, ".clips.json"),
        ])
    func clips(_ kind: DiskOperation.Kind, _ ending: String) throws {
        let disk = CrashDisk()
        let picky = PickyDisk(base: disk, kind: kind, ending: ending)
        let story = try Cart(ShotCards.alexa35, on: ["/media/RAID_A": picky]).run()
        #expect(story.status == .done)
        #expect(story.warnings.count { $0.sentence.hasPrefix("The log could not be written: ") } == 1)
        #expect(try DriveView(disk).tree.below("Logs").files.allSatisfy { !$0.description.hasSuffix(ending) })
        #expect(disk.openFiles == 0)
        try expectFinished(disk, ShotCards.alexa35.contents)
    }
}
