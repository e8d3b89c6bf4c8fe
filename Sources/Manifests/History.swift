public import Checksums
public import FileTree

/// What the manifests of a roll say of it, all generations together.
public struct History: Sendable {
    /// One manifest.
    public struct Generation: Hashable, Sendable {
        /// Its number, as its chain counts.
        public let number: Int
        /// The name of its file.
        public let name: String
        /// When it was made, as it says itself (xs:dateTime).
        public let createdAt: String
        /// `in-place`, `transfer` or `flatten`.
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
        /// For each algorithm the first checksum that was not marked as failed.
        public let checksums: [Checksum]
    }

    /// A nested history's manifest as its parent names it.
    struct Reference: Hashable, Sendable {
        let path: [UInt8]
        let c4: Checksum?
    }

    /// The manifests of the roll's own history, oldest first.
    public internal(set) var generations: [Generation] = []
    /// The patterns that the newest generation ignores.
    public internal(set) var ignorePatterns: [String] = []
    /// The files of the card that the newest generation says are not in the roll.
    public internal(set) var failed: [FailedFile] = []
    /// The folders of histories nested in this one, below the roll; the direct ones only, unless all were read.
    public internal(set) var nested: [RelativePath] = []
    /// The algorithms that hash folders, in any generation.
    public internal(set) var folderHashAlgorithms: Set<ChecksumAlgorithm> = []
    /// Manifests that lie in the history's folder but not in its chain.
    public internal(set) var unlisted: [RelativePath] = []
    /// Sentences about what was read and could not be used: records that lead out of the roll, unknown hashes.
    public internal(set) var remarks: [String] = []

    private var table = PathTable()
    private var sizes: [Int64] = []
    private var checksums = ChecksumTable()
    /// False for a path whose file was given another name.
    private var isCurrent: [Bool] = []
    /// By path, how many generations had been read when it was listed last.
    private var listedAt: [Int32] = []

    init() {}

    /// How many files it knows.
    public var count: Int { isCurrent.lazy.filter { $0 }.count }

    /// The files it knows, in the order in which they were first listed.
    public var paths: some Sequence<RelativePath> {
        isCurrent.indices.lazy.filter { isCurrent[$0] }.map { RelativePath(unchecked: Array(table[$0])) }
    }

    /// What is known of a file; nil when no generation lists it.
    public func record(for path: RelativePath) -> Record? {
        record(at: path.bytes).map { Record(path: path, size: $0.size, checksums: $0.checksums) }
    }

    func record(at path: some Collection<UInt8>) -> (size: ByteCount?, checksums: [Checksum])? {
        guard let number = table.number(of: path), isCurrent[number] else { return nil }
        let size = sizes[number] < 0 ? nil : ByteCount(sizes[number])
        return (size, checksums[number])
    }

    /// Adds what a generation says of a file; generations come oldest first.
    ///
    /// - Returns: false when the same generation has listed the file before.
    @discardableResult
    mutating func add(
        _ path: RelativePath, size: Int64?, checksums found: [Checksum], previousPath: RelativePath?
    ) -> Bool {
        let former = previousPath.flatMap { table.number(of: $0.bytes) }
        let number = table.insert(path.bytes)
        if number == sizes.count {
            sizes.append(-1)
            isCurrent.append(true)
            listedAt.append(-1)
            checksums.makeRoom()
        }
        let isFirst = listedAt[number] != generations.count
        listedAt[number] = Int32(generations.count)
        isCurrent[number] = true
        if let size { sizes[number] = size }
        if let former, former != number, isCurrent[former] {
            // The file is the same one under a new name: what was known of it still is, and what was known of
            // another file of this name is not.
            checksums.forget(number)
            for checksum in checksums[former] { checksums.add(checksum, to: number) }
            checksums.forget(former)
            isCurrent[former] = false
        }
        for checksum in found { checksums.add(checksum, to: number) }
        return isFirst
    }

    /// Adds what a nested history knows, below its folder.
    mutating func add(_ other: History, at folder: RelativePath) {
        for path in other.paths {
            guard let record = other.record(at: path.bytes) else { continue }
            add(
                folder.appending(path), size: record.size?.bytes, checksums: record.checksums, previousPath: nil)
        }
        nested += other.nested.map { folder.appending($0) }
        remarks += other.remarks
        unlisted += other.unlisted.map { folder.appending($0) }
    }
}

/// For each number a short list of checksums, all bytes in one block.
struct ChecksumTable: Sendable {
    private struct Entry {
        var next: Int32
        var algorithm: ChecksumAlgorithm
        var start: Int
    }

    private var heads: [Int32] = []
    private var entries: [Entry] = []
    private var digests: [UInt8] = []

    subscript(number: Int) -> [Checksum] {
        var found: [Checksum] = []
        var next = heads[number]
        while next >= 0 {
            let entry = entries[Int(next)]
            let bytes = Array(digests[entry.start..<entry.start + entry.algorithm.digestLength])
            found.append(Checksum(entry.algorithm, unchecked: bytes))
            next = entry.next
        }
        return found
    }

    mutating func makeRoom() {
        heads.append(-1)
    }

    mutating func forget(_ number: Int) {
        heads[number] = -1
    }

    /// Adds a checksum, unless there is one of its algorithm already.
    mutating func add(_ checksum: Checksum, to number: Int) {
        var last: Int32 = -1
        var next = heads[number]
        while next >= 0 {
            guard entries[Int(next)].algorithm != checksum.algorithm else { return }
            last = next
            next = entries[Int(next)].next
        }
        let new = Int32(entries.count)
        entries.append(Entry(next: -1, algorithm: checksum.algorithm, start: digests.count))
        digests += checksum.bytes
        if last < 0 { heads[number] = new } else { entries[Int(last)].next = new }
    }
}
