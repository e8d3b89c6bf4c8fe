import NamingRules
import Testing

@Suite("Chains of versions")
struct VersionChainRuleTests {
    private func lines(_ names: [String], _ keys: String = "") throws -> [String] {
        try CheckStage(names: names, "rules: [{id: N6, type: version_chain\(keys)}]").lines()
    }

    @Test("say which numbers are missing, once a chain")
    func gaps() throws {
        #expect(
            try lines(
                [
                    "comp_v001.mov", "comp_v002.mov", "comp_v004.mov", "comp_v008.mov", "other_v003.mov",
                    "zero_v000.mov",
                    "zero_v001.mov",
                ], ", gaps: info") == [
                    "N6 V01 info comp_v004.mov [5..<9]: v003 and v005 to v007 are missing: v001 and v008 are there. "
                        + "Find out whether they were ever made, and ask for what was."
                ])
    }
}
