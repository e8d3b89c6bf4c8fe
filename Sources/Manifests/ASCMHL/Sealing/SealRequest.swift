public import Checksums
public import FileTree
public import Proof

/// What is sealed on one destination: a roll as it lies there, with the proofs of its files.
public struct SealRequest: Sendable {
    /// What the card holds.
    public var tree: TreeSnapshot
    /// By entry number: whether the roll on this destination holds it.
    ///
    /// False for what was left out, is no file or folder, or failed.
    public var isPresent: [Bool]
    /// The proofs, by entry number; only files that are in it are listed.
    public var verified: VerifiedFiles
    /// The algorithms to write, all of them sealable and among those of `verified`; the first one hashes folders.
    public var algorithms: [ChecksumAlgorithm]
    /// The raw bytes of the roll's final name; the folder itself may still carry another.
    public var rollName: [UInt8]
    /// Who seals, with what.
    public var creator: Creator
    /// When the run started: names the manifests and tells this run from others.
    public var startedAt: Instant
    /// Patterns to ignore, besides `.DS_Store`, `ascmhl`, `ascmhl/` and those the history has already.
    public var ignore: [String]
    /// Files of the card that are not in this roll.
    public var failed: [FailedFile]

    /// Puts a request together.
    public init(
        tree: TreeSnapshot, isPresent: [Bool], verified: VerifiedFiles, algorithms: [ChecksumAlgorithm],
        rollName: [UInt8], creator: Creator, startedAt: Instant, ignore: [String] = [], failed: [FailedFile] = []
    ) {
        self.tree = tree
        self.isPresent = isPresent
        self.verified = verified
        self.algorithms = algorithms
        self.rollName = rollName
        self.creator = creator
        self.startedAt = startedAt
        self.ignore = ignore
        self.failed = failed
    }
}

/// Who writes a manifest, and with what.
public struct Creator: Hashable, Sendable {
    /// The name of this tool.
    public static let ownTool = "rushes"

    /// The machine's name.
    public var hostname: String
    /// The tool's name.
    public var tool: String
    /// The tool's version.
    public var version: String
    /// The person, as they wish to be named; `Name <a@b.c>` is understood.
    public var author: String?
    /// What they want to say.
    public var comment: String

    /// Names a creator.
    public init(
        hostname: String, tool: String = Creator.ownTool, version: String, author: String? = nil, comment: String = ""
    ) {
        self.hostname = hostname
        self.tool = tool
        self.version = version
        self.author = author
        self.comment = comment
    }
}

/// A file of the card that a roll does not hold, and why.
public struct FailedFile: Hashable, Sendable {
    /// Where it would lie below the roll.
    public let path: RelativePath
    /// Why it is not there, for people.
    public let reason: String

    /// Names a file and a reason.
    public init(path: RelativePath, reason: String) {
        self.path = path
        self.reason = reason
    }
}
