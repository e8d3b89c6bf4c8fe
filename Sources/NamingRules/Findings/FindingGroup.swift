/// Findings of one rule that say the same of several names.
public struct FindingGroup: Sendable {
    /// Its rule, its code, and its weight.
    public let kind: FindingList.Kind
    /// Which of the twelve its rule is; nil where it is none.
    public let type: RuleType?
    /// Those that are listed.
    public let findings: [Finding]
    /// How many there are, listed or not.
    public let count: Int

    /// The groups of a report: errors before warnings before notes, then by rule as the file has them, then by code.
    ///
    /// - Parameter rules: the rules that were asked.
    public static func all(in list: FindingList, _ rules: [RuleSettings]) -> [FindingGroup] {
        let listed = Dictionary(grouping: list.findings) { FindingList.Kind($0) }
        let order = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let codes = Dictionary(uniqueKeysWithValues: FindingCode.allCases.enumerated().map { ($1, $0) })
        let kinds = list.counts.keys.sorted { one, other in
            let (first, second) = (order[one.rule] ?? rules.count, order[other.rule] ?? rules.count)
            return (one.severity, first, one.rule, codes[one.code] ?? 0)
                < (other.severity, second, other.rule, codes[other.code] ?? 0)
        }
        return kinds.map { kind in
            FindingGroup(
                kind: kind, type: order[kind.rule].map { rules[$0].type }, findings: listed[kind] ?? [],
                count: list.counts[kind] ?? 0)
        }
    }

    /// What is to be done where that is the same for all of them; nil where it is not, or there is one alone.
    public var sharedNextStep: String? {
        guard findings.count > 1, let next = findings.first?.nextStep else { return nil }
        return findings.allSatisfy { $0.nextStep == next } ? next : nil
    }
}

extension FindingList.Kind {
    /// The kind of a finding.
    init(_ finding: Finding) { self.init(rule: finding.rule, code: finding.code, severity: finding.severity) }
}
