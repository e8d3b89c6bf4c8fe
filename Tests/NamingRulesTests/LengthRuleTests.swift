import NamingRules
import RushesFixtures
import Testing

@Suite("The length of names")
struct LengthRuleTests {
    private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try CheckStage(names: names, "rules: [{id: N4, type: length\(keys)}]").lines()
    }

    @Test("is 100 characters with the extension, and 240 of the path below the folder")
    func usual() throws {
        let name = String(repeating: "n", count: 96)
        let folder = String(repeating: "d", count: 80)
        let file = String(repeating: "f", count: 77)
        #expect(try lines(["\(name).mov", "\(folder)/\(folder)/\(file)x"]) == [])
        #expect(
            try lines([
                "\(name)n.mov", "\(folder)/\(folder)/\(file)xx", "\(folder)/\(folder)/\(file)xx2/a", "é\(name).mx",
            ])
                == [
                    "N4 too-long error \(folder)/\(folder)/\(file)xx: Its path below the folder has 241 characters; "
                        + "240 are allowed. Shorten the names of the folders above it, or leave one of them out.",
                    "N4 too-long error \(folder)/\(folder)/\(file)xx2: Its path below the folder has 242 characters; "
                        + "240 are allowed. Shorten the names of the folders above it, or leave one of them out.",
                    "N4 too-long error \(name)n.mov [100..<101]: It has 101 characters; 100 are allowed. "
                        + "Ask whoever made it for a name that follows the rule.",
                ])
    }

    @Test(
        "of a path is told at the folder where it begins to be too long; at each file where folders are not looked at")
    func folders() throws {
        let folder = String(repeating: "d", count: 30)
        let names = ["\(folder)/\(folder)/a.mov", "\(folder)/\(folder)/b/c.mov", "\(folder)/short.mov"]
        #expect(
            try lines(names, ", max_path: 60").map { $0.prefix(86) } == ["N4 too-long error \(folder)/\(folder): Its p"]
        )
        let rules = """
            scopes: [{id: files, match: '**', kinds: [file]}]
            rules: [{id: N4, type: length, scope: files, max_path: 60}]
            """
        #expect(
            try CheckStage(names: names, rules).short().filter { $0.hasSuffix("mov") } == [
                "N4 too-long \(folder)/\(folder)/a.mov", "N4 too-long \(folder)/\(folder)/b/c.mov",
            ])
    }

    @Test(
        "is counted in what the rule says",
        arguments: [
            ("characters", "é🎬", 2), ("bytes", "é🎬", 6), ("utf16", "é🎬", 3), ("hfs", "é🎬", 4),
            ("characters", "e\u{301}", 2),
            ("hfs", "ộ", 3), ("hfs", "각", 3), ("hfs", "ｅ", 1), ("hfs", "ガ", 2),
        ])
    func units(unit: String, name: String, length: Int) throws {
        #expect(try lines([name], ", max_name: \(length), unit: \(unit)") == [])
        #expect(try lines([name], ", max_name: \(max(1, length - 1)), unit: \(unit)").count == (length > 1 ? 1 : 0))
    }

    @Test("of all frames of a sequence is told once, and marked behind the last character that is allowed")
    func sequences() throws {
        let frames = (1001...1010).map { "shot_v001.\($0).exr" }
        #expect(
            try lines(frames + ["é_shot_v001.mov"], ", max_name: 12") == [
                "N4 too-long error shot_v001.1001.exr [12..<18]: It has 18 characters; 12 are allowed. "
                    + "Ask whoever made it for a name that follows the rule.",
                "N4 too-long error é_shot_v001.mov [13..<16]: It has 15 characters; 12 are allowed. "
                    + "Ask whoever made it for a name that follows the rule.",
            ])
    }

    @Test("of a field is told where a template takes the name apart, once where it stands in a folder's name")
    func fields() throws {
        let rules = """
            fields:
              reel: {type: text, charset: A-Z0-9, len: [1, 60]}
              clip: {type: text, charset: A-Z0-9, len: 4}
            templates:
              clips: '{reel}_{clip}.mov'
              inReels: '{reel}/{clip}.mov'
            rules: [{id: N4, type: length, max_field: {reel: 32}}]
            """
        let most = String(repeating: "R", count: 32)
        let names = [
            "\(most)_C001.mov", "\(most)R_C001.mov", "\(most)RR/C001.mov", "\(most)RR/C002.mov", "\(most)/C003.mov",
            "\(most)RRR.mov",
        ]
        #expect(
            try CheckStage(names: names, rules).lines() == [
                "N4 too-long error \(most)RR/C001.mov: Its field reel has 34 characters; 32 are allowed. "
                    + "Ask whoever made it for a name that follows the rule.",
                "N4 too-long error \(most)R_C001.mov [0..<33]: Its field reel has 33 characters; 32 are allowed. "
                    + "Ask whoever made it for a name that follows the rule.",
            ])
        #expect(
            throws: RuleFileError(
                .unknownName, line: 2, at: "rules.yaml",
                "The max_field of the rule N4 speaks of a field reel, which is nowhere described.",
                nextStep: "Describe it in fields, or mend its spelling.")
        ) { try lines([], ", max_field: {reel: 32}") }
    }

    @Test(
        "is a number that can be, in a unit that is known",
        arguments: [
            "max_name: 0", "max_name: 256", "max_path: long", "unit: words", "max_field: {reel: x}", "max_field: 32",
        ])
    func refused(keys: String) {
        #expect(throws: RuleFileError.self) { try lines([], ", \(keys)") }
    }
}
