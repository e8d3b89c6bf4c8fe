/// What every rule has: a name, a place, a weight.
public struct RuleSettings: Hashable, Sendable {
    /// What it is called: `N6`.
    public let id: String
    /// Which of the twelve it is.
    public let type: RuleType
    /// The scope it looks at, by its id or as a pattern; nil for all but sealed trees.
    public let scope: String?
    /// The weight of its findings; nil for that of each finding's code.
    let severity: Severity?
    /// The weight of some of its findings, where the rule says it apart: `gaps: warn`.
    var severities: [FindingCode: Severity] = [:]
    /// The line it stands on.
    let line: Int

    /// How much a finding of this rule matters.
    func severity(of code: FindingCode) -> Severity { severities[code] ?? severity ?? code.severity }
}
