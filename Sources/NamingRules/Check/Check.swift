public import FileTree

/// Looks at a folder by a house's rules.
public struct Check: Sendable {
    private let request: CheckRequest

    /// Prepares a check.
    public init(_ request: CheckRequest) {
        self.request = request
    }

    /// Walks the folder once, reads what the rules ask for, and lets each rule judge.
    ///
    /// - Throws: when the folder itself cannot be looked at.
    public func run(
        on disk: any ReadableDisk, shouldStop: @Sendable () -> Bool = { false }
    ) throws(DiskError) -> CheckReport {
        var folder = CheckedFolder(named: NamedTree(try TreeWalk.snapshot(of: disk)), now: request.now)
        if request.rules?.rules.contains(where: { $0.needs.contains(.cards) }) == true {
            folder.findCards(on: disk, label: request.name)
        }
        var list = FindingList()
        for failure in folder.named.tree.unreadable {
            list.add(
                Finding(
                    rule: "check", code: .unreadable, severity: .error, path: failure.place, sequence: nil, marked: nil,
                    sentence: "It could not be read: \(failure.cause).", nextStep: "Make it readable, and check again.",
                    suggestion: nil,
                    others: []))
        }
        var chains = VersionChainList()
        for rule in request.rules?.rules ?? [] where !shouldStop() {
            var findings = RuleFindings(rule.settings, in: folder, adding: list)
            findings.chains = chains
            rule.judge(ScopedThings(folder: folder, things: Array(folder.named.things.indices)), into: &findings)
            (list, chains) = (findings.list, findings.chains)
        }
        return CheckReport(named: folder.named, findings: list, chains: chains)
    }
}
