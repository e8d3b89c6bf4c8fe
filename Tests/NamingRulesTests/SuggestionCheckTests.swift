import NamingRules
import Testing

@Suite("A name that is suggested")
struct SuggestionCheckTests {
    @Test("has no finding of the file's rules of single names, or is not suggested")
    func vfx() throws {
        let names = [
            "-rf.mov", "AGM_104_TCC_010_comp_NFX_v001 copy.mov", "AGM_104_TCC_020_comp_NFX_v001?.mov",
            "AGM_104_TCC_030_comp NFX_v001.mov", "AGM_104_TCC_040_comp_NFX_v002/AGM_104_TCC_040_comp NFX_v001.mov",
            "AGM_104_TCC_050_comp_NFX_v001/AGM_104_TCC_050_comp NFX_v001.1001.exr", "DOC/my notes.txt", "DOC/old notes",
        ]
        let yaml = Preset.vfxExchange.yaml.split(separator: "\n").filter { !$0.hasPrefix("schema:") }
        let findings = try CheckStage(names: names, yaml.joined(separator: "\n")).report().findings.findings
        let mended = findings.filter { ["N2", "N3"].contains($0.rule) }
        #expect(
            mended.map { "\($0.rule) \($0.path): \($0.suggestion ?? $0.nextStep)" }.sorted() == [
                "N2 AGM_104_TCC_010_comp_NFX_v001 copy.mov: \(Self.ask)",
                "N2 AGM_104_TCC_020_comp_NFX_v001?.mov: \(Self.ask)",
                "N2 AGM_104_TCC_030_comp NFX_v001.mov: AGM_104_TCC_030_comp_NFX_v001.mov",
                "N2 AGM_104_TCC_040_comp_NFX_v002/AGM_104_TCC_040_comp NFX_v001.mov: \(Self.ask)",
                "N2 AGM_104_TCC_050_comp_NFX_v001/AGM_104_TCC_050_comp NFX_v001.1001.exr: "
                    + "AGM_104_TCC_050_comp_NFX_v001.1001.exr",
                "N2 DOC/my notes.txt: my_notes.txt",
                "N2 DOC/old notes: old_notes",
                "N3 -rf.mov: \(Self.ask)",
                "N3 AGM_104_TCC_020_comp_NFX_v001?.mov: \(Self.ask)",
            ])
    }

    private static let ask = "Ask whoever made it for a name that follows the rule."

    @Test("is judged where it would lie, and by the rules that look there alone")
    func scopes() throws {
        let rules = """
            scopes: [{id: movies, match: 'OUT/*.mov'}, {id: short, match: 'OUT/short/**'}]
            rules:
              - {id: N1, type: charset}
              - {id: N2, type: length, scope: short, max_name: 7}
              - {id: N3, type: banned_words, scope: movies}
            """
        let names = ["OUT/a final.mov", "OUT/a final.txt", "IN/a final.mov", "OUT/short/ab c.txt", "OUT/short/a c.txt"]
        let findings = try CheckStage(names: names, rules).report().findings.findings
        #expect(
            findings.filter { $0.rule == "N1" }.map { "\($0.path): \($0.suggestion ?? "-")" } == [
                "IN/a final.mov: a_final.mov", "OUT/a final.mov: -", "OUT/a final.txt: a_final.txt",
                "OUT/short/a c.txt: a_c.txt", "OUT/short/ab c.txt: -",
            ])
    }

    @Test("is judged however many there are")
    func many() throws {
        let names = (0..<4_500).map { "x/a \($0)\($0.isMultiple(of: 2) ? "" : "_old").mov" }
        let findings = try CheckStage(
            names: names, "rules: [{id: N1, type: charset}, {id: N2, type: banned_words}]"
        ).report().findings.findings.filter { $0.rule == "N1" }
        #expect(findings.count == 4_500)
        #expect(findings.allSatisfy { ($0.suggestion == nil) == "\($0.path)".contains("old") })
    }
}
