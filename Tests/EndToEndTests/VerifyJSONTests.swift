import FileTree
import Foundation
import Glibc
import RushesFixtures
import Testing

@Suite("One JSON object per line of a verification")
struct VerifyJSONTests {
    private func verdicts(_ lines: [[String: Any]]) -> [String] {
        lines.filter { $0["type"] as? String == "file" }
            .map { "\($0["path"] ?? "") \($0["verdict"] ?? "") \($0["status"] ?? "")" }.sorted()
    }

    @Test("every file, every manifest, the path and the end, in that order")
    func whole() throws {
        try Stage.sealed { (stage) throws in
            let (status, lines) = try stage.lines(of: "verify", "A/A001")
            #expect(status == 0)
            #expect(
                lines.compactMap { $0["type"] as? String }.filter { $0 != "progress" }
                    == ["began"] + Array(repeating: "file", count: 4) + ["manifest", "verified", "finished"])
            #expect(
                verdicts(lines) == [
                    "CLIP/A001C001.mov equal 0", "CLIP/A001C001.xml equal 0", "CLIP/A001C002.mov equal 0",
                    "INDEX.TXT equal 0",
                ])
            let path = try #require(lines.dropLast().last)
            #expect(path["folder"] as? String == stage.path + "/A/A001")
            #expect((path["counts"] as? [String: Int])?["equal"] == 4)
            #expect(lines.last?["status"] as? Int == 0)
        }
    }

    @Test("each verdict has its name, its status and what was expected and found")
    func verdicts() throws {
        try Stage.sealed { (stage) throws in
            try stage.flip("A/A001/CLIP/A001C001.mov", at: 1000)
            #expect(truncate(stage.path + "/A/A001/INDEX.TXT", 3) == 0)
            try stage.remove("A/A001/CLIP/A001C002.mov")
            try stage.remove("A/A001/EMPTY")
            try stage.add("A/A001", ["NEW.mov": "new"])
            #expect(symlink("/etc", stage.path + "/A/A001/etc") == 0)
            let (status, lines) = try stage.lines(of: "verify", "A", "none")
            #expect(status == 64)
            #expect(
                verdicts(lines) == [
                    "A001/CLIP/A001C001.mov differs 11", "A001/CLIP/A001C001.xml equal 0",
                    "A001/CLIP/A001C002.mov missing 10", "A001/EMPTY folder_missing 10", "A001/INDEX.TXT differs 11",
                    "A001/NEW.mov not_listed 21", "A001/etc not_a_file 0",
                ])
            let index = try #require(
                lines.first { $0["type"] as? String == "file" && $0["path"] as? String == "A001/INDEX.TXT" })
            #expect(index["expected_size"] as? Int == 7)
            #expect(index["size"] as? Int == 3)
            #expect(index["algorithm"] as? String == "xxh64")
            #expect(index["second_reading"] as? String == "same")
            #expect(index["manifest"] as? String == "A001/ascmhl")
            #expect(lines.suffix(2).compactMap { $0["type"] as? String } == ["refused", "finished"])
            #expect(lines.suffix(2).first?["code"] as? String == "not-there")
        }
    }

    @Test("sizes alone, another roll's word, and a damaged history")
    func otherWays() throws {
        try Stage.sealed { (stage) throws in
            let sizes = try stage.lines(of: "verify", "A/A001", "--sizes-only")
            #expect(sizes.status == 20)
            #expect(verdicts(sizes.lines).allSatisfy { $0.hasSuffix(" size_equal 0") })
            let against = try stage.lines(of: "verify", "A001", "--against", "A/A001")
            #expect(against.status == 0)
            #expect(against.lines.dropLast().last?["against"] as? String == "A/A001")
            try stage.replace("size=\"7\"", by: "size=\"8\"", in: try stage.only(".mhl", in: "A/A001/ascmhl"))
            let damaged = try stage.lines(of: "verify", "A/A001")
            #expect(damaged.status == 31)
            #expect(damaged.lines.first { $0["type"] as? String == "finding" }?["code"] as? String == "damaged")
            #expect((damaged.lines.dropLast().last?["counts"] as? [String: Int])?["history_unusable"] == 4)
        }
    }

    @Test("a name that is not UTF-8 comes with its bytes")
    func bytes() throws {
        let name = Array("caf".utf8) + [0xE9]
        var found: CardBuilder = [:]
        found[try #require(RelativePath(name))] = "x"
        try Stage.sealed { (stage) throws in
            try stage.add("A/A001", found)
            let (status, lines) = try stage.lines(of: "verify", "A/A001")
            #expect(status == 21)
            #expect(lines.compactMap { $0["path_base64"] as? String } == [Data(name).base64EncodedString()])
        }
    }
}
