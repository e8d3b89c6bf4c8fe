/// What a check found.
public struct CheckReport: Sendable {
    /// The folder's names, for counts and sequences.
    public let named: NamedTree
    /// The findings, in the order of the tree.
    public let findings: FindingList
    /// What a person should know of the check itself, each a sentence: what it compared with, and what it could not.
    public internal(set) var remarks: [String] = []
    /// What is published and in no ledger yet; nil where nobody asked to record, or not all of it could be read.
    public internal(set) var unrecorded: [Ledger.Line]?
    /// How many files were added to the ledger; nil where nobody asked, or nothing could be told.
    public internal(set) var recorded: Int?
    /// Whether threads are left behind that a disk never answered: then the process must end at once.
    public internal(set) var leftThreadsBehind = false
    /// The chains of versions that rules looked at; none without such a rule.
    public var chains = VersionChainList()
    /// What of a list is there; nil without one.
    ///
    /// Its findings are among the others.
    public internal(set) var expected: ExpectedComparison?

    init(named: NamedTree, findings: FindingList) {
        (self.named, self.findings) = (named, findings)
    }
}
