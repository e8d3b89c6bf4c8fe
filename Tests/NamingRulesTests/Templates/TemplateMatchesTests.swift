import FileTree
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("The names of a tree taken apart")
struct TemplateMatchesTests {
    private static func matches(_ names: [String], _ yaml: String) throws -> (NamedTree, TemplateMatches) {
        let disk = CrashDisk()
        var folder: CardBuilder = [:]
        for name in names { folder[RelativePath(stringLiteral: name)] = .bytes([1]) }
        try folder.write(to: disk)
        let named = NamedTree(try TreeWalk.snapshot(of: disk))
        return (named, TemplateMatches(of: named, by: try TemplateStage.set(yaml)))
    }

    /// A line for each thing: its name, the template, and some fields.
    private static func lines(_ names: [String], _ yaml: String, _ fields: [String]) throws -> [String] {
        let (named, matches) = try matches(names, yaml)
        return named.things.indices.map { thing in
            let template = matches.template(of: thing).map { matches.set.names[$0] } ?? "none"
            let values = fields.map { name in
                matches.field(name, of: thing).map { String(decoding: $0, as: UTF8.self) } ?? "-"
            }
            return ([String(decoding: named.name(of: thing), as: UTF8.self), template] + values).joined(separator: " ")
        }
    }

    @Test("gives the fields of files, folders and sequences, by the first template that fits")
    func fields() throws {
        let names =
            ["VFX/AGM_104_TCC_0010_comp_NFX_v001/notes.txt"]
            + (1001...1003).map { "VFX/AGM_104_TCC_0010_comp_NFX_v001/AGM_104_TCC_0010_comp_NFX_v001.\($0).exr" }
        #expect(
            try Self.lines(names, TemplateStage.house, ["show", "seq", "scene", "shot", "version", "frame", "nobody"])
                == [
                    "VFX none - - - - - - -",
                    "AGM_104_TCC_0010_comp_NFX_v001 shotver AGM TCC - 0010 v001 - -",
                    "AGM_104_TCC_0010_comp_NFX_v001.1001.exr frames AGM TCC - 0010 v001 1001 -",
                    "notes.txt none - - - - - - -",
                ])
    }

    @Test("gives fields of folders too, where a template describes these")
    func folders() throws {
        let yaml = """
            fields: {shot: {type: int, pad: 4}, day: {type: date}, take: {type: int}}
            templates: {slate: '{day}/{shot}/{shot}_T{take}.mov', other: '{ext}'}
            """
        #expect(
            try Self.lines(
                ["20260312/0010/0010_T1.mov", "20260312/0020/0010_T1.mov", "0010_T1.mov"], yaml,
                ["day", "shot", "take"])
                == [
                    "0010_T1.mov none - - -", "20260312 other - - -", "0010 other - - -",
                    "0010_T1.mov slate 20260312 0010 1", "0020 other - - -", "0010_T1.mov none - - -",
                ])
        let (named, matches) = try Self.matches(["20260312/0010/0010_T1.mov"], yaml)
        let thing = try #require(named.things.indices.last)
        // In the own name only: a mark stands under characters of the thing itself.
        #expect(matches[thing] == TemplateMatch(template: 0, fields: ["shot": 0..<4, "take": 6..<7]))
        #expect(matches.range(ofField: try #require(matches.number(ofField: "day")), of: thing) == nil)
    }

    @Test("knows nothing where nobody asked")
    func empty() {
        #expect(TemplateMatches()[0] == nil)
        #expect(TemplateMatches().field("show", of: 0) == nil)
    }
}
