import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("The rule of templates")
struct TemplateRuleTests {
    private static let house = """
        fields:
          show:    {type: text, charset: A-Z, len: 3}
          ep:      {type: int, pad: 3, range: [101, 110]}
          shot:    {type: int, pad: 4, step: 10}
          task:    {type: text, enum: [comp, anim, fx]}
          version: {type: version}
          frame:   {type: frame}
        templates:
          shotver: '{show}_{ep}_{shot}_{task}_{version}'
          movie:   '{shotver}.mov'
          frames:  '{shotver}.{frame}.exr'

        """

    private static func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try CheckStage(names: names, house + "rules: [{id: N1, type: template\(keys)}]\n").lines()
    }

    @Test("finds nothing where each name follows a template: files, folders, sequences, single frames")
    func right() throws {
        let shot = "AGM_104_0010_comp_v001"
        #expect(
            try Self.lines(
                [
                    "\(shot).mov", "\(shot)/\(shot).1001.exr", "\(shot)/\(shot).1002.exr",
                    "\(shot)/AGM_104_0010_comp_v002.1001.exr",
                ]
            ) == [])
    }

    @Test("says what is wrong, marks it, and suggests the name where there is one way to mend it")
    func wrong() throws {
        #expect(
            try Self.lines([
                "AGM_104_0010_comp_v01.mov", "AGM_104_0015_comp_v001.mov", "AGM_104_0020_comp_v001.mov.mov",
                "AGM_104_0020_compo_v001.mov", "AGM_104_0030_comp.mov", "AGM_104_40_Comp_V1.MOV",
                "AGM_204_0010_comp_v001.mov",
                "agm_104_0050_comp_v0001.1001.exr", "agm_104_0050_comp_v0001.1002.exr",
            ]) == [
                "N1 no-template error AGM_104_0010_comp_v01.mov [18..<21]: v01 is not {version}: v and 3 digits. "
                    + "Rename it. (AGM_104_0010_comp_v001.mov)",
                "N1 no-template error AGM_104_0015_comp_v001.mov [8..<12]: {shot} 0015 is not a multiple of 10. "
                    + "Name it by the template movie: {show}_{ep}_{shot}_{task}_{version}.mov.",
                "N1 no-template error AGM_104_0020_comp_v001.mov.mov [26..<30]: It goes on with .mov where the template movie "
                    + "ends. Name it by the template movie: {show}_{ep}_{shot}_{task}_{version}.mov.",
                "N1 no-template error AGM_104_0020_compo_v001.mov [13..<18]: compo is not {task}: comp, anim or fx. "
                    + "Name it by the template shotver: {show}_{ep}_{shot}_{task}_{version}.",
                "N1 no-template error AGM_104_0030_comp.mov [17..<18]: . stands where the template shotver expects _ and "
                    + "{version}: v and 3 digits. Name it by the template shotver: {show}_{ep}_{shot}_{task}_{version}.",
                "N1 no-template error AGM_104_40_Comp_V1.MOV [8..<10]: 40 is not {shot}: 4 digits, in steps of 10; "
                    + "Comp is not {task}: comp, anim or fx; V1 is not {version}: v and 3 digits; and so on. "
                    + "Rename it. (AGM_104_0040_comp_v001.mov)",
                "N1 no-template error AGM_204_0010_comp_v001.mov [4..<7]: {ep} 204 is not from 101 to 110. "
                    + "Name it by the template movie: {show}_{ep}_{shot}_{task}_{version}.mov.",
                "N1 no-template error agm_104_0050_comp_v0001.1001.exr [0..<3]: agm is not {show}: 3 of A-Z; "
                    + "v0001 is not {version}: v and 3 digits. Rename it. (AGM_104_0050_comp_v001.1001.exr)",
            ])
    }

    @Test("never suggests a name that is taken, or the same name twice")
    func taken() throws {
        #expect(
            try Self.lines([
                "AGM_104_0010_comp_v001.mov", "AGM_104_0010_comp_v01.mov", "AGM_104_0020_comp_V2.mov",
                "AGM_104_0020_comp_v02.mov",
            ])
                == [
                    "N1 no-template error AGM_104_0010_comp_v01.mov [18..<21]: v01 is not {version}: v and 3 digits. It would "
                        + "be called AGM_104_0010_comp_v001.mov, and that name is taken: find out which of the two is right.",
                    "N1 no-template error AGM_104_0020_comp_V2.mov [18..<20]: V2 is not {version}: v and 3 digits. It would "
                        + "be called AGM_104_0020_comp_v002.mov, and that name is taken: find out which of the two is right.",
                    "N1 no-template error AGM_104_0020_comp_v02.mov [18..<21]: v02 is not {version}: v and 3 digits. It would "
                        + "be called AGM_104_0020_comp_v002.mov, and that name is taken: find out which of the two is right.",
                ])
    }

    @Test("judges by the templates that it names, and by no others")
    func anyOf() throws {
        #expect(
            try Self.lines(
                ["AGM_104_0010_comp_v001.mov", "AGM_104_0010_comp_v001.1001.exr"], ", any_of: [frames, shotver]") == [
                    "N1 no-template error AGM_104_0010_comp_v001.mov [23..<26]: mov is not {frame}: 4 digits or more. "
                        + "Name it by the template frames: {show}_{ep}_{shot}_{task}_{version}.{frame}.exr."
                ])
    }

    @Test("looks at folders above where a template describes them, and marks only the name itself")
    func folders() throws {
        let rules = house(
            templates: "folder: '{show}_{ep}'\n  file: '{show}_{ep}/{show}_{ep}_{version}.mov'")
        #expect(
            try CheckStage(
                names: [
                    "AGM_104/AGM_104_v001.mov", "AGM_105/AGM_104_v001.mov", "AGM_106/AGM_106_v01.mov",
                    "AGM_107_v001.mov",
                ], rules
            ).lines() == [
                "N1 no-template error AGM_105/AGM_104_v001.mov [12..<15]: {ep} is 105 before, and 104 here. "
                    + "Name it by the template file: {show}_{ep}/{show}_{ep}_{version}.mov.",
                "N1 no-template error AGM_106/AGM_106_v01.mov [16..<19]: v01 is not {version}: v and 3 digits. "
                    + "Rename it. (AGM_106_v001.mov)",
                "N1 no-template error AGM_107_v001.mov [7..<16]: It goes on with _v001.mov where the template folder ends. "
                    + "Name it by the template folder: {show}_{ep}.",
            ])
    }

    private func house(templates: String) -> String {
        let fields = Self.house.split(separator: "templates:")[0]
        return "\(fields)templates:\n  \(templates)\nrules: [{id: N1, type: template}]\n"
    }

    @Test(
        "marks what its sentence names, and tells a template with its fields, text that would mean something with a \\")
    func sentences() throws {
        let rules = house(templates: "reel: '{show}_({ep}_)?{version}'\n  cut: '{reel}\\(x\\).mov'")
            .replacing("type: template", with: "type: template, any_of: [cut]")
        let step = "Name it by the template cut: {show}_({ep}_)?{version}\\(x\\).mov."
        let lines = try CheckStage(
            names: ["AGMASTER_v001(x).mov", "AGM_104_v001", "AGM_1O4_v001(x).mov"], rules
        ).lines()
        #expect(
            lines == [
                "N1 no-template error AGMASTER_v001(x).mov [0..<8]: AGMASTER is not {show}: 3 of A-Z. \(step)",
                "N1 no-template error AGM_104_v001 [12..<12]: It ends where the template cut expects (x).mov. \(step)",
                "N1 no-template error AGM_1O4_v001(x).mov [4..<7]: 1O4 is not {ep}: 3 digits, from 101 to 110. \(step)",
            ])
    }

    @Test("is refused where it names a template that is not there, or has none at all")
    func refusals() {
        #expect(throws: RuleFileError.self) { try Self.lines([], ", any_of: [shots]") }
        #expect(throws: RuleFileError.self) { try Self.lines([], ", any: [shotver]") }
        #expect(throws: RuleFileError.self) { try CheckStage(names: [], "rules: [{id: N1, type: template}]").lines() }
    }

    @Test("names a byte that is no text, and stays within the name")
    func notText() throws {
        var stage = CheckStage([:], Self.house + "rules: [{id: N1, type: template}]\n")
        stage.folder[try #require(RelativePath(Array("AGM_104_00".utf8) + [0xFF] + Array("_comp_v001.mov".utf8)))] =
            .bytes([1])
        let findings = try stage.report().findings.findings
        #expect(findings.map(\.marked) == [8..<11])
        #expect(findings.map(\.sentence) == ["00\\xff is not {shot}: 4 digits, in steps of 10."])
    }
}
