internal import Ingest
internal import NamingRules

/// What `rushes check --list-rules` prints: the kinds of rules and the presets, a line for each.
enum RuleListing {
    /// All of it.
    static var text: String {
        let rules = RuleType.allCases.map { ["  \($0.rawValue)", $0.summary] }
        let presets = Preset.allCases.map { ["  \($0.rawValue)", $0.title] }
        let rows = [["RULES", ""]] + rules + [["", ""], ["PRESETS", ""]] + presets
        return TextTable(rows).text + "\n\nrushes check --explain NAME tells of each; of a preset it prints the file.\n"
    }
}
