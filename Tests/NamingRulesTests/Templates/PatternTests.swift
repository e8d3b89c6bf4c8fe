import Testing

@testable import NamingRules

@Suite("The pattern of a field")
struct PatternTests {
    @Test(
        "takes literals, classes, groups, branches and repeats, always for the whole field",
        arguments: [
            (#"\d{3}[A-Z]?"#, ["065", "065A"], ["65", "065a", "0650", "065AB", ""]),
            ("[^0-9_]+", ["abc", "ä-b", "日本"], ["a1", "a_b"]),
            ("PL|FG|BG", ["PL", "BG"], ["PLFG", "P", "pl"]),
            ("(ab|c)*d", ["d", "abd", "cababd"], ["ad", "ab"]),
            (#"a\.b\-c"#, ["a.b-c"], ["axb-c"]),
            ("a.c", ["abc", "a_c", "aéc", "a日c", "a😀c"], ["ac", "abbc", "a/c"]),
            (#"\w{2,3}"#, ["ab", "a_1"], ["a", "abcd", "a-b"]),
            (#"[\d.-]{2,}"#, ["1.", "--", "0.1-2"], ["1", "1a"]),
            (#"[\]\-a]"#, ["]", "-", "a"], ["b"]),
            ("[ä-ü]x", ["äx", "öx", "üx"], ["ax", "ýx"]),
        ] as [(String, [String], [String])])
    func fits(pattern: String, right: [String], wrong: [String]) throws {
        let set = try TemplateStage.field("{type: text, pattern: '\(pattern)'}")
        #expect((right + wrong).filter(set.fits) == right)
    }

    @Test(
        "is refused with a reason where it is more than that",
        arguments: [
            (#"(a)\1"#, #"\1 is not supported"#),
            (#"\bv"#, #"\b is not supported"#),
            ("(?i)v", "(? is not supported"),
            ("^v", "^ is not supported: a pattern always stands for the whole field"),
            ("v$", "$ is not supported: a pattern always stands for the whole field"),
            ("v*?", "? behind another repeat is not supported"),
            ("(v*)*", "something that may be empty is repeated"),
            ("v*", "it may be empty; leave fields out with (…)? in templates"),
            ("(v", "a ( is not closed"), ("v)", "a ) closes nothing"), ("[v", "a [ is not closed"),
            ("[]-]", "no character of a name can stand there"),
            ("v]", #"a ] closes nothing; write \] for the character"#), ("v{2", "a { is not closed"),
            ("v{0}", "{0} repeats nothing"), ("v{3,2}", "{3,2} is not two numbers up to 255, the smaller one first"),
            ("v{256}", "{256} is not a number from 0 to 255"), ("v{a}", "{a} is not a number from 0 to 255"),
            ("a|", "a branch is empty; write ? behind what may be missing"),
            ("()", "a branch is empty; write ? behind what may be missing"),
            ("+v", "+ has nothing before it to repeat"), ("[z-a]", "the range z-a runs backwards"),
            ("[/]", "no character of a name can stand there"), ("a/b", "no character of a name can stand there"),
            (#"v\"#, "it ends with a backslash"),
            (String(repeating: "a", count: 201), "pattern too long: it has 201 characters, and may have 200"),
            (String(repeating: "(", count: 99), "its groups lie too deep within each other"),
        ])
    func refusals(pattern: String, reason: String) {
        #expect(
            TemplateStage.refusal("fields:\n  x: {type: text, pattern: '\(pattern)'}")
                == "value 2: The field x cannot be read: \(reason).")
    }

    @Test("cannot grow a machine beyond its limit by repeats within repeats")
    func tooLarge() {
        #expect(
            TemplateStage.refusal("fields:\n  x: {type: text, pattern: '((((a{99}){99}){99}){99}){99}'}")
                == "beyond-limits 2: The field x is too large: pattern too long, or too many words.")
    }
}
