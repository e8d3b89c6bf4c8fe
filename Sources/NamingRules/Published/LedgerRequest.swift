/// What was published, as the person has it in a ledger.
public struct LedgerRequest: Sendable {
    /// What is written down.
    public var ledger: Ledger
    /// Whether what is published now and not written down yet is to be.
    public var isRecording: Bool

    /// Puts a request together.
    public init(_ ledger: Ledger, isRecording: Bool = false) {
        (self.ledger, self.isRecording) = (ledger, isRecording)
    }
}

extension CheckReport {
    /// Writes down what is published now, and counts it in `recorded`.
    ///
    /// Only what the ledger does not have is added. A check that was stopped before all was read writes nothing.
    public mutating func record(in file: LedgerFile) throws(CheckArgumentError) {
        guard let unrecorded else { return }
        recorded = try file.add(unrecorded)
    }
}
