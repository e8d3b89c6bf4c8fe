public import Checksums
public import FileTree
public import Manifests

/// Which two things are compared.
public struct DiffRequest: Sendable {
    /// The first: what should be.
    ///
    /// A folder is what it holds now; its `ascmhl` folder, a manifest of it or a list is what was written down.
    public var first: String
    /// The second: what is.
    public var second: String
    /// Whether a loop device counts as a device (tests only).
    public var trustsLoop = false

    /// Asks for a comparison.
    public init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }
}

/// How a file of the second side compares with the first.
public struct DiffFinding: Hashable, Sendable {
    /// Where it lies below its side, in raw bytes: in the second, or in the first if it is missing.
    public let path: [UInt8]
    /// Its size on the first side; nil when it is not there, or not known.
    public let firstSize: ByteCount?
    /// Its size on the second side; nil when it is not there, or not known.
    public let secondSize: ByteCount?
    /// How it compares.
    public let change: Change

    init(path: [UInt8], firstSize: ByteCount? = nil, secondSize: ByteCount? = nil, change: Change) {
        self.path = path
        self.firstSize = firstSize
        self.secondSize = secondSize
        self.change = change
    }

    /// One of the two that are compared.
    public enum Side: Hashable, Sendable {
        case first, second
    }

    /// How a file compares.
    public enum Change: Hashable, Sendable {
        /// The same content.
        case same
        /// The same size; nothing is known of the content on one side.
        case sameSize
        /// Another content.
        case changed(Difference)
        /// Only the first has it.
        case missing
        /// Only the second has it.
        case new
        /// The same content under another name; the path in the first.
        case renamed(from: [UInt8])
        /// It, or what lies in it, could not be read on one side.
        case unreadable(String, on: Side)
        /// A folder that only the first has.
        case folderMissing
        /// A folder that only the second has.
        case folderNew

        /// The exit status that this alone leads to; nil when it is no difference.
        public var status: RunStatus? {
            switch self {
            case .same, .renamed: nil
            case .sameSize: .nothingVerified
            case .changed: .contentDiffers
            case .missing, .folderMissing: .missing
            case .new, .folderNew: .notInManifest
            case .unreadable: .sourceUnreadable
            }
        }
    }

    /// Where two contents differ, as far as that is known.
    public enum Difference: Hashable, Sendable {
        /// The sizes differ, and a manifest knows no more.
        case sizes(ByteCount, ByteCount)
        /// The checksums differ.
        case checksums(Checksum, Checksum)
        /// The place of the first byte that differs, and how many pieces of a MiB hold one; bytes that one side has
        /// beyond the other's end differ.
        case bytes(firstAt: Int64, pieces: Int)
    }
}

/// Something that happens during a comparison.
public enum DiffEvent: Sendable {
    /// Both sides were looked at, and reading starts: so many files on each, so many bytes to read of both.
    case began(first: Int, second: Int, size: ByteCount)
    /// So much has been read of both sides.
    case progress(read: ByteCount, of: ByteCount)
    /// What was found of a file.
    case file(DiffFinding)
    /// It is done.
    case finished(DiffOutcome)
}

/// What came of a comparison.
public struct DiffOutcome: Hashable, Sendable {
    /// Files with the same content on both sides.
    public internal(set) var same = 0
    /// Files of which only the size could be compared.
    public internal(set) var sameSize = 0
    /// Files whose content differs.
    public internal(set) var changed = 0
    /// Files that only the first side has.
    public internal(set) var missing = 0
    /// Files that only the second side has.
    public internal(set) var new = 0
    /// Empty folders that only the first side has.
    public internal(set) var missingFolders = 0
    /// Empty folders that only the second side has.
    public internal(set) var newFolders = 0
    /// Files with another name.
    public internal(set) var renamed = 0
    /// Files and folders that could not be read.
    public internal(set) var unreadable = 0
    /// Files of one side in a folder that could not be listed on the other: whether it has them is not known.
    public internal(set) var unknown = 0
    /// Files that systems leave.
    public internal(set) var system = 0
    /// Files that the history leaves out by its patterns.
    public internal(set) var ignored = 0
    /// Logs of ours.
    public internal(set) var own = 0
    /// Links, FIFOs, sockets, devices, mounted volumes.
    public internal(set) var special = 0
    /// What the same files hold.
    public internal(set) var size = ByteCount.zero
    /// Whether it was stopped.
    public internal(set) var isInterrupted = false
    /// Threads that are stuck in the system: end the process with `Machine.exitNow`.
    public internal(set) var leftThreadsBehind = false
    /// What is to be said of the manifests themselves.
    public internal(set) var problems: [ManifestFinding] = []

    /// How many paths of the manifests lead out of the folder, as far as they are told.
    public var outside: Int { problems.count { $0.code == .outside } }

    init() {}

    /// Every status that applies; a rename alone is no difference.
    public var statuses: Set<RunStatus> {
        var statuses = Set(problems.compactMap { $0.status.flatMap { RunStatus(rawValue: Int32($0)) } })
        if isInterrupted { statuses.insert(.interrupted) }
        // What a manifest lists outside was not looked for, and is not among what is the same.
        if outside > 0 { statuses.insert(.missing) }
        if changed > 0 { statuses.insert(.contentDiffers) }
        if unreadable > 0 { statuses.insert(.sourceUnreadable) }
        if missing > 0 || missingFolders > 0 { statuses.insert(.missing) }
        if new > 0 || newFolders > 0 { statuses.insert(.notInManifest) }
        // A zero says that contents are equal: never of files of which nothing but the size is known.
        if sameSize > 0 { statuses.insert(.nothingVerified) }
        return statuses
    }

    mutating func count(_ change: DiffFinding.Change) {
        switch change {
        case .same: same += 1
        case .sameSize: sameSize += 1
        case .changed: changed += 1
        case .missing: missing += 1
        case .new: new += 1
        case .folderMissing: missingFolders += 1
        case .folderNew: newFolders += 1
        case .renamed: renamed += 1
        case .unreadable: unreadable += 1
        }
    }
}
