public import Checksums
public import FileTree

/// What is recorded of a folder that lies where it lies: everything that is known before its files are read.
public struct RecordRequest: Sendable {
    /// How much of the folder a generation is about.
    public enum Coverage: Sendable {
        /// All of it: folders are hashed, and every history in it gets a generation.
        case wholeFolder
        /// Only the files that are handed over: no folder hashes, and no generation where nothing is recorded.
        case someFiles
    }

    /// What lies there.
    public var tree: TreeSnapshot
    /// By entry number: whether it is meant; false for what the person leaves out.
    public var isPresent: [Bool]
    /// The algorithms that were asked for, all of them sealable; the first one hashes folders of a new history.
    public var algorithms: [ChecksumAlgorithm]
    /// The raw bytes of the folder's name.
    public var folderName: [UInt8]
    /// Who seals, with what.
    public var creator: Creator
    /// When the run started: names the manifests.
    public var startedAt: Instant
    /// New patterns to ignore, relative to the folder.
    public var ignore: [String]
    /// How much of the folder it is about.
    public var coverage: Coverage
    /// Whether a new file with the content of one that is gone is taken for the same file under a new name.
    public var detectsRenames: Bool

    /// Puts a request together.
    public init(
        tree: TreeSnapshot, isPresent: [Bool]? = nil, algorithms: [ChecksumAlgorithm], folderName: [UInt8],
        creator: Creator, startedAt: Instant, ignore: [String] = [], coverage: Coverage = .wholeFolder,
        detectsRenames: Bool = false
    ) {
        self.tree = tree
        self.isPresent = isPresent ?? Array(repeating: true, count: tree.entries.count)
        self.algorithms = algorithms
        self.folderName = folderName
        self.creator = creator
        self.startedAt = startedAt
        self.ignore = ignore
        self.coverage = coverage
        self.detectsRenames = detectsRenames
    }
}
