internal import FileTree

/// Walks a backup, once, and compares the folder with it.
struct BackupReading {
    /// The findings, those about the backup last.
    private(set) var list: FindingList
    /// What a person should know of the comparison.
    private(set) var remarks: [String] = []

    init(_ request: BackupRequest, of named: NamedTree, adding to: FindingList) {
        list = to
        do throws(DiskError) {
            let comparison = BackupComparison(named, NamedTree(try TreeWalk.snapshot(of: request.disk)))
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
