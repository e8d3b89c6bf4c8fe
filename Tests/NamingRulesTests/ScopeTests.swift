import CameraCards
import FileTree
import RushesFixtures
import Testing

@testable import NamingRules

@Suite("Scopes")
struct ScopeTests {
    /// Plates, a publish, a camera card, and a folder that no scope names.
    private static let show: CardBuilder = [
        "VFX/AGM_010_v001/AGM_010_v001.1001.exr": "1", "VFX/AGM_010_v001/AGM_010_v001.1002.exr": "22",
        "VFX/AGM_010_v001.mov": "m", "VFX/publish/AGM_010_v001.mov": "p", "OCN/notes.txt": "n",
        "OCN/A001/A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "r", "vfx/other.mov": "o",
    ]

    private static let folders = [
        "OCN", "OCN/A001", "OCN/A001/A001_0527N0.RDM", "OCN/A001/A001_0527N0.RDM/A001_C001_0527Q9.RDC",
    ]
    private static let clip = "OCN/A001/A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D"
    private static let vfx = [
        "VFX/AGM_010_v001", "VFX/AGM_010_v001.mov", "VFX/AGM_010_v001/AGM_010_v001.1001.exr", "VFX/publish",
        "VFX/publish/AGM_010_v001.mov",
    ]

    @Test(
        "hold what their patterns, kinds and cards say",
        arguments: [
            ("{id: s, match: 'VFX/**'}", vfx),
            ("{id: s, match: VFX}", ["VFX"] + vfx),
            ("{id: s, match: ['VFX/**', '!VFX/publish']}", Array(vfx.prefix(3))),
            ("{id: s, match: 'VFX/**', kinds: [sequence]}", ["VFX/AGM_010_v001/AGM_010_v001.1001.exr"]),
            ("{id: s, match: 'VFX/**', kinds: [folder]}", ["VFX/AGM_010_v001", "VFX/publish"]),
            ("{id: s, match: '*.mov'}", ["VFX/AGM_010_v001.mov", "VFX/publish/AGM_010_v001.mov", "vfx/other.mov"]),
            ("{id: s, match: '*_v001.mov', kinds: [file]}", ["VFX/AGM_010_v001.mov", "VFX/publish/AGM_010_v001.mov"]),
            ("{id: s, match: 'Vfx/**'}", []),
            ("{id: s, detect: cards}", [folders[2], folders[3], clip]),
            ("{id: s, detect: cards, kinds: [file]}", [clip]),
        ])
    func things(scope: String, expected: [String]) throws {
        #expect(
            try held(by: "s", "scopes: [\(scope)]\nrules: [{id: N1, type: charset, scope: s}]") == expected.sorted())
    }

    @Test("a rule may write the pattern itself")
    func inline() throws {
        let rules = "rules: [{id: N1, type: charset, scope: 'VFX/publish/**'}]"
        #expect(try held(by: "VFX/publish/**", rules) == ["VFX/publish/AGM_010_v001.mov"])
    }

    @Test("a rule without a scope looks at all but what is sealed, whatever kinds the sealed scope looks at")
    func sealed() throws {
        let open = (["OCN", "OCN/A001", "OCN/notes.txt", "VFX", "vfx", "vfx/other.mov"] + Self.vfx).sorted()
        let rules = "rules: [{id: N1, type: charset}]"
        #expect(try held(by: nil, "scopes: [{id: card, detect: cards, sealed: true}]\n\(rules)") == open)
        let kinds = "scopes: [{id: card, match: 'OCN/A001/**', sealed: true, kinds: [folder]}]\n\(rules)"
        #expect(try held(by: nil, kinds) == open)
        #expect(try held(by: nil, rules) == (open + Self.folders.dropFirst(2) + [Self.clip]).sorted())
    }

    @Test("a folder that is a card itself is sealed whole; a loose folder is no card")
    func whole() throws {
        let rules = "scopes: [{id: card, detect: cards, sealed: true}]\nrules: [{id: N1, type: charset}]"
        let card: CardBuilder = ["A001_0527N0.RDM/A001_C001_0527Q9.RDC/A001_C001_0527Q9_001.R3D": "r", "note.txt": "n"]
        #expect(try held(by: nil, rules, in: card) == [])
        #expect(try held(by: nil, rules, in: ["clips/A.mov": "m"]) == ["clips", "clips/A.mov"])
    }

    @Test("a rule that names a sealed scope judges what is in it, and never suggests another name there")
    func suggestions() throws {
        let rules = """
            scopes: [{id: card, match: 'OCN/**', sealed: true}, {id: all, match: '**'}]
            rules: [{id: N1, type: charset}, {id: N2, type: charset, scope: card}, {id: N3, type: charset, scope: all}]
            """
        let findings = try CheckStage(names: ["OCN/a b.mov", "VFX/a b.mov"], rules).report().findings.findings
        #expect(
            findings.map { "\($0.rule) \($0.path) \($0.suggestion ?? "-")" } == [
                "N1 VFX/a b.mov a_b.mov", "N2 OCN/a b.mov -", "N3 OCN/a b.mov -", "N3 VFX/a b.mov a_b.mov",
            ])
        #expect(
            findings.filter { $0.suggestion == nil }.allSatisfy {
                $0.nextStep.hasPrefix("Nothing on a card is renamed")
            })
    }

    /// The paths of what a scope holds, sorted.
    private func held(by scope: String?, _ yaml: String, in folder: CardBuilder = show) throws -> [String] {
        let disk = CrashDisk()
        try folder.write(to: disk)
        let rules = try RuleFile(yaml: Array("schema: naming-rules/1\n\(yaml)".utf8), at: "house.yaml")
        var checked = CheckedFolder(named: NamedTree(try TreeWalk.snapshot(of: disk)), now: folder.modified)
        checked.findCards(on: disk, label: "SHOW")
        let settings = RuleSettings(id: "N1", type: .charset, scope: scope, severity: nil, line: 1)
        return ScopedFolder(checked, rules).things(of: settings).things.map { "\(checked.named.path(of: $0))" }.sorted()
    }
}
