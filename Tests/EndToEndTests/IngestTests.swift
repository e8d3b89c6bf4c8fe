import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("A card goes in, proven copies come out")
struct IngestTests {
    @Test("two destinations get the card, its history and a log of the run, and nothing else")
    func twoDestinations() throws {
        try Stage.with { stage in
            let screen = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B")
            #expect(
                screen
                    == Screen(
                        0,
                        output: """
                            destination  files  bytes  proved  failed  evidence  time
                            A  4  500.0 kB  4  0  proved  0.0 s
                            B  4  500.0 kB  4  0  proved  0.0 s
                            A001 COMPLETE: 4 files, 500.0 kB, proved on 2 of 2 destinations (1 device), \
                            source read once. Both may be unplugged.
                            """,
                        talk: """
                            A001: 4 files, 500.0 kB, as A001
                              A (FREE): copy all
                              B (FREE): copy all
                            A001: sealing.
                            Warning: A/A001: A001C001.mov is damaged: it is no QuickTime or MP4 file, it begins \
                            with what is of no known kind. It is the same on the card: tell the camera crew before \
                            the card is erased.
                            Warning: A/A001: A001C002.mov is damaged: it is no QuickTime or MP4 file, it begins \
                            with what is of no known kind. It is the same on the card: tell the camera crew before \
                            the card is erased.
                            Log: A/Logs/A001/A001_TIME_summary.txt
                            Log: B/Logs/A001/A001_TIME_summary.txt
                            Clips: A/Logs/A001/A001.clips.csv
                            Clips: B/Logs/A001/A001.clips.csv
                            """))
            let tree = [
                "A001/CLIP/A001C001.mov", "A001/CLIP/A001C001.xml", "A001/CLIP/A001C002.mov", "A001/EMPTY/",
                "A001/INDEX.TXT", "A001/ascmhl/0001_A001_TIME.mhl", "A001/ascmhl/ascmhl_chain.xml",
                "Logs/A001/A001.clips.csv", "Logs/A001/A001.clips.json", "Logs/A001/A001.csv", "Logs/A001/A001.json",
                "Logs/A001/A001_TIME_ingest.json", "Logs/A001/A001_TIME_summary.txt", "Logs/A001/A001_no-timecode.ale",
            ]
            for destination in ["A", "B"] {
                #expect(try stage.tree(destination) == tree)
                #expect(try stage.differences(destination + "/A001") == [])
            }
        }
    }

    @Test("the same command again reads both copies, says so and writes nothing but a log")
    func again() throws {
        try Stage.with { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B")
            let before = try stage.tree("A/A001")
            let screen = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B")
            #expect(
                screen.output.split(separator: "\n").last
                    == "A001 COMPLETE: 4 files, 500.0 kB, already there, proved on 2 of 2 destinations (1 device), source read once. Both may be unplugged."
            )
            #expect(
                screen.talk.split(separator: "\n").prefix(3) == [
                    "A001: 4 files, 500.0 kB, as A001", "  A (FREE): already there: read back and compare",
                    "  B (FREE): already there: read back and compare",
                ])
            #expect(screen.status == 0)
            #expect(try stage.tree("A/A001") == before)
            #expect(
                try stage.tree("A").filter { $0.hasSuffix("_ingest.json") }.count == 2, "no log is ever overwritten")
        }
    }

    @Test("one flipped bit in a finished copy is found, named and left as it is")
    func flippedBit() throws {
        try Stage.with { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B")
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 123_456)
            let screen = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B")
            let failure =
                "CLIP/A001C001.mov on A is not the sealed file any more: expected HASH, found HASH. It was left as it "
                + "is: keep the card, and restore it with rushes heal COPY --from GOODCOPY."
            #expect(
                screen
                    == Screen(
                        11,
                        output: """
                            destination  files  bytes  proved  failed  evidence  time
                            A  4  500.0 kB  3  1  proved  0.0 s
                            B  4  500.0 kB  4  0  proved  0.0 s
                            \(failure)
                            A001 NOT COMPLETE: 1 copy not equal to the card. Keep the card.
                            """,
                        talk: """
                            A001: 4 files, 500.0 kB, as A001
                              A (FREE): already there: read back and compare
                              B (FREE): already there: read back and compare
                            FAILED \(failure)
                            Warning: B/A001: A001C001.mov is damaged: it is no QuickTime or MP4 file, it begins \
                            with what is of no known kind. It is the same on the card: tell the camera crew before \
                            the card is erased.
                            Warning: B/A001: A001C002.mov is damaged: it is no QuickTime or MP4 file, it begins \
                            with what is of no known kind. It is the same on the card: tell the camera crew before \
                            the card is erased.
                            Log: A/Logs/A001/A001_TIME_summary.txt
                            Log: B/Logs/A001/A001_TIME_summary.txt
                            """))
            #expect(try stage.differences("A/A001").count == 1)
            #expect(try stage.differences("B/A001") == [])
        }
    }

    @Test("a grown card adds a generation, and a third destination gets the whole roll")
    func grownCardAndThirdDestination() throws {
        try Stage.with { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A")
            try stage.add("A001", ["CLIP/A001C003.mov": .random(100_000)])
            let screen = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B")
            #expect(
                screen.talk.split(separator: "\n").prefix(3) == [
                    "A001: 5 files, 600.0 kB, as A001",
                    "  A (FREE): grown card: compare what is there, add 1 file, 100.0 kB", "  B (FREE): copy all",
                ])
            #expect(screen.status == 0)
            let third = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B", "--to", "C")
            #expect(third.status == 0)
            #expect(third.output.contains("proved on 3 of 3 destinations (1 device)"))
            for destination in ["A", "B", "C"] {
                #expect(try stage.differences(destination + "/A001") == [])
                let manifests = try stage.tree(destination + "/A001/ascmhl").filter { $0.hasSuffix(".mhl") }
                #expect(manifests == ["0001_A001_TIME.mhl"] + (destination == "A" ? ["0002_A001_TIME.mhl"] : []))
            }
        }
    }

    @Test("a card whose old files changed is another roll: nothing is touched, and a free name is offered")
    func anotherCardOfThatName() throws {
        try Stage.with { stage in
            _ = try stage.rushes("ingest", "A001", "--to", "A")
            let before = try TreeContents(ofFolder: stage.path + "/A")
            try FileManager.default.removeItem(atPath: stage.path + "/A001/INDEX.TXT")
            try stage.add("A001", ["INDEX.TXT": "3 clips", "CLIP/A001C003.mov": .random(100_000)])
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 60)
            #expect(screen.talk.contains("--as A001_2"))
            #expect(try TreeContents(ofFolder: stage.path + "/A").differences(from: before) == [])
        }
    }
}
