import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("A stop loses nothing")
struct StoppedTests {
    /// A card that takes a while: holes read as zeros, and cost no room here.
    private static func addLargeFiles(_ stage: Stage) throws {
        for number in 1...4 {
            let path = stage.path + "/A001/CLIP/large\(number).mov"
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            #expect(truncate(path, 32 << 20) == 0)
        }
    }

    @Test(
        "a signal in mid-run ends with 130, no final name, and the same command completes it",
        arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(_ signal: Int32) throws {
        try Stage.with { stage in
            try Self.addLargeFiles(stage)
            let run = try stage.command(["ingest", "A001", "--to", "A", "--to", "B", "--json"])
            #expect(run.line(with: "\"progress\"") != nil)
            run.send(signal)
            let screen = try run.finished()
            #expect(screen.status == 130)
            #expect(screen.output.split(separator: "\n").last?.contains("\"interrupted\":true") == true)
            #expect(try stage.tree("A").allSatisfy { !$0.hasPrefix("A001/") })

            let again = try stage.rushes("ingest", "A001", "--to", "A", "--to", "B")
            #expect(again.status == 0)
            for destination in ["A", "B"] {
                #expect(try stage.differences(destination + "/A001") == [])
                #expect(
                    try stage.tree(destination).filter { $0.hasPrefix("A001/ascmhl/") || $0.hasPrefix(".rushes") } == [
                        "A001/ascmhl/0001_A001_TIME.mhl", "A001/ascmhl/ascmhl_chain.xml",
                    ])
            }
        }
    }

    @Test("another card of the name of an unfinished one is refused")
    func otherCard() throws {
        try Stage.with { stage in
            try Self.addLargeFiles(stage)
            let run = try stage.command(["ingest", "A001", "--to", "A", "--json"])
            #expect(run.line(with: "\"progress\"") != nil)
            run.send(SIGKILL)
            #expect(try run.finished().status == -9)
            try stage.add("A001", ["CLIP/new.mov": "new"])
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(
                screen
                    == Screen(
                        60,
                        talk: """
                            Not started, 1 obstacle:
                              A: A001.partial is the unfinished offload of another card, or this card was changed since.
                                  Finish that one first, or use --as A001_2.
                            """))
        }
    }

    @Test("an output that is closed early does not stop the copy")
    func closedOutput() throws {
        try Stage.with { stage in
            try Self.addLargeFiles(stage)
            let run = try stage.command(["ingest", "A001", "--to", "A", "--json"])
            #expect(run.line(with: "\"planned\"") != nil)
            try run.closeOutput()
            #expect(run.ended() == 0)
            #expect(try stage.differences("A/A001") == [])
        }
    }

    @Test("a damaged journal is an obstacle, and nothing is overwritten")
    func damagedJournal() throws {
        try Stage.with { stage in
            try Self.addLargeFiles(stage)
            let run = try stage.command(["ingest", "A001", "--to", "A", "--json"])
            #expect(run.line(with: "\"progress\"") != nil)
            run.send(SIGKILL)
            _ = try run.finished()
            try stage.flip("A/.rushes/A001/journal", at: 12)
            let before = try stage.tree("A")
            let screen = try stage.rushes("ingest", "A001", "--to", "A")
            #expect(screen.status == 60)
            #expect(screen.talk.contains("A001.partial was begun by an earlier run, and its journal is damaged."))
            #expect(try stage.tree("A") == before)
        }
    }
}
