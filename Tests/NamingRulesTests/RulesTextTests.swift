import Foundation
import Testing

@testable import NamingRules

@Suite("What --explain says")
struct RulesTextTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/NamingRules/Rules")

    @Test(
        "of a rule is what stands above it: scripts/make-rule-texts brings it up to date", arguments: RuleType.allCases)
    func upToDate(_ type: RuleType) throws {
        let name = "\(type.rule)"
        let source = try String(contentsOf: Self.sources.appending(path: "\(name).swift"), encoding: .utf8)
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let place = try #require(lines.firstIndex { $0.hasPrefix("struct \(name): Rule") })
        let comment = lines[..<place].reversed().prefix { $0.hasPrefix("///") }.reversed()
        let text = comment.map { $0.dropFirst(3).drop { $0 == " " } }
        let said = type.explanation.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.drop { $0 == " " }
        }
        #expect(said == text, "Run scripts/make-rule-texts.")
    }

    @Test("of a rule names each finding it can have, and shows how it is written", arguments: RuleType.allCases)
    func whole(_ type: RuleType) {
        for code in FindingCode.allCases where code.rules.contains(type) {
            #expect(type.explanation.contains(code.rawValue), "\(type.rawValue) says nothing of \(code.rawValue)")
        }
        #expect(type.summary.hasSuffix("."))
        #expect(type.explanation.contains("```"))
    }

    @Test("of a rule shows an example that can be read", arguments: RuleType.allCases)
    func example(_ type: RuleType) throws {
        let parts = type.explanation.split(separator: "```", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() where place % 2 == 1 {
            let text = part.drop { $0 != "\n" }.dropFirst()
            #expect(throws: Never.self, "\(text)") { try RuleNode(yaml: Array(text.utf8)) }
        }
    }

    @Test(
        "of a finding is what it is, why it matters and what finds it",
        arguments: [
            (
                "v05",
                """
                V05: numbers written in two ways (warn unless a rule says otherwise)

                Lists sort them wrongly, and tools take them for two chains.

                Found by the rule version_chain.
                """
            ),
            (
                "V15",
                """
                V15: frame range (error unless a rule says otherwise)

                Frames that are missing are found in the cinema, or just before.

                Found by the rules version_chain, sequence, and by rushes check --expect.
                """
            ),
            (
                "not-arrived",
                """
                not-arrived: not arrived (error unless a rule says otherwise)

                It was shot or made, and is not here.

                Found by rushes check --expect.
                """
            ),
        ])
    func code(_ word: String, _ text: String) {
        #expect(RuleExplanation.text(for: word) == text)
    }

    @Test("is there for every word, and for no other")
    func words() {
        #expect(RuleExplanation.words.count == 12 + 3 + FindingCode.allCases.count)
        #expect(RuleExplanation.words.allSatisfy { RuleExplanation.text(for: $0)?.isEmpty == false })
        #expect(RuleExplanation.text(for: "V19") == nil)
        #expect(RuleExplanation.text(for: "vfx-exchange")?.hasPrefix("# Shots that go to visual effects") == true)
    }
}
