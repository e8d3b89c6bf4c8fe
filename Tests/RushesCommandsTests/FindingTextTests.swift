import FileTree
import RushesFixtures
import Testing

@testable import NamingRules
@testable import RushesCommands

@Suite("Findings as people read them")
struct FindingTextTests {
    private static let rules = """
        schema: naming-rules/1
        rules:
          - {id: N2, type: charset}
          - {id: N1, type: length}
        """

    private static func finding(
        _ rule: String, _ code: FindingCode, _ severity: Severity, _ path: RelativePath, marked: Range<Int>? = nil,
        nextStep: String = "Mend it.", suggestion: String? = nil, others: [RelativePath] = []
    ) -> Finding {
        Finding(
            rule: rule, code: code, severity: severity, path: path, sequence: nil, marked: marked,
            sentence: "It is so.", nextStep: nextStep, suggestion: suggestion, others: others)
    }

    private func texts(_ findings: [Finding], columns: Int = 0) throws -> [String] {
        var list = FindingList()
        for finding in findings { list.add(finding) }
        let rules = try RuleFile(yaml: Array(Self.rules.utf8), at: "rules.yaml")
        return FindingGroup.all(in: list, rules.settings).map { FindingText($0, columns: columns).text }
    }

    @Test(
        "errors stand before warnings before notes, then rules as the file has them, then what has no rule; then codes")
    func order() throws {
        let texts = try texts([
            Self.finding("N1", .tooLong, .info, "a"), Self.finding("backup", .notOnBackup, .error, "b"),
            Self.finding("N1", .tooLong, .error, "c"), Self.finding("N2", .straySpace, .error, "d"),
            Self.finding("N2", .illegalCharacter, .error, "e"), Self.finding("N1", .tooLong, .warn, "f"),
        ])
        #expect(
            texts.map { String($0.prefix { $0 != "\n" }) } == [
                "ERROR  N2 charset: character not allowed (1)", "ERROR  N2 charset: stray space (1)",
                "ERROR  N1 length: too long (1)", "ERROR  backup: V09 not on the backup (1)",
                "WARNING  N1 length: too long (1)", "NOTE  N1 length: too long (1)",
            ])
    }

    @Test("what lies nowhere, or is about the whole folder, has no line for its path")
    func noPath() throws {
        #expect(
            try texts([Self.finding("expect", .notArrived, .error, .root)]) == [
                """
                ERROR  expect: not arrived (1)
                  It was shot or made, and is not here.

                    It is so.
                    Mend it.
                """
            ])
    }

    @Test("a group says once why it matters, and once what to do where that is the same for all")
    func group() throws {
        #expect(
            try texts([
                Self.finding("N2", .illegalCharacter, .error, "VFX/a b.mov", marked: 5..<6, suggestion: "a_b.mov"),
                Self.finding("N2", .illegalCharacter, .error, "x+y", marked: 1..<2, others: ["VFX/x+y"]),
            ]) == [
                """
                ERROR  N2 charset: character not allowed (2)
                  Whoever receives it will refuse it or rename it by hand.
                  Mend it.

                  VFX/a b.mov
                       ^
                    It is so.
                    suggestion: a_b.mov

                  x+y
                   ^
                    It is so.
                    also: VFX/x+y
                """
            ])
    }

    @Test("where what to do differs, or there is one alone, each says it; a narrow screen breaks between words")
    func apart() throws {
        #expect(
            try texts(
                [
                    Self.finding("N1", .tooLong, .warn, "a"),
                    Self.finding(
                        "N1", .tooLong, .warn, "b", nextStep: "Take some of the words out of it first of all."),
                ], columns: 44) == [
                    """
                    WARNING  N1 length: too long (2)
                      It is cut off or refused, and cut names
                      collide.

                      a
                        It is so.
                        Mend it.

                      b
                        It is so.
                        Take some of the words out of it first
                        of all.
                    """
                ])
    }

    @Test("a hundred of a group are shown, and how many more there are; of other files five")
    func bounded() throws {
        let others = (1...7).map { RelativePath(stringLiteral: "o\($0)") }
        let many = (0..<103).map {
            Self.finding("N1", .tooLong, .error, RelativePath(stringLiteral: "a\($0)"), others: others)
        }
        let lines = try #require(try texts(many).first).split(separator: "\n").map(String.init)
        #expect(lines.count { $0 == "    It is so." } == 100)
        #expect(lines.last == "  … and 3 more: --json lists them.")
        #expect(
            lines[3...10] == [
                "  a0", "    It is so.", "    also: o1", "    also: o2", "    also: o3", "    also: o4", "    also: o5",
                "    … and 2 more",
            ])
        let unlisted = (0...FindingList.mostOfAKind).map { _ in Self.finding("N1", .tooLong, .error, "a") }
        #expect(try texts(unlisted).first?.hasSuffix("  … and 19,901 more: --json lists the first 20,000.") == true)
    }

    @Test("names that look the same are told apart by how their accents are written")
    func accents() throws {
        let path = RelativePath(stringLiteral: "cafe\u{301}.mov")
        let text = try texts([
            Self.finding("N5", .twinNames, .error, path, marked: 3..<6, others: ["caf\u{E9}.mov", "CAFE\u{301}.mov"])
        ])
        #expect(
            text.first?.hasSuffix(
                """
                  cafe\\u{0301}.mov
                     ^^^^^^^^^
                    It is so.
                    Mend it.
                    also: caf\u{E9}.mov
                    also: CAFE\\u{0301}.mov
                """) == true)
    }

    @Test("what a name or a rule is called cannot rule the screen")
    func hostile() throws {
        let path = try #require(RelativePath(Array("a\u{1B}[2J\n".utf8)))
        let finding = Self.finding("N\u{1B}", .tooLong, .error, path, suggestion: "b\u{202E}")
        #expect(
            try texts([finding]) == [
                """
                ERROR  N\\x1b: too long (1)
                  It is cut off or refused, and cut names collide.

                  a\\x1b[2J\\n
                    It is so.
                    Mend it.
                    suggestion: b\\u{202e}
                """
            ])
    }
}
