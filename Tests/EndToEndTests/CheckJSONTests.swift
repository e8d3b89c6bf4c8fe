import FileTree
import Foundation
import RushesFixtures
import Testing

@Suite("One JSON object per line of names and versions")
struct CheckJSONTests {
    @Test("began, the findings as people read them, then the summary that counts them; every member is documented")
    func order() throws {
        try CheckTests.with { (stage) throws in
            let (status, lines) = try stage.check("SHOW", "--rules", "rules.yaml")
            #expect(status == 50)
            #expect(lines.texts("type") == ["began", "finding", "finding", "finding", "finding", "summary"])
            #expect(lines.of("finding").texts("id") == ["V17", "illegal-character", "illegal-character", "V06"])
            #expect(lines.of("finding").texts("rule") == ["N5", "N2", "N2", "N9"])
            #expect(lines.of("finding").texts("severity") == ["error", "error", "error", "info"])
            let frames = lines.of("finding")[2]
            #expect(frames["path"] as? String == "VFX/AGM 0030/AGM 0030_v001.0998.exr")
            #expect(frames["sequence"] as? String == "AGM 0030_v001.[0998-1000].exr")
            #expect(frames["marked"] as? [Int] == [16, 17])
            #expect((frames["message"] as? String)?.contains("a space") == true)
            #expect(lines.of("finding").allSatisfy { $0["next"] is String && $0["why"] is String })
            #expect(lines.of("finding").first?["others"] as? [String] == ["VFX/agm_0010_comp_v001.mov"])
            let summary = try #require(lines.last)
            for (member, count) in [
                ("errors", 3), ("warnings", 0), ("notes", 1), ("unlisted", 0), ("names", 8), ("files", 5),
                ("sequences", 1), ("folders", 2), ("status", 50),
            ] {
                #expect(summary[member] as? Int == count, "\(member)")
            }
            #expect(summary["rules_title"] as? String == "A small show")
        }
    }

    @Test("chains of versions say what is there, what is missing, and which is the newest")
    func chains() throws {
        try CheckTests.with([
            "a_v001.mov": "1", "a_v002.mov": "22", "a_v004.mov": "4444", "b.mov": "b",
        ]) { (stage) throws in
            let rules = "schema: naming-rules/1\nrules:\n  - {id: N6, type: version_chain}\n"
            try Data(rules.utf8).write(to: URL(fileURLWithPath: stage.path + "/chain.yaml"))
            let (status, lines) = try stage.check("SHOW", "--rules", "chain.yaml")
            #expect(status == 0)
            #expect(lines.of("finding").texts("id") == ["V01"])
            let chain = try #require(lines.of("chain").first)
            #expect(chain["name"] as? String == "a")
            #expect(chain["newest"] as? Int == 4)
            #expect(chain["missing"] as? [[Int]] == [[3, 3]])
            let versions = try #require(chain["versions"] as? [[String: Any]])
            #expect(versions.map { $0["label"] as? String } == ["v001", "v002", "v004"])
        }
    }

    @Test("sequences, other files and chains that are not UTF-8 have their bytes, and sentences show them")
    func allBytes() throws {
        var show: CardBuilder = [:]
        for ending in ["_v001.1001.exr", "_v001.1002.exr", "_v002.mov"] {
            show[try #require(RelativePath([0xE9] + Array(ending.utf8)))] = .bytes(Array(ending.utf8))
        }
        for first in [0x41, 0x61] as [UInt8] { show[try #require(RelativePath([first, 0xFF]))] = "x" }
        try CheckTests.with(show) { (stage) throws in
            let rules = """
                schema: naming-rules/1
                rules:
                  - {id: N2, type: charset, allow: 'A-Za-z0-9._-'}
                  - {id: N5, type: uniqueness}
                  - {id: N6, type: version_chain}

                """
            try Data(rules.utf8).write(to: URL(fileURLWithPath: stage.path + "/bytes.yaml"))
            let lines = try stage.check("SHOW", "--rules", "bytes.yaml").lines
            func base64(_ start: [UInt8], _ rest: String) -> String {
                Data(start + Array(rest.utf8)).base64EncodedString()
            }
            let twins = try #require(lines.of("finding").first { $0["id"] as? String == "V17" })
            #expect(twins["others_base64"] as? [String] == [base64([0x61, 0xFF], "")])
            #expect((twins["message"] as? String)?.contains("a\\xff") == true)
            let frames = try #require(lines.of("finding").first { $0["sequence"] != nil })
            #expect(frames["sequence_base64"] as? String == base64([0xE9], "_v001.[1001-1002].exr"))
            let chain = try #require(lines.of("chain").first)
            #expect(chain["name_base64"] as? String == base64([0xE9], ""))
            let versions = try #require(chain["versions"] as? [[String: Any]])
            #expect(versions.last?["path_base64"] as? String == base64([0xE9], "_v002.mov"))
        }
    }

    @Test("a name that is not UTF-8 has its bytes")
    func bytes() throws {
        var show: CardBuilder = [:]
        let path = Array("VFX/caf".utf8) + [0xE9] + Array(".mov".utf8)
        show[try #require(RelativePath(path))] = "1"
        try CheckTests.with(show) { (stage) throws in
            let finding = try #require(try stage.check("SHOW", "--rules", "rules.yaml").lines.of("finding").first)
            #expect(finding["path_base64"] as? String == Data(path).base64EncodedString())
            #expect(finding["marked"] as? [Int] == [7, 8])
        }
    }
}
