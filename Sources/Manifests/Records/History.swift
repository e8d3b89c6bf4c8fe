public import Checksums
public import FileTree

/// What the manifests of a folder say of it, all generations together.
///
/// Every format is read into one of these: a list of another kind is a history of one generation.
public struct History: Sendable {
    /// One manifest.
    public struct Generation: Hashable, Sendable {
        /// Its number, as its chain counts.
        public let number: Int
        /// The name of its file.
        public let name: String
        /// When it was made, as it says itself (xs:dateTime).
        public let createdAt: String
        /// `in-place`, `transfer` or `flatten`; empty in formats that do not say.
        public let process: String
        /// The name of the tool that wrote it.
        public let tool: String
        /// How many files it lists.
        public let fileCount: Int
        /// The C4 ID of its bytes.
        public let c4: Checksum
    }

    /// What is known of one file.
    public struct Record: Hashable, Sendable {
        /// Where it lies below the roll.
        public let path: RelativePath
        /// Its size as the newest generation that lists it says; nil when none says.
        public let size: ByteCount?
        /// Its checksums that were not marked as failed, the earliest first.
        public let checksums: [Checksum]
    }

    /// The two hashes of a folder in the newest generation that has them.
    public struct FolderHash: Hashable, Sendable {
        /// The place of that generation in ``History/generations``.
        public internal(set) var generation: Int
        /// The hashes over what the files hold, one an algorithm.
        public internal(set) var content: [Checksum]
        /// The hashes over names and contents, one an algorithm.
        public internal(set) var structure: [Checksum]
    }

    /// A nested history's manifest as its parent names it.
    struct Reference: Hashable, Sendable {
        let path: [UInt8]
        let c4: Checksum?
    }

    /// The manifests of the roll's own history, oldest first.
    public internal(set) var generations: [Generation] = []
    /// The patterns that the newest generation ignores; those of nested histories too where they were read.
    public internal(set) var ignorePatterns: [String] = []
    /// The files of the card that some generation says are not in the roll, and no later one lists.
    public internal(set) var failed: [FailedFile] = []
    /// The folders of histories nested in this one, below the roll; the direct ones only, unless all were read.
    public internal(set) var nested: [RelativePath] = []
    /// The algorithms that hash folders, in any generation.
    public internal(set) var folderHashAlgorithms: Set<ChecksumAlgorithm> = []
    /// The hashes of the roll's own folder; nil when no generation has them.
    public internal(set) var rootHash: FolderHash?
    /// Manifests that lie in the history's folder but not in its chain.
    public internal(set) var unlisted: [RelativePath] = []
    /// Sentences about what was read and could not be used, or was not written as it should be.
    public internal(set) var remarks: [String] = []

    /// Paths that lead out of the roll, as they are written; only the first ones are kept.
    var outside: [[UInt8]] = []
    /// What the parent has to say of manifests of nested histories.
    var references: [Reference] = []
    var records = RecordTable()

    init() {}

    /// How many files it knows.
    public var count: Int { records.fileCount }

    /// The files it knows, in the order in which they were first listed.
    public var paths: some Sequence<RelativePath> {
        records.files.map { RelativePath(unchecked: Array(records.path(of: $0))) }
    }

    /// The files it knows, as ``paths`` has them; the number finds a file's claims without looking for its path.
    public var files: some Sequence<(number: Int, path: RelativePath, size: ByteCount?)> {
        records.files.map { ($0, RelativePath(unchecked: Array(records.path(of: $0))), records.size(of: $0)) }
    }

    /// The folders it knows, in the order in which they were first listed.
    public var folders: some Sequence<RelativePath> {
        records.folders.map { RelativePath(unchecked: Array(records.path(of: $0))) }
    }

    /// What is known of a file; nil when no generation lists it.
    public func record(for path: RelativePath) -> Record? {
        record(at: path.bytes).map { Record(path: path, size: $0.size, checksums: $0.checksums) }
    }

    func record(at path: some Collection<UInt8>) -> (size: ByteCount?, checksums: [Checksum])? {
        guard let number = records.number(ofFileAt: path) else { return nil }
        return (records.size(of: number), records.claims(of: number).map(\.checksum))
    }

    /// What the manifests claim of a file, the earliest first; none when no generation lists it.
    public func claims(for path: RelativePath) -> [Claim] {
        records.number(ofFileAt: path.bytes).map { records.claims(of: $0) } ?? []
    }

    /// The same for a file of ``files``.
    public func claims(of number: Int) -> [Claim] { records.claims(of: number) }

    /// The same for a path in the raw bytes that a list has it in.
    public func claims(for path: [UInt8]) -> [Claim] {
        records.number(ofFileAt: path).map { records.claims(of: $0) } ?? []
    }

    /// The modification time of a file as the newest generation that lists it says.
    public func modified(of path: RelativePath) -> Instant? {
        records.number(ofFileAt: path.bytes).flatMap { records.modified(of: $0) }
    }

    /// The name a file had before, where the newest rename of it says so.
    public func previousPath(of path: RelativePath) -> RelativePath? {
        records.number(ofFileAt: path.bytes).flatMap { records.former(of: $0) }.map {
            RelativePath(unchecked: Array(records.path(of: $0)))
        }
    }

    /// The hashes of a folder below the roll; nil when no generation has them.
    public func folderHash(of path: RelativePath) -> FolderHash? {
        path.isRoot ? rootHash : records.folderHash(at: path.bytes)
    }

    /// What a folder below the roll is called after all renames.
    func currentName(ofFolder path: RelativePath) -> RelativePath {
        RelativePath(unchecked: records.currentPath(of: path.bytes))
    }

    /// Starts a generation: what is added from now on belongs to it.
    mutating func begin() {
        records.begin(generations.count)
    }

    /// Ends a generation, and puts its manifest on the list.
    mutating func end(_ generation: Generation) {
        records.endRenames()
        generations.append(generation)
        failed.removeAll { records.number(ofFileAt: $0.path.bytes) != nil }
    }

    /// Adds what a nested history knows, below its folder.
    mutating func add(_ other: History, at folder: RelativePath) {
        for number in other.records.files {
            let path = folder.appending(component: other.records.path(of: number))
            records.add(path.bytes, from: other.records, number)
        }
        nested += other.nested.map { folder.appending($0) }
        failed += other.failed.map { FailedFile(path: folder.appending($0.path), reason: $0.reason) }
        remarks += other.remarks
        unlisted += other.unlisted.map { folder.appending($0) }
    }
}
