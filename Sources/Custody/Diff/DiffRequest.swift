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
    /// How it compares.
    public let change: Change

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
        /// It could not be read.
        case unreadable(String)
        /// A folder that only the first has.
        case folderMissing
        /// A folder that only the second has.
        case folderNew

        /// The exit status that this alone leads to; nil when it is no difference.
        public var status: RunStatus? {
            switch self {
            case .same, .sameSize, .renamed: nil
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
        /// The checksums differ, as text, algorithm first.
        case checksums(String, String)
        /// The first byte that differs, and how many pieces of a MiB hold one; a size that differs counts as such.
        case bytes(firstAt: Int64, pieces: Int)
    }
}

/// Something that happens during a comparison.
public enum DiffEvent: Sendable {
    /// So much has been read of both sides.
    case progress(read: ByteCount)
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
    /// Files and folders that only the first side has.
    public internal(set) var missing = 0
    /// Files and folders that only the second side has.
    public internal(set) var new = 0
    /// Files with another name.
    public internal(set) var renamed = 0
    /// Files that could not be read.
    public internal(set) var unreadable = 0
    /// Whether it was stopped.
    public internal(set) var isInterrupted = false
    /// Threads that are stuck in the system: end the process with `Machine.exitNow`.
    public internal(set) var leftThreadsBehind = false
    /// What is to be said of the manifests themselves.
    public internal(set) var problems: [ManifestFinding] = []
    /// Statuses besides those of the files.
    var others: Set<RunStatus> = []

    init() {}

    /// Every status that applies; a rename alone is no difference.
    public var statuses: Set<RunStatus> {
        var statuses = others.union(problems.compactMap { $0.status.flatMap { RunStatus(rawValue: Int32($0)) } })
        if isInterrupted { statuses.insert(.interrupted) }
        if changed > 0 { statuses.insert(.contentDiffers) }
        if unreadable > 0 { statuses.insert(.sourceUnreadable) }
        if missing > 0 { statuses.insert(.missing) }
        if new > 0 { statuses.insert(.notInManifest) }
        return statuses
    }

    mutating func count(_ change: DiffFinding.Change) {
        switch change {
        case .same: same += 1
        case .sameSize: sameSize += 1
        case .changed: changed += 1
        case .missing, .folderMissing: missing += 1
        case .new, .folderNew: new += 1
        case .renamed: renamed += 1
        case .unreadable: unreadable += 1
        }
    }
}
