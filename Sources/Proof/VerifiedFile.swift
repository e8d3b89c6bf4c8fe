public import Checksums
public import FileTree

/// Proof that one copy of one file was flushed, read back and found equal to what was read from the card.
///
/// Only the read-back makes one, or a record of an earlier read-back that still holds; sealing a transfer asks
/// for nothing else. So "a manifest of unverified files" does not compile.
public struct VerifiedFile: Hashable, Sendable {
    /// The file's number in the card's snapshot.
    public let number: Int
    /// Its size.
    public let size: ByteCount
    /// The card's checksums, in the order of the run's algorithms.
    public let checksums: [Checksum]
    /// How it is known.
    public let evidence: Evidence
    /// When it was read back.
    public let provedAt: Instant
    /// Whether an earlier run read it back and this one only found it unchanged.
    public let isFromEarlierRun: Bool

    init(
        number: Int, size: ByteCount, checksums: [Checksum], evidence: Evidence, provedAt: Instant,
        isFromEarlierRun: Bool
    ) {
        precondition(size >= .zero, "a file cannot be smaller than nothing")
        self.number = number
        self.size = size
        self.checksums = checksums
        self.evidence = evidence
        self.provedAt = provedAt
        self.isFromEarlierRun = isFromEarlierRun
    }
}
