/// What a check found.
public struct CheckReport: Sendable {
    /// The folder's names, for counts and sequences.
    public let named: NamedTree
    /// The findings, in the order of the tree.
    public let findings: FindingList
    /// The chains of versions that rules looked at; none without such a rule.
    public var chains = VersionChainList()
}
