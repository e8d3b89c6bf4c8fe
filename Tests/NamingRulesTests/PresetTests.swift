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
