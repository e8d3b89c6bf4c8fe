public import Checksums
public import FileTree
public import Manifests
public import Offload
public import Proof

/// What came of one card.
public struct CardOutcome: Sendable {
    /// What came of it on one destination.
    public struct Copy: Sendable {
        /// The destination as the person wrote it.
        public let destination: String
        /// Its path without links.
        public let path: String
        /// Its volume.
        public let volume: Volume
        /// Where the roll lies on it now.
        public let roll: RelativePath
        /// Its proofs.
        public let verified: VerifiedFiles
        /// Files that are not proved there, for a reason of its own.
        public let failures: [FileFailure]
        /// Why it was given up.
        public let failure: DestinationFailure?
        /// Whether the roll is sealed and complete there.
        public let isComplete: Bool
        /// Whether it had been finished before this run, and was only compared.
        public let wasFinished: Bool
        /// The manifests this run wrote.
        public let manifests: [SealedManifest]
        /// Checksums that were asked for and that the roll, finished before, was not sealed with.
        public let notSealed: [ChecksumAlgorithm]
        /// Names that the manifest cannot carry.
        public let unlistable: Int
        /// The legacy MHL list, where one was asked for.
        public let legacyList: RelativePath?
        /// What the destination could not do as it should.
        public let shortfalls: Shortfalls
        /// Bytes written to it in this run.
        public let bytesWritten: Int64
        /// How long copying and proving took, in nanoseconds.
        public let duration: Int64
    }

    /// The card.
    public let card: CardSurvey
    /// The roll's path below the destinations.
    public let roll: RelativePath
    /// The destinations.
    public let copies: [Copy]
    /// Files that no destination has, with the card as the reason.
    public let cardFailures: [FileFailure]
    /// The algorithms every proof carries, in order.
    public let algorithms: [ChecksumAlgorithm]
    /// The one that copies are compared by.
    public let comparing: ChecksumAlgorithm
    /// When the run began.
    public let startedAt: Instant
    /// When it ended.
    public let finishedAt: Instant
    /// Bytes read from the card once.
    public let bytesRead: Int64
    /// Bytes read from it again for single destinations.
    public let bytesReadAgain: Int64
    /// Whether the card was read a second time, past its cache.
    public let sourceTwice: Bool
    /// Whether a loop device counted as a block device.
    public let trustsLoop: Bool
    /// Whether it was stopped.
    public let isInterrupted: Bool
    /// Whether it was stopped after the copies, before their clips were read.
    public internal(set) var clipsWereStopped = false
    /// Who was at the cart.
    public let author: String?
    /// The person's line.
    public let note: String?
    /// The version of this program.
    public let version: String

    /// Files of the card, links and the like not counted.
    public var fileCount: Int { card.contents.files.count }

    /// Their size.
    public var size: ByteCount { card.contents.size }

    /// Whether every destination has the whole roll, sealed.
    public var isComplete: Bool { copies.allSatisfy { $0.isComplete && $0.failure == nil } && !isInterrupted }

    /// Whether the card was already on every destination.
    public var wasFinished: Bool { copies.allSatisfy(\.wasFinished) }

    /// How the card's files compare with its own manifests; goes through all of them.
    public var ownManifest: OwnManifest { OwnManifest(self) }

    /// How the run ended for this card.
    public var statuses: Set<RunStatus> {
        var statuses: Set<RunStatus> = []
        if isInterrupted || clipsWereStopped { statuses.insert(.interrupted) }
        for failure in cardFailures {
            statuses.insert(failure.isContentDifference ? .contentDiffers : .sourceUnreadable)
        }
        if !card.tree.unreadable.isEmpty { statuses.insert(.sourceUnreadable) }
        for copy in copies {
            if copy.failure != nil { statuses.insert(.destinationFailed) }
            for failure in copy.failures {
                let differs = failure.isContentDifference || copy.wasFinished
                statuses.insert(differs ? .contentDiffers : .destinationFailed)
            }
            if copy.unlistable > 0 { statuses.insert(.notInManifest) }
        }
        // Whatever the reason: a roll that is not whole never ends well.
        if statuses.isEmpty, !isComplete { statuses.insert(.destinationFailed) }
        return statuses
    }
}
