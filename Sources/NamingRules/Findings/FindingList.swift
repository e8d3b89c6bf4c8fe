/// What was found, in the order it was found, and how much of it.
public struct FindingList: Sendable {
    /// What is listed.
    public private(set) var findings: [Finding] = []
    /// How many of a rule, a code and a severity were found, listed or not.
    public private(set) var counts: [Kind: Int] = [:]

    /// What is counted together.
    public struct Kind: Hashable, Sendable {
        /// The id of the rule.
        public let rule: String
        /// What kind of finding.
        public let code: FindingCode
        /// How much it matters.
        public let severity: Severity

        /// Names a kind.
        public init(rule: String, code: FindingCode, severity: Severity) {
            (self.rule, self.code, self.severity) = (rule, code, severity)
        }
    }

    /// So many of a kind are listed, the rest is counted: a whole show under the wrong rule file would fill the memory,
    /// and nobody reads more.
    public static let mostOfAKind = 20_000

    /// Nothing yet.
    public init() {}

    /// Adds a finding, or counts it where there are too many of its kind.
    public mutating func add(_ finding: Finding) {
        let kind = Kind(rule: finding.rule, code: finding.code, severity: finding.severity)
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= FindingList.mostOfAKind { findings.append(finding) }
    }

    /// Takes back the name that a finding suggests.
    mutating func takeBackSuggestion(at place: Int) { findings[place] = findings[place].withoutSuggestion }

    /// How many are of a severity, listed or not.
    public func count(of severity: Severity) -> Int {
        counts.reduce(0) { $0 + ($1.key.severity == severity ? $1.value : 0) }
    }

    /// How many were counted and are not listed.
    public var unlisted: Int { counts.values.reduce(0, +) - findings.count }
}
