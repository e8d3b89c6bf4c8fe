internal import FileTree

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

    /// Leaves out that extensions are written in two ways where it is told of the same files that they are one version
    /// and differ: that is the heavier of the two, and nobody needs both.
    mutating func leaveOutTwinsOfVersions() {
        var doubled: [RelativePath: Int] = [:]
        for (number, finding) in findings.enumerated() where finding.code == .doubledVersion {
            for path in [finding.path] + finding.others { doubled[path] = number }
        }
        guard !doubled.isEmpty else { return }
        var kept: [Finding] = []
        for finding in findings {
            if finding.code == .twinExtensions, let number = doubled[finding.path], !finding.others.isEmpty,
                finding.others.allSatisfy({ doubled[$0] == number })
            {
                let kind = Kind(finding)
                counts[kind] = counts[kind].flatMap { $0 > 1 ? $0 - 1 : nil }
            } else {
                kept.append(finding)
            }
        }
        findings = kept
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
