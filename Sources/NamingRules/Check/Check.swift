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
        run(over: try TreeWalk.snapshot(of: disk, shouldStop: shouldStop), on: disk, shouldStop: shouldStop)
    }

    /// The same of a folder that was walked already.
    public func run(
        over tree: TreeSnapshot, on disk: any ReadableDisk, shouldStop: @Sendable () -> Bool = { false }
    ) -> CheckReport {
        let named = NamedTree(tree)
        guard !shouldStop() else { return CheckReport(named: named, findings: FindingList()) }
        var scoped = look(at: named, on: disk, shouldStop)
        var published = PublishedComparison(scoped, request, on: disk)
        published?.run(on: disk, shouldStop: shouldStop)
        scoped.folder.published = published?.files ?? PublishedFiles()
        scoped.folder.unread = scoped.folder.unreadThings(and: scoped.folder.published.unread)
        let (judged, chains) = judge(scoped, shouldStop)
        var list = judged
        // Of half a tree nothing is said to be missing.
        let expected = shouldStop() ? nil : request.expected?.compare(with: scoped.folder.named, called: request.name)
        for finding in expected?.findings ?? [] { list.add(finding) }
        let backup = request.backup.flatMap { BackupReading($0, of: scoped.folder.named, adding: list, shouldStop) }
        var report = CheckReport(named: scoped.folder.named, findings: backup?.list ?? list)
        report.chains = chains
        report.remarks = [named.passedOver].compactMap(\.self)
        report.remarks += published?.remarks ?? PublishedComparison.idle(request.rules)
        report.remarks += (expected?.remarks ?? []) + (backup?.remarks ?? [])
        report.expected = expected
        report.unrecorded = published?.unrecorded
        report.leftThreadsBehind = scoped.folder.leftThreadsBehind || published?.leftThreadsBehind == true
        return report
    }

    /// What could not be read, what each rule finds, and what the ledger has besides.
    private func judge(_ scoped: ScopedFolder, _ shouldStop: @Sendable () -> Bool) -> (FindingList, VersionChainList) {
        var (list, chains) = (FindingList(), VersionChainList())
        for failure in scoped.folder.named.tree.unreadable {
            list.add(.unreadable(failure.place, failure.cause))
        }
        scoped.folder.tellUnread(into: &list)
        for rule in request.rules?.rules ?? [] where !shouldStop() {
            var findings = RuleFindings(rule.settings, in: scoped.folder, adding: list)
            findings.chains = chains
            rule.judge(scoped.things(of: rule.settings), into: &findings)
            (list, chains) = (findings.list, findings.chains)
        }
        list.leaveOutTwinsOfVersions()
        if let rules = request.rules { SuggestionCheck(scoped.folder, rules).run(on: &list, shouldStop: shouldStop) }
        var findings = RuleFindings(.ofLedger, in: scoped.folder, adding: list)
        findings.add(scoped.folder.published.changes(of: PublishedFiles.ofNoRule))
        return (findings.list, chains)
    }

    /// Reads what the rules ask for.
    private func look(
        at named: NamedTree, on disk: any ReadableDisk, _ shouldStop: @Sendable () -> Bool
    ) -> ScopedFolder {
        var folder = CheckedFolder(named: named, now: request.now)
        guard let rules = request.rules else { return ScopedFolder(folder, nil) }
        if rules.needsCards { folder.findCards(on: disk, label: request.name) }
        if rules.rules.contains(where: { $0.needs.contains(.templates) }) {
            folder.matches = TemplateMatches(of: named, by: rules.templates, shouldStop: shouldStop)
        }
        var scoped = ScopedFolder(folder, rules)
        if request.isSealed { scoped.folder.sealed = Array(repeating: true, count: named.things.count) }
        scoped.readFiles(for: rules.rules, on: disk, shouldStop: shouldStop)
        return scoped
    }
}
