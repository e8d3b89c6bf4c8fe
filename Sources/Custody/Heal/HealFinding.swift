public import FileTree
public import Manifests
public import Proof

/// What came of one file that fails its manifest, or is missing.
public struct HealFinding: Sendable {
    /// What was wrong with it.
    public enum Ailment: Hashable, Sendable {
        /// Its content or size is not what the history says.
        case differs
        /// It is not there.
        case missing
        /// It could not be read.
        case unreadable(HashingFailure)
    }

    /// What was done.
    public enum Verdict: Hashable, Sendable {
        /// A proved file carries its name now; the damaged one lies at `damaged`, below the folder that holds the logs.
        case restored(Evidence, damaged: RelativePath?)
        /// The given copy has no such file.
        case notInGoodCopy
        /// The given copy's file does not pass the history either.
        case goodCopyFails
        /// The given copy's file could not be read.
        case goodCopyUnreadable(HashingFailure)
        /// The history has no checksum of it, so that no copy of it can be proved; `reason` where an offload left one.
        case unprovable(reason: String?)
        /// It could not be put in its place; why, as a clause.
        case failed(String)
    }

    /// Where it lies, or should lie, below the roll, in raw bytes.
    public let path: [UInt8]
    /// What was wrong with it.
    public let ailment: Ailment
    /// What was done.
    public let verdict: Verdict

    /// The status that this alone leads to; nil when it is healed.
    public var status: RunStatus? {
        switch verdict {
        case .restored: nil
        case .notInGoodCopy, .goodCopyFails: .contentDiffers
        case .goodCopyUnreadable: .contentDiffers
        case .unprovable: ailment == .missing ? .missing : .contentDiffers
        case .failed: .destinationFailed
        }
    }
}

/// What came of healing one copy.
public struct HealOutcome: Sendable {
    /// The copy as the person wrote it.
    public let copy: String
    /// The roll in it: its absolute path.
    public let roll: String
    /// Where good files came from: an absolute path; nil when none was looked for.
    public internal(set) var goodCopy: String?
    /// How many files the history lists and that are as it says.
    public internal(set) var whole = 0
    /// How many were restored, how many could not be.
    public internal(set) var restored = 0
    /// How many could not be restored.
    public internal(set) var remaining = 0
    /// Folders of the history that were missing and are there again.
    public internal(set) var restoredFolders: [RelativePath] = []
    /// Folders of the history that are missing and could not be made; why, as a clause.
    public internal(set) var failedFolders: [(path: RelativePath, why: String)] = []
    /// Where damaged files were put: an absolute path; nil when there were none.
    public internal(set) var damagedFolder: String?
    /// The manifests that were written.
    public internal(set) var manifests: [SealedManifest] = []
    /// Why no generation could be recorded; nil when one was, or nothing was to be recorded.
    public internal(set) var recordFailure: String?
    /// Restored files that no generation can list, as a pattern of the history leaves them out.
    public internal(set) var unlisted: [RelativePath] = []
    /// Files restored by an earlier run that was stopped, and recorded by this one.
    public internal(set) var recordedLate = 0
    /// Whether it was stopped.
    public internal(set) var isInterrupted = false
    /// Threads that are stuck in the system: end the process with ``Machine/exitNow(_:)``.
    public internal(set) var leftThreadsBehind = false
    var statuses: Set<RunStatus> = []

    /// How the command ends.
    public var status: RunStatus {
        RunStatus.worst(of: isInterrupted ? statuses.union([.interrupted]) : statuses)
    }
}
