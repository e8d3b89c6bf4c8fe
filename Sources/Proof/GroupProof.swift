public import Checksums
public import FileTree

/// The read-back of a flushed group on one destination, from which its proofs are made.
public struct GroupProof: Sendable {
    private let volume: Volume
    private let trustsLoop: Bool
    private var found: [Int: Result<FoundContent, DiskError>] = [:]
    private var deviceBytes: Int64 = 0
    private var contentBytes: Int64 = 0

    /// Starts the read-back of a group; it takes a flush that succeeded.
    ///
    /// - Parameters:
    ///   - receipt: of the flush.
    ///   - volume: where the copies lie.
    ///   - trustsLoop: whether a loop device counts as a block device (tests only; recorded when used).
    public init(_ receipt: FlushReceipt, volume: Volume, trustsLoop: Bool) {
        self.volume = volume
        self.trustsLoop = trustsLoop
    }

    /// Adds what some files were found to hold, with the device bytes that reading them together took.
    public mutating func add(_ contents: [Int: Result<FoundContent, DiskError>], deviceBytes: Int64) {
        self.deviceBytes += deviceBytes
        for (number, content) in contents {
            found[number] = content
            if case .success(let content) = content { contentBytes += content.size.bytes }
        }
    }

    /// What a file was found to hold; nil when it was not read back.
    public func content(of number: Int) -> Result<FoundContent, DiskError>? { found[number] }

    /// The proof for a file: nil unless it was found equal in size and checksum to what the card gave.
    ///
    /// - Parameters:
    ///   - number: the file's number in the card's snapshot.
    ///   - size: what the card gave.
    ///   - checksums: the card's, in the order of the run's algorithms, the comparing one among them.
    ///   - sourceTwice: whether a second read of the card past its cache gave the same.
    ///   - instant: the time now.
    public func proof(
        of number: Int, size: ByteCount, checksums: [Checksum], sourceTwice: Bool, at instant: Instant
    ) -> VerifiedFile? {
        guard case .success(let content) = found[number], content.size == size, checksums.contains(content.checksum)
        else { return nil }
        return VerifiedFile(
            number: number, size: size, checksums: checksums, evidence: evidence(sourceTwice: sourceTwice),
            provedAt: instant, isFromEarlierRun: false)
    }

    private func evidence(sourceTwice: Bool) -> Evidence {
        guard volume.showsDevice(trustingLoop: trustsLoop), deviceBytes >= contentBytes else { return .readBack }
        return sourceTwice ? .provedSourceTwice : .proved
    }
}

extension Volume {
    /// Whether bytes read past the cache of this volume come from a device rather than from another cache.
    public func showsDevice(trustingLoop: Bool) -> Bool {
        kind.canProve && !disks.isEmpty && (!isOnLoop || trustingLoop)
    }
}
