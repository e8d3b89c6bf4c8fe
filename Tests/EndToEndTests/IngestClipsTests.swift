import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("Ingest knows the card")
struct IngestClipsTests {
    @Test("the card and its findings are told before the plan, findings are no obstacle, and tokens name the roll")
    func people() throws {
        try Stage.with(ShotCards.red) { (stage) throws in
            let arguments = ["ingest", "A001", "--to", "A", "--as", "{reel}/{camera}_{make}", "--logs", "L"]
            let run = try stage.command(arguments, environment: Stage.withoutMediaInfo)
            #expect(
                try run.finished().steady(in: stage.path)
                    == Screen(
                        0,
                        output: """
                            destination  files  bytes  proved  failed  evidence  time
                            A  4  5.2 kB  4  0  proved  0.0 s
                            A_RED COMPLETE: 4 files, 5.2 kB, proved on 1 of 1 destinations (1 device), source read once. \
                            It may be unplugged.
                            """,
                        talk: """
                            A001: RED, roll A001_0527N0, in A001_0527N0.RDM, 2 clips.
                            Warning: A001: Part 2 of A001_C001_0527Q9 is missing (A001_C001_0527Q9_002.R3D): RED cannot \
                            open the clip without it. Look for it on the card before it is erased; copy the card again.
                            A001: 4 files, 5.2 kB, as A001_0527N0/A_RED
                              A (FREE): copy all
                            A001_0527N0/A_RED: sealing.
                            Warning: A: \(Stage.missingMediaInfo)
                            Log: A/Logs/A001_0527N0/A_RED/A_RED_TIME_summary.txt
                            Log: L/A001_0527N0/A_RED/A_RED_TIME_summary.txt
                            Clips: A/Logs/A001_0527N0/A_RED/A_RED.clips.csv
                            Clips: L/A001_0527N0/A_RED/A_RED.clips.csv
                            """))
            for folder in ["A/Logs", "L"] {
                #expect(
                    try stage.tree(folder + "/A001_0527N0/A_RED") == [
                        "A_RED.clips.csv", "A_RED.clips.json", "A_RED.csv", "A_RED.json", "A_RED_TIME_ingest.json",
                        "A_RED_TIME_summary.txt", "A_RED_no-timecode.ale",
                    ])
            }
            #expect(try stage.differences("A/A001_0527N0/A_RED") == [])
        }
    }

    @Test("recognised is the first line, and the logs of clips are named in the last")
    func json() throws {
        try Stage.with(ShotCards.red) { (stage) throws in
            let arguments = ["ingest", "A001", "--to", "A", "--json"]
            let screen = try stage.command(arguments, environment: Stage.withoutMediaInfo).finished()
            let document = try JSONDocument(of: "rushes ingest", and: "rushes clips")
            let lines = try stage.lines(of: screen, as: document)
            let first = try #require(lines.first)
            #expect(first["type"] as? String == "recognised")
            #expect((first["layouts"] as? [[String: Any]])?.texts("layout") == ["red"])
            #expect((first["findings"] as? [[String: Any]])?.texts("code") == ["missing-part"])
            let logs = try #require(lines.last?["logs"] as? [String])
            #expect(
                logs.filter { $0.contains(".clips.") } == [
                    stage.path + "/A/Logs/A001/A001.clips.csv", stage.path + "/A/Logs/A001/A001.clips.json",
                ])
            let clips = try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(fileURLWithPath: stage.path + "/A/Logs/A001/A001.clips.json")))
            let object = try #require(clips as? [String: Any])
            #expect(Set(object.keys) == ["schema", "roll", "cards", "clips", "findings", "unread", "remarks"])
            let inside = try JSONDocument(of: "rushes clips")
            for part in ["cards", "clips", "findings", "unread"] {
                for line in try #require(object[part] as? [[String: Any]]) { #expect(inside.unexplained(line) == []) }
            }
        }
    }

    @Test("a token that the card says nothing of ends with 64", arguments: ["reel", "camera", "make"])
    func emptyToken(_ token: String) throws {
        try Stage.with { (stage) throws in
            let screen = try stage.rushes("ingest", "A001", "--to", "A", "--as", "{\(token)}_{card}")
            #expect(screen.status == 64)
            #expect(screen.output == "")
            #expect(screen.talk.contains("--as {\(token)}_{card}: {\(token)} is empty for A001: "))
            #expect(try stage.tree(".").allSatisfy { $0.hasPrefix("A001/") })
        }
    }

    @Test("neither a plain folder without media nor --no-logs leaves a log of clips")
    func none() throws {
        try Stage.with { (stage) throws in
            try stage.add("B001", ShotCards.red)
            try stage.add("papers/A001", ["call sheet.pdf": "p"])
            #expect(try stage.rushes("ingest", "papers/A001", "--to", "A").status == 0)
            #expect(try stage.rushes("ingest", "B001", "--to", "A", "--no-logs").status == 0)
            #expect(try stage.tree("A/Logs") == ["A001/A001_TIME_ingest.json", "A001/A001_TIME_summary.txt"])
        }
    }

    @Test("the table opens in a spreadsheet, and no name in it is a formula")
    func table() throws {
        let python = "/usr/bin/python3"
        guard access(python, X_OK) == 0 else { return }
        try Stage.with(["SOUNDDEV": .folder]) { (stage) throws in
            try stage.add(
                "A001",
                [
                    "=1+1.WAV": ShotCards.take("=HYPERLINK(\"http://x\")", start: 0),
                    "a, \"b\"\nc.WAV": ShotCards.take("-2", start: 1_000_000),
                ])
            #expect(try stage.rushes("ingest", "A001", "--to", "A").status == 0)
            let program = """
                import csv
                rows = list(csv.DictReader(open("A/Logs/A001/A001.clips.csv", encoding="utf-8-sig", newline="")))
                for row in rows: print([row["name"], row["scene"], row["take"], row["start_tc"]], None in row)
                """
            #expect(
                try RunningCommand(python, ["-c", program], in: stage.path).finished()
                    == Screen(
                        0,
                        output: """
                            ["'=1+1", 'A101', '\\'=HYPERLINK("http://x")', '00:00:00:00@24000/1001'] False
                            ['a, "b"\\nc', 'A101', '-2', '00:00:20:20@24000/1001'] False

                            """))
        }
    }
}
