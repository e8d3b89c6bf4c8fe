import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("One JSON object per line")
struct JSONTests {
    /// What `--json` may say.
    static let types: Set<String> = [
        "recognised", "obstacle", "warning", "planned", "progress", "proved", "failed", "destination_failed",
        "copied_again",
        "sealing", "finished",
    ]

    private func lines(_ screen: Screen) throws -> [[String: Any]] {
        let document = try JSONDocument(of: "rushes ingest", and: "rushes clips")
        return try screen.output.split(separator: "\n").map { line in
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "not an object: \(line)")
            #expect(document.unexplained(object) == [])
            return object
        }
    }

    @Test("a run tells the plan, every proof and the end, and nobody talks")
    func run() throws {
        try Stage.with { stage in
            let screen = try stage.command(["ingest", "A001", "--to", "A", "--to", "B", "--json"]).finished()
            let lines = try lines(screen)
            let types = lines.compactMap { $0["type"] as? String }
            #expect(screen.status == 0)
            #expect(screen.talk == "")
            #expect(types.count == lines.count && Self.types.isSuperset(of: types))
            #expect(
                types.filter { !["progress", "warning"].contains($0) }
                    == ["recognised", "planned"] + Array(repeating: "proved", count: 8) + ["sealing", "finished"])
            let end = try #require(lines.last)
            #expect(end["status"] as? Int == 0)
            #expect(end["complete"] as? Bool == true)
            #expect((end["message"] as? String)?.hasPrefix("A001 COMPLETE: 4 files, ") == true)
        }
    }

    @Test("a name that is not UTF-8 comes with its bytes")
    func bytes() throws {
        let name = Array("caf".utf8) + [0xE9]
        var card: CardBuilder = [:]
        card[try #require(RelativePath(name))] = "x"
        try Stage.with(card) { stage in
            let screen = try stage.command(["ingest", "A001", "--to", "A", "--json"]).finished()
            let proved = try #require(try lines(screen).first { $0["type"] as? String == "proved" })
            #expect(proved["path_base64"] as? String == Data(name).base64EncodedString())
            let files = try #require(try stage.record(of: "A001", in: "A/Logs")["files"] as? [[String: Any]])
            #expect(files.map { $0["path_base64"] as? String } == [Data(name).base64EncodedString()])
        }
    }

    @Test("obstacles and failed files are objects with a sentence and a next step")
    func failures() throws {
        try Stage.with { stage in
            let refused = try lines(try stage.command(["ingest", "none", "--to", "A", "--json"]).finished())
            #expect(refused.map { $0["code"] as? String } == ["card-missing"])
            _ = try stage.rushes("ingest", "A001", "--to", "A")
            try stage.flip("A/A001/INDEX.TXT", at: 0)
            let failed = try lines(try stage.command(["ingest", "A001", "--to", "A", "--json"]).finished())
                .filter { $0["type"] as? String == "failed" }
            #expect(failed.map { $0["path"] as? String } == ["INDEX.TXT"])
            for line in refused + failed {
                #expect((line["message"] as? String)?.isEmpty == false)
                #expect((line["next"] as? String)?.isEmpty == false)
            }
        }
    }

    @Test("a dry run says what would be done and does nothing")
    func dryRun() throws {
        try Stage.with { stage in
            let screen = try stage.rushes("ingest", "A001", "--to", "A", "--dry-run")
            #expect(screen == Screen(0, talk: "A001: 4 files, 500.0 kB, as A001\n  A (FREE): copy all"))
            #expect(try stage.tree(".").allSatisfy { $0.hasPrefix("A001/") })
            let lines = try lines(try stage.command(["ingest", "A001", "--to", "A", "--dry-run", "--json"]).finished())
            #expect(lines.compactMap { $0["type"] as? String }.filter { $0 != "warning" } == ["recognised", "planned"])
        }
    }
}
