internal import FileTree

/// Walks a backup, once, and compares the folder with it.
struct BackupReading {
    /// The findings, those about the backup last.
    private(set) var list: FindingList
    /// What a person should know of the comparison.
    private(set) var remarks: [String] = []

    /// Nil where it was stopped before the whole backup was walked.
    init?(_ request: BackupRequest, of named: NamedTree, adding to: FindingList, _ shouldStop: () -> Bool) {
        list = to
        do throws(DiskError) {
            let tree = try TreeWalk.snapshot(of: request.disk, shouldStop: shouldStop)
            guard !shouldStop() else { return nil }
            let comparison = BackupComparison(named, NamedTree(tree))
            for finding in comparison.findings { list.add(finding) }
            remarks = comparison.remarks
        } catch {
            list.add(
                Finding(
                    rule: BackupComparison.rule, code: .unreadable, severity: .error, path: .root, sequence: nil,
                    marked: nil, sentence: "The backup could not be read: \(error.cause).",
                    nextStep: "Make it readable, and check again.", suggestion: nil, others: []))
        }
    }
}
