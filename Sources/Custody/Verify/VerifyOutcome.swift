public import FileTree
public import Manifests

/// What came of verifying one path.
public struct VerifyOutcome: Sendable {
    /// How many files of each fate there were; a file that several manifests list counts once.
    public struct Counts: Hashable, Sendable {
        /// Content equal to what every manifest that lists the file says.
        public var equal = 0
        /// Content or size differs.
        public var differing = 0
        /// Listed and not there.
        public var missing = 0
        /// Folders listed and not there.
        public var missingFolders = 0
        /// Folders whose hash differs.
        public var differingFolders = 0
        /// Listed nowhere.
        public var notListed = 0
        /// Folders that the history around them does not list.
        public var foldersNotListed = 0
        /// Not readable.
        public var unreadable = 0
        /// Only the size is known, and it is equal.
        public var sizeEqual = 0
        /// Listed with nothing to compare.
        public var notCompared = 0
        /// In the folder of a history that cannot be used.
        public var unknown = 0
        /// Left out by a history's own patterns.
        public var ignored = 0
        /// Files of the system's, listed nowhere.
        public var system = 0
        /// Logs of ours beside the rolls.
        public var own = 0
        /// Links, FIFOs, sockets, devices, mounted volumes.
        public var special = 0
        /// Listed by a history, left out by its patterns since, and not there.
        public var leftOut = 0
        /// Listed, not there, and not asked for.
        public var notHere = 0

        init() {}
    }

    /// What one manifest or history had to say.
    public struct Witness: Sendable {
        /// What it is.
        public let format: ManifestFormat
        /// The list, or the folder of the history, below the folder that was verified.
        public let place: RelativePath
        /// The folder it is about.
        public let folder: RelativePath
        /// Its manifests, oldest first; none where it could not be read.
        public let generations: [History.Generation]
        /// Files it lists and that are equal.
        public internal(set) var equal = 0
        /// Files it lists and that differ.
        public internal(set) var differing = 0
        /// Files it lists that could not be read.
        public internal(set) var unreadable = 0
        /// Files it lists of which only the size was compared, and is equal.
        public internal(set) var sizeEqual = 0
        /// Files it lists with nothing that could be compared.
        public internal(set) var notCompared = 0
        /// Files and folders it lists and that are not there.
        public internal(set) var missing = 0
    }

    /// The path as the person wrote it.
    public let argument: String
    /// The folder that all paths start from, without links and relative parts.
    public let folder: String
    /// What of the folder was asked about: the root when all of it was.
    public let part: RelativePath
    /// The manifest or roll that judged it from elsewhere, as the person wrote it; nil when its own manifests did.
    public let against: String?
    /// The volume it lies on; nil where the system does not say.
    public let volume: Volume?
    /// Whether a loop device was taken for a device (tests only).
    public let trustedLoop: Bool
    /// The manifests that were asked.
    public internal(set) var witnesses: [Witness]
    /// What is to be said of the manifests themselves.
    public internal(set) var problems: [ManifestFinding]
    /// How many files of each fate.
    public internal(set) var counts = Counts()
    /// How much was read.
    public internal(set) var size = ByteCount.zero
    /// Whether all that was read was shown to come from the device, and not from a cache.
    public internal(set) var isFromDevice = true
    /// Whether only sizes were compared.
    public let sizesOnly: Bool
    /// Whether it was stopped before all was read.
    public internal(set) var isInterrupted = false
    /// Folders that could not be listed: nothing is known of what they hold.
    public internal(set) var unreadableFolders: [DiskError] = []
    /// Whether a generation was to be recorded.
    public let wasToRecord: Bool
    /// Whether folder hashes were to be compared.
    public let wasToCompareFolders: Bool
    /// How folders compare; none when that was not asked.
    public internal(set) var folders: [FolderJudgement] = []
    /// The manifests that were recorded, below the folder.
    public internal(set) var recorded: [SealedManifest] = []
    /// Why nothing was recorded of some roll, where that was asked.
    public internal(set) var notRecorded: [CustodyError] = []
    /// Threads that are stuck in the system: end the process with ``Machine/exitNow(_:)``.
    public internal(set) var leftThreadsBehind = false

    /// Every status that applies.
    public var statuses: Set<RunStatus> {
        var statuses = Set(problems.compactMap { $0.status.flatMap { RunStatus(rawValue: Int32($0)) } })
        // What one manifest says twice differently cannot both be so; what lies outside was not looked for.
        if problems.contains(where: { $0.code == .conflict }) { statuses.insert(.contentDiffers) }
        if problems.contains(where: { $0.code == .outside }) { statuses.insert(.missing) }
        if isInterrupted { statuses.insert(.interrupted) }
        if witnesses.isEmpty { statuses.insert(.noHistory) }
        if counts.differing > 0 { statuses.insert(.contentDiffers) }
        if counts.unreadable > 0 || !unreadableFolders.isEmpty { statuses.insert(.sourceUnreadable) }
        if counts.missing > 0 || counts.missingFolders > 0 { statuses.insert(.missing) }
        if counts.differingFolders > 0 { statuses.insert(.folderDiffers) }
        if counts.notListed > 0 || counts.foldersNotListed > 0 { statuses.insert(.notInManifest) }
        // 60 stands alone, before a start; here files were verified, and what came of them must be seen.
        statuses.formUnion(
            notRecorded.filter { $0.code != .notWritable }.map {
                $0.status == .obstacles ? .destinationFailed : $0.status
            })
        if counts.equal == 0 { statuses.insert(.nothingVerified) }
        return statuses
    }
}
