public import FileTree

/// What is checked, and against what.
public struct CheckRequest: Sendable {
    /// The folder's own name, for sentences.
    public var name: String
    /// The rules; nil for none.
    public var rules: RuleFile?
    /// The moment of the check.
    public var now: Instant
    /// What should be there; nil where nobody said.
    public var expected: ExpectedDay?
    /// What was published; nil where nobody keeps a ledger.
    public var ledger: LedgerRequest?
    /// A folder that should hold the same; nil where none is compared.
    public var backup: BackupRequest?

    /// Whether the whole folder is a card, on which nothing is renamed.
    public var isSealed = false

    /// Puts a request together.
    public init(name: String, rules: RuleFile?, now: Instant) {
        (self.name, self.rules, self.now) = (name, rules, now)
    }
}
