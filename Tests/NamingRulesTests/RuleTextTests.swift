import NamingRules
import RushesFixtures
import Testing

@Suite("The text of a rule file")
struct RuleTextTests {
    @Test(
        "is read with the line of every value",
        arguments: ["\n", "\r\n", "\r"])
    func lines(end: String) throws {
        let text = [
            "\u{FEFF}# A house's rules: it's [not, read", "schema: naming-rules/1", "rules:", "  - id: N1 # first",
            "    allow: 'A-Z[]{'", "", "  - {id: 'it''s', list: [a, \"b\\\"]\",", "     c]}",
        ].joined(separator: end)
        let node = try RuleNode(yaml: Array(text.utf8))
        #expect(
            show(node) == "{1:schema@2=naming-rules/1 rules@3=[{id@4=N1 allow@5=A-Z[]{} {id@7=it's list@7=[a b\"] c]}]}"
        )
    }

    /// Keys with their lines, and values.
    private func show(_ node: RuleNode, isTop: Bool = true) -> String {
        switch node.content {
        case .text(let text): text
        case .list(let list): "[\(list.map { show($0, isTop: false) }.joined(separator: " "))]"
        case .map(let members):
            "{\(isTop ? "1:" : "")"
                + members.map { "\($0.key)@\($0.line)=\(show($0.value, isTop: false))" }.joined(separator: " ") + "}"
        }
    }

    @Test(
        "may have brackets, quotes and signs where they are only letters",
        arguments: [
            ("title: Rock 'n roll [a {b", "Rock 'n roll [a {b"), ("title: Anna's #1 show", "Anna's"),
            ("title: a: b # c", nil), ("title: C#", "C#"), ("title: '# no comment'", "# no comment"),
            ("title: -rf", "-rf"), ("title: 50% of * and &", "50% of * and &"), ("title: ':'", ":"),
            ("title: \"\\u00e9\"", "\u{E9}"), ("--- # begins\ntitle: x", "x"), ("{\"title\":\"x\"}", "x"),
            ("title: a\n  b", "a b"), ("title: ''", ""),
        ])
    func letters(yaml: String, title: String?) throws {
        let node = try? RuleNode(yaml: Array(yaml.utf8))
        guard case .map(let members)? = node?.content else { return #expect(title == nil) }
        #expect(members.first?.value.content == title.map { .text($0) })
    }

    @Test(
        "that YAML cannot read is refused with the line and a sentence",
        arguments: [
            ("", "It is empty. Write rules into it."),
            ("# only this\n", "It is empty. Write rules into it."),
            (
                "a: 1\nb: [1, 2\nc: 3",
                "3: A list or map in brackets lacks a comma or its end. Write the comma, or close the bracket."
            ),
            (
                "a: b: c",
                "1: A colon stands where no key can be. Put a text that has a colon in it in quotes, or indent the line as its neighbours are."
            ),
            (
                "a:\n  - b\n c: d",
                "3: The line is indented otherwise than what it belongs to. Indent all lines of a map or list alike."
            ),
            (
                "a: 1\n\tb: 2",
                "2: A tab, or a character that no text can begin with. Indent with spaces, and put such a text in quotes."
            ),
            (
                "a:\nb: 1",
                "1: A key or a dash has no value behind it. Write one, or take the key out; a text of no letters is ''."
            ),
            (
                "a: \"\\d\"",
                "1: A backslash in double quotes means something else in YAML. Put the text in single quotes."
            ),
            ("a: 1\nb: 2\na: 3", "1: The key a stands twice in one map, here first. Take one of the two out."),
            ("a: 1\n'a': 3", "1: The key a stands twice in one map, here first. Take one of the two out."),
            ("a: 1\n---\nb: 2", "2: A second document begins here. Take out the line of dashes."),
            (
                "a: 'x\n  y'",
                "1: A text in quotes does not end on its line. Close the quotes, or put the whole text in quotes where one of its own letters is a quote."
            ),
            (
                "a: it\nb: [x, 'y]",
                "2: A text in quotes does not end on its line. Close the quotes, or put the whole text in quotes where one of its own letters is a quote."
            ),
            (
                "when: *.mov",
                "1: A text begins with *, which means something else in YAML. Put the text in quotes, on one line."
            ),
            (
                "a: &x 1\nb: *x",
                "1: A text begins with &, which means something else in YAML. Put the text in quotes, on one line."
            ),
            (
                "a: !!python/object:os.system x",
                "1: A text begins with !, which means something else in YAML. Put the text in quotes, on one line."
            ),
            (
                "a: |\n  text",
                "1: A text begins with |, which means something else in YAML. Put the text in quotes, on one line."
            ),
            (
                "%YAML 1.2\n---\na: 1",
                "1: A text begins with %, which means something else in YAML. Put the text in quotes, on one line."
            ),
            (
                "? a\n: 1",
                "1: A text begins with ?, which means something else in YAML. Put the text in quotes, on one line."
            ),
            (
                "name: {show}_{shot}",
                "1: The line is indented otherwise than what it belongs to. Indent all lines of a map or list alike."
            ),
            (
                "[a]: b",
                "1: A list or a map stands where a key should. Write a word before the colon; put a text that begins with a bracket in quotes."
            ),
            (
                "a: b\u{2028}c: [",
                "1: A character that nobody sees stands there. Write the line anew, without what was copied into it."
            ),
            (
                "a: b\u{7}",
                "1: A character that nobody sees stands there. Write the line anew, without what was copied into it."
            ),
        ])
    func refused(yaml: String, sentence: String) {
        #expect(refusal(of: Array(yaml.utf8)) == sentence)
    }

    private func refusal(of bytes: [UInt8]) -> String {
        do {
            return "\(try RuleNode(yaml: bytes))"
        } catch {
            return (error.line.map { "\($0): " } ?? "") + "\(error.sentence) \(error.nextStep)"
        }
    }

    @Test("that is no text, or larger than all rules of a film, is refused")
    func bytes() {
        #expect(refusal(of: [0x61, 0xFF]) == "It is not UTF-8. Save it as UTF-8.")
        #expect(
            refusal(of: Array(repeating: 0x61, count: 70_000)).hasPrefix(
                "It has more than 65536 bytes, and no rule file has."))
    }

    private static let deep = [
        String(repeating: "[", count: 30_000), String(repeating: "{a: ", count: 15_000),
        String(repeating: "- ", count: 30_000), "a: " + String(repeating: "[\n", count: 30_000),
        String(repeating: "[#]\n", count: 15_000), String(repeating: "[\"]\", ", count: 9_000),
        String(repeating: "[ 'it''s ]', ", count: 4_000), String(repeating: "[don't, ", count: 8_000),
        String(repeating: "[a\n 'b, ", count: 8_000), "--- " + String(repeating: "[", count: 30_000),
        String(repeating: "[a 'b, ", count: 8_000) + "'", String(repeating: "{a:'x, b: ", count: 6_000) + "'",
        (0..<340).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        (0..<340).map { String(repeating: " ", count: $0) + "-\n" }.joined(),
    ]

    @Test("that nests deeper than any rule file does not exhaust the stack", arguments: deep.indices)
    func nesting(index: Int) {
        let sentence = refusal(of: Array(Self.deep[index].utf8))
        #expect(
            sentence.contains("deeper within each other") || sentence.contains("does not end on its line"),
            "\(sentence)")
    }

    @Test("of any letters that mean something in YAML is read or refused")
    func letters() {
        let words = [
            "a", ":", ": ", "[", "]", "{", "}", ",", "'", "\"", "#", " # ", "-", "- ", "\n", "\n  ", " ", "\\", "?",
            "*",
            "\t", "---", "|", "x: y",
        ]
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<3_000 {
            let text = (0..<40).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
            #expect(!refusal(of: Array(text.utf8)).isEmpty)
        }
    }
}
