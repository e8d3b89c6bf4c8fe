import FileTree
import NamingRules
import RushesFixtures
import Testing

@Suite("The characters of names")
struct CharsetRuleTests {
    private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try CheckStage(names: names, "rules: [{id: N2, type: charset\(keys)}]").lines()
    }

    @Test("that every system takes are fine")
    func clean() throws {
        let names = [
            "AGM_104_065_010_comp_NFX_v001.mov", "VFX/A-b.1001.exr", "VFX/A-b.1002.exr", "_x.tar.gz", "a", "-rf", ".x",
        ]
        #expect(try lines(names) == [])
    }

    @Test(
        "are marked and named where the rule does not allow them, with a new name only where that is sure",
        arguments: [
            (
                "shot 010.mov",
                "[4..<5]: It has a character that the rule does not allow: a space. Rename it. (shot_010.mov)"
            ),
            (
                "a b c.mov",
                "[1..<2]: It has a character that the rule does not allow: a space, in 2 places. Rename it. (a_b_c.mov)"
            ),
            (
                "a - b.mov",
                "[1..<2]: It has a character that the rule does not allow: a space, in 2 places. Rename it. (a-b.mov)"
            ),
            ("café.mov", "[3..<5]: It has a character that the rule does not allow: é (U+00E9). \(ask)"),
            (
                "cafe\u{301}.mov",
                "[4..<6]: It has a character that the rule does not allow: U+0301 combining acute accent. \(ask)"
            ),
            ("한국.mov", "[0..<6]: It has characters that the rule does not allow: 한 (U+D55C) and 국 (U+AD6D). \(ask)"),
            (
                "a&b,c#d;e.mov",
                "[1..<2]: It has characters that the rule does not allow: &, a comma, # and a semicolon, in 4 places. \(ask)"
            ),
            (
                "a&b,c#d;e'f(.mov",
                "[1..<2]: It has characters that the rule does not allow: &, a comma, #, a semicolon and 2 others, "
                    + "in 6 places. \(ask)"
            ),
            ("🎬.mov", "[0..<4]: It has a character that the rule does not allow: 🎬 (U+1F3AC). \(ask)"),
            // One picture, though it has three parts.
            (
                "❤️.mov",
                "[0..<6]: It has a character that the rule does not allow: ❤ (U+2764). \(ask)"
            ),
            (
                "\u{410}001.mov",
                "[0..<2]: It has a character that the rule does not allow: \u{410} (U+0410 cyrillic capital letter a). "
                    + "Rename it. (A001.mov)"
            ),
            ("a\u{F022}b.mov", "[1..<4]: It has a character that the rule does not allow: U+F022. \(ask)"),
        ])
    func illegal(name: String, expected: String) throws {
        #expect(try lines([name]) == ["N2 illegal-character error \(name)\(" ")\(expected)"])
    }

    @Test(
        "that nobody sees are told by their number",
        arguments: [
            (
                "a\u{A0}b.mov",
                "[1..<3]: It has a character that nobody sees: U+00A0 no-break space. Rename it. (a_b.mov)"
            ),
            (
                "a\u{200B}b.mov",
                "[1..<4]: It has a character that nobody sees: U+200B zero width space. Rename it. (ab.mov)"
            ),
            (
                "\u{FEFF}a.mov",
                "[0..<3]: It has a character that nobody sees: U+FEFF zero width no-break space. Rename it. (a.mov)"
            ),
            (
                "a\u{202E}b.mov",
                "[1..<4]: It has a character that nobody sees: U+202E right-to-left override. Rename it. (ab.mov)"
            ),
            ("a\u{AD}b.mov", "[1..<3]: It has a character that nobody sees: U+00AD soft hyphen. Rename it. (ab.mov)"),
            (
                "a\u{FE0F}b.mov",
                "[1..<4]: It has a character that nobody sees: U+FE0F variation selector-16. Rename it. (ab.mov)"
            ),
            ("a\nb.mov", "[1..<2]: It has a character that nobody sees: U+000A line feed. Rename it. (a_b.mov)"),
            ("a\u{1B}b.mov", "[1..<2]: It has a character that nobody sees: U+001B escape. Rename it. (ab.mov)"),
            (
                "a\u{200B}b\u{A0}c.mov",
                "[1..<4]: It has characters that nobody sees: U+200B zero width space and U+00A0 no-break space, "
                    + "in 2 places. Rename it. (ab_c.mov)"
            ),
        ])
    func invisible(name: String, expected: String) throws {
        #expect(try lines([name]) == ["N2 invisible-character error \(name) \(expected)"])
    }

    @Test("are judged apart from spaces that nobody sees, which no rule means to allow")
    func straySpaces() throws {
        let names = [" a.mov", "a .mov", "b  c.mov", "d\te.mov", "take 1.mov", "the  end ", "Mr . X"]
        #expect(
            try lines(names, ", allow: 'A-Za-z0-9._ -'") == [
                "N2 stray-space warn  a.mov [0..<1]: It begins with a space. Rename it. (a.mov)",
                "N2 stray-space warn a .mov [1..<2]: It has a space before its extension. Rename it. (a.mov)",
                "N2 stray-space warn b  c.mov [1..<3]: It has several spaces in a row. Rename it. (b c.mov)",
                "N2 stray-space warn d\te.mov [1..<2]: It has a tab. Rename it. (d e.mov)",
                "N2 stray-space warn the  end  [3..<5]: It has several spaces in a row and ends with a space. "
                    + "Rename it. (the end)",
            ])
        #expect(
            try lines(["a  b c .mov"]) == [
                "N2 stray-space warn a  b c .mov [1..<3]: It has several spaces in a row and has a space before its "
                    + "extension. Rename it. (a_b_c.mov)",
                "N2 illegal-character error a  b c .mov [4..<5]: It has a character that the rule does not allow: a space. "
                    + "Rename it. (a_b_c.mov)",
            ])
    }

    @Test("of two scripts are a mistake only where they look alike")
    func scripts() throws {
        let allowed = ", allow: 'A-Za-z0-9._а-яА-ЯΑ-Ωα-ωё -'"
        let es = "\u{421}"
        let names = [
            "A001\(es)003.mov", "комп2K_v001.mov", "VFX_сцена.mov", "Δt.mov", "снова_A001.mov", "к\u{6F}манда.mov",
        ]
        #expect(
            try lines(names, allowed) == [
                "N2 mixed-scripts error A001\(es)003.mov [4..<6]: It mixes letters that look alike: "
                    + "\(es) (U+0421 cyrillic capital letter es). Rename it. (A001C003.mov)",
                "N2 mixed-scripts error к\u{6F}манда.mov [2..<3]: It mixes letters that look alike: o. "
                    + "Ask whoever made it for a name that follows the rule.",
            ])
        // The set of the house has no such letter at all: still one finding.
        #expect(
            try lines(["A001\(es)003.mov"]) == [
                "N2 mixed-scripts error A001\(es)003.mov [4..<6]: It mixes letters that look alike: "
                    + "\(es) (U+0421 cyrillic capital letter es). Rename it. (A001C003.mov)"
            ])
    }

    @Test("are none where the bytes are no UTF-8, and these are shown as numbers")
    func notText() throws {
        var folder: CardBuilder = [:]
        let path = try #require(RelativePath(Array("caf".utf8) + [0xE9] + Array(".mov".utf8)))
        folder[path] = "x"
        let lines = try CheckStage(folder, "rules: [{id: N2, type: charset}]").lines()
        #expect(
            lines == [
                "N2 not-text error caf\u{FFFD}.mov [3..<4]: It is not UTF-8: caf\\xe9.mov. "
                    + "Ask whoever made it for a name that follows the rule."
            ])
    }

    @Test("are not mended to a name that is there already")
    func taken() throws {
        #expect(
            try lines(["a b.mov", "a_b.mov", "x/a_b.mov", "y/a b.mov"]) == [
                "N2 illegal-character error a b.mov [1..<2]: It has a character that the rule does not allow: a space. "
                    + "It should be called a_b.mov, and that is there already: look at both.",
                "N2 illegal-character error y/a b.mov [3..<4]: It has a character that the rule does not allow: a space. "
                    + "Rename it. (a_b.mov)",
            ])
    }

    @Test("of all frames of a sequence, and of folders, are told once")
    func sequencesAndFolders() throws {
        let frames = (1001...1005).map { "day 1/shot 1.\($0).exr" }
        #expect(
            try lines(frames) == [
                "N2 illegal-character error day 1 [3..<4]: It has a character that the rule does not allow: a space. "
                    + "Rename it. (day_1)",
                "N2 illegal-character error day 1/shot 1.1001.exr [10..<11]: It has a character that the rule does not "
                    + "allow: a space. Rename it. (shot_1.1001.exr)",
            ])
    }

    @Test(
        "are written as a set: ranges, a hyphen at an end or behind a backslash",
        arguments: [
            ("a-c", "abc", true), ("a-c", "d", false), ("ac-", "a-c", true), ("a\\-c", "a-c", true),
            ("a\\-c", "b", false), ("à-ÿ", "é", true), ("a-é", "zé", true), ("a-é", "ê", false), ("-a", "-a", true),
            ("\\\\", "\\", true),
        ])
    func sets(set: String, name: String, isFine: Bool) throws {
        #expect(try lines([name], ", allow: '\(set)'").isEmpty == isFine)
    }

    @Test(
        "cannot be an empty set, a range that runs backwards, or no set", arguments: ["''", "'z-a'", "'a\\'", "[a, b]"])
    func badSets(set: String) {
        let error = #expect(throws: RuleFileError.self) { try lines([], ", allow: \(set)") }
        #expect(
            error?.description
                == "rules.yaml:2: allow of the rule N2 is not a set of characters such as A-Za-z0-9._-. "
                + "Write a set of characters such as A-Za-z0-9._-.")
    }

    @Test("of names made of anything are judged without a crash, and a suggestion has no fault any more")
    func hostile() throws {
        var generator = SeededGenerator(seed: 6)
        let pool: [[UInt8]] =
            [
                "a", "B", "0", ".", "_", "-", " ", "  ", "\t", "é", "\u{301}", "\u{A0}", "\u{200B}", "\u{421}", "к",
                "🎬",
                "\u{FE0F}", "\n",
            ].map { Array($0.utf8) } + [[0xE9], [0xC3], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]
        var folder: CardBuilder = [:]
        for number in 0..<500 {
            var name = Array("\(number)".utf8)
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                name += pool[Int.random(in: 0..<pool.count, using: &generator)]
            }
            if let path = RelativePath(name) { folder[path] = "x" }
        }
        let findings = try CheckStage(folder, "rules: [{id: N2, type: charset}]").report().findings.findings
        let suggestions = Set(findings.compactMap(\.suggestion))
        #expect(suggestions.count > 20)
        #expect(try lines(Array(suggestions)) == [])
    }
}

private let ask = "Ask whoever made it for a name that follows the rule."
