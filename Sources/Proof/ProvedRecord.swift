public import Checksums
public import FileTree

/// What a journal remembers of a proof: enough to know later whether it still holds.
public struct ProvedRecord: Hashable, Sendable {
    /// The file's number in the card's snapshot.
    public let number: Int
    /// What the destination said of the file when it had its place.
    public let attributes: FileAttributes
    /// The card's checksums, in the order of the run's algorithms.
    public let checksums: [Checksum]
    /// How it was known.
    public let evidence: Evidence
    /// When it was read back.
    public let provedAt: Instant

    /// Writes down a proof together with what the destination says of the file.
    public init(_ file: VerifiedFile, attributes: FileAttributes) {
        self.init(
            number: file.number, attributes: attributes, checksums: file.checksums, evidence: file.evidence,
            provedAt: file.provedAt)
    }

    /// Puts a record together again from its parts; it is a claim, not a proof.
    package init(
        number: Int, attributes: FileAttributes, checksums: [Checksum], evidence: Evidence, provedAt: Instant
    ) {
        self.number = number
        self.attributes = attributes
        self.checksums = checksums
        self.evidence = evidence
        self.provedAt = provedAt
    }

    /// The proof, if nothing that would tell of a change has changed; nil where that cannot be told.
    ///
    /// - Parameters:
    ///   - now: what the destination says of the file now.
    ///   - kind: the destination's file system.
    public func stillHolds(_ now: FileAttributes, on kind: FileSystemKind) -> VerifiedFile? {
        // The device number may differ from one mount to the next; the journal binds to the volume itself.
        guard kind.keepsChangeTimes, now.kind == .file, now.size == attributes.size,
            now.modified == attributes.modified, now.changed == attributes.changed, now.inode == attributes.inode
        else { return nil }
        return VerifiedFile(
            number: number, size: attributes.size, checksums: checksums, evidence: evidence, provedAt: provedAt,
            isFromEarlierRun: true)
    }
}
