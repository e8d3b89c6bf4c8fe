import FileTree
import Foundation
import RushesFixtures
import Testing

extension Stage {
    /// The one machine-readable record of a roll below a folder of logs.
    func record(of roll: String, in logs: String) throws -> [String: Any] {
        let folder = path + "/" + logs + "/" + roll
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        let name = try #require(names.sorted().last)
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}

@Suite("Logs, and where rolls lie")
struct LogsTests {
    @Test("--no-logs leaves the roll alone on the destination")
    func noLogs() throws {
        try Stage.with { (stage) throws in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--no-logs").status == 0)
            #expect(try stage.tree("A").allSatisfy { $0.hasPrefix("A001/") })
        }
    }

    /// What a run leaves of a roll of loose media without timecode.
    private static let logs = [
        "A001.clips.csv", "A001.clips.json", "A001.csv", "A001.json", "A001_TIME_ingest.json", "A001_TIME_summary.txt",
        "A001_no-timecode.ale",
    ].map { "A001/\($0)" }

    @Test("--logs writes them to one more folder")
    func oneMorePlace() throws {
        try Stage.with { (stage) throws in
            #expect(try stage.rushes("ingest", "A001", "--to", "A", "--logs", "cart").status == 0)
            #expect(try stage.tree("cart") == Self.logs)
            #expect(try stage.tree("A/Logs") == Self.logs)
        }
    }

    @Test("--as lays rolls out by its tokens, and the same command finds them again")
    func tokens() throws {
        try Stage.with { stage in
            try stage.add("B002", ["x.mov": "x"])
            let arguments = [
                "ingest", "A001", "B002", "--to", "A", "--as", "{day}/Camera/{n}_{card}", "--day", "20260312",
            ]
            #expect(try stage.command(arguments).finished().status == 0)
            #expect(try stage.differences("A/20260312/Camera/01_A001") == [])
            #expect(try stage.differences("A/20260312/Camera/01_B002", from: "B002") == [])
            #expect(try stage.tree("A/Logs/20260312/Camera").count == 2 * Self.logs.count)
            let again = try stage.command(arguments).finished()
            #expect(again.status == 0)
            #expect(again.output.contains("01_A001 COMPLETE: 4 files, 500.0 kB, already there"))
        }
    }

    @Test("the record says who, when, what and how it is known")
    func record() throws {
        try Stage.with { stage in
            let screen = try stage.rushes(
                "ingest", "A001", "--to", "A", "--author", "Ana Example <ana@example.org>", "--note",
                "Take care & smile")
            #expect(screen.status == 0)
            let record = try stage.record(of: "A001", in: "A/Logs")
            #expect(record["author"] as? String == "Ana Example <ana@example.org>")
            #expect(record["note"] as? String == "Take care & smile")
            let files = try #require(record["files"] as? [[String: Any]])
            #expect(
                files.compactMap { $0["path"] as? String }.sorted() == [
                    "CLIP/A001C001.mov", "CLIP/A001C001.xml", "CLIP/A001C002.mov", "INDEX.TXT",
                ])
            let summary = try #require(try stage.logNames("A/Logs/A001").first { $0.hasSuffix("_summary.txt") })
            #expect(
                Screen.steady(try stage.text("A/Logs/A001/" + summary), in: stage.path)
                    == Screen.steady(screen.output, in: stage.path))
        }
    }

    @Test("ten runs in a row leave ten records; the logs of the clips stay the first ones")
    func neverOverwritten() throws {
        try Stage.with(["x.mov": "x"]) { (stage) throws in
            for _ in 1...10 { #expect(try stage.rushes("ingest", "A001", "--to", "A").status == 0) }
            #expect(try stage.logNames("A/Logs/A001").count == Self.logs.count + 2 * 9)
        }
    }
}

extension Stage {
    fileprivate func logNames(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }
}
