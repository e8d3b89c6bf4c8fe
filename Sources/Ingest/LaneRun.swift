internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload
internal import Proof

/// One card on one destination, from the lock to the log.
struct LaneRun: Sendable {
    let destination: Destination
    let place: RollPlace
    let state: RollState
    var lock: HeldLock?
    /// What the copy works with; nil until the lane is prepared.
    var lane: Lane?
    /// When the run that this one completes began; names the manifest.
    var startedAt: Instant
    var failure: DestinationFailure?
    var failures: [FileFailure] = []
    var shortfalls = Shortfalls()
    var bytesWritten: Int64 = 0
    var receipt: SealReceipt?
    var legacyList: RelativePath?
    /// Whether the roll carries its own name, sealed and complete.
    var isComplete = false
    /// From the first byte to the last proof, in nanoseconds.
    var duration: Int64 = 0
    var logs: [String] = []

    var disk: any Disk { destination.disk }

    /// Whether the roll was finished before this run.
    var wasSealed: Bool {
        if case .sealed = state { return true }
        return false
    }

    /// What manifests on the destination hold of the roll, finished or not.
    var history: History? {
        switch state {
        case .absent: nil
        case .unfinished(_, _, let history): history
        case .sealed(_, let history, _): history
        }
    }

    /// The manifests of the finished roll, if it was finished before this run.
    var sealedHistory: History? {
        if case .sealed(_, let history, _) = state { return history }
        return nil
    }

    /// What was asked for and a roll that was finished before, and stays as it is, was not sealed with.
    func notSealed(of asked: [ChecksumAlgorithm]) -> [ChecksumAlgorithm] {
        guard lane?.base == place.roll, let sealed = sealedHistory?.algorithms else { return [] }
        return asked.filter { !sealed.contains($0) }
    }

    /// Whether it was given up because it does not answer: then it is asked nothing more.
    var isSilent: Bool {
        if case .silent = failure?.cause { return true }
        return false
    }

    mutating func give(up cause: DestinationFailure.Cause) {
        if failure == nil { failure = DestinationFailure(cause) }
    }

    /// Takes over what a copy did on this destination.
    mutating func take(_ outcome: CopyOutcome.Lane) {
        lane?.verified = outcome.verified
        failures += outcome.failures
        if failure == nil { failure = outcome.failure }
        shortfalls += outcome.shortfalls
        bytesWritten += outcome.bytesWritten
    }
}
