import FileTree
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("Presets")
struct PresetTests {
    @Test("load, and all of their own tests hold", arguments: Preset.allCases)
    func load(_ preset: Preset) throws {
        let rules = try preset.rules()
        #expect(rules.title == preset.title)
        #expect(rules.place == preset.rawValue)
        #expect(rules.rules.count >= 5)
    }

    @Test(
        "are taken by their names, files by their paths",
        arguments: [
            ("vfx", "vfx: No preset is called so; there are camera-originals, vfx-exchange, editorial-delivery."),
            ("house.yaml", "house.yaml: There is no file there."),
            ("./vfx-exchange", "./vfx-exchange: There is no file there."),
            ("/", "/: A folder is there, and rules are a file."), ("", ": No preset is called so;"),
        ])
    func unknown(text: String, start: String) throws {
        let error = #expect(throws: RuleFileError.self) { try RuleFile.named(text) }
        #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
        #expect(try RuleFile.named("editorial-delivery").title == Preset.editorialDelivery.title)
    }

    @Test("for visual effects suggests a name only where nothing else can have been meant")
    func suggestions() throws {
        let names = [
            "AGM_104_TCC_120_PL1_v001.1001.exr", "AGM_104_TCC_020_compNFX_v001.mov", "AGM_104_TCC_030_PL01_v01.mov",
            "AGM_104_TCC_040_Comp_nfx_V001.mov", "AGM_104_TCC_050_comp_V01.mov", "AGM_104_TCC_060_COMP_v001.mov",
            "ATBP_0A1_010_PL01_v001/1920x1080/ATBP_0A1_010_PL01_v001.mov",
        ]
        let yaml = Preset.vfxExchange.yaml.split(separator: "\n").filter { !$0.hasPrefix("schema:") }
        let findings = try CheckStage(names: names, yaml.joined(separator: "\n")).report().findings.findings
        #expect(
            findings.filter { $0.rule == "N1" }.map { "\($0.path) \($0.sentence) (\($0.suggestion ?? "-"))" } == [
                "AGM_104_TCC_020_compNFX_v001.mov compNFX is not {task}: written like [a-z][a-z0-9]{1,15}. (-)",
                "AGM_104_TCC_030_PL01_v01.mov v01 is not {version}: v and 3 to 4 digits. (AGM_104_TCC_030_PL01_v001.mov)",
                "AGM_104_TCC_040_Comp_nfx_V001.mov Comp is not {task}: written like [a-z][a-z0-9]{1,15}; nfx is not "
                    + "{vendor}: 3 of A-Z0-9; V001 is not {version}: v and 3 to 4 digits. (AGM_104_TCC_040_comp_NFX_v001.mov)",
                "AGM_104_TCC_050_comp_V01.mov . stands where the template seqver expects _. (-)",
                "AGM_104_TCC_060_COMP_v001.mov COMP is not {task}: written like [a-z][a-z0-9]{1,15}. "
                    + "(AGM_104_TCC_060_comp_v001.mov)",
                "AGM_104_TCC_120_PL1_v001.1001.exr PL1 is not {plate}: written like "
                    + "[A-Z]{2}[0-9]{2}|[a-z]{2,12}[0-9]{2}. (-)",
            ])
    }

    @Test("can be copied to a file, changed and named by its path")
    func file() throws {
        try withTemporaryFolder { folder in
            let disk = try PosixDisk(path: folder)
            let files: CardBuilder = [
                "house.yaml": .bytes(Array(Preset.editorialDelivery.yaml.utf8)),
                "large.yaml": .bytes(Array(repeating: 0x23, count: 65_537)), "folder.yaml": .folder,
            ]
            try files.write(to: disk)
            let rules = try RuleFile.named("\(folder)/house.yaml")
            #expect(rules.place == "\(folder)/house.yaml")
            #expect(rules.title == Preset.editorialDelivery.title)
            let large = #expect(throws: RuleFileError.self) { try RuleFile.named("\(folder)/large.yaml") }
            #expect(large?.code == .beyondLimits)
            let none = #expect(throws: RuleFileError.self) { try RuleFile.named("\(folder)/folder.yaml") }
            #expect(none?.code == .unreadable)
        }
    }
}
