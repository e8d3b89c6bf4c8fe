internal import Checksums
internal import FileTree

/// Everything that is fixed before the first byte of a tree is read.
struct HashCourse: Sendable {
    let disk: any ReadableDisk
    let tree: TreeSnapshot
    let base: RelativePath
    /// By entry number, the checksums to take.
    let wanted: [AlgorithmSet]
    let trustsLoop: Bool
    let limits: HashingLimits
    /// The numbers of the files to read, in the order of the snapshot.
    let files: [Int]
    /// The algorithms that share a thread when large files are hashed: the fast ones one, each slow one its own.
    let lines: [[ChecksumAlgorithm]]
    /// Threads that read: as many as can have something to do.
    let readers: Int

    init(
        disk: any ReadableDisk, tree: TreeSnapshot, base: RelativePath, wanted: [AlgorithmSet], trustsLoop: Bool,
        limits: HashingLimits
    ) {
        self.disk = disk
        self.tree = tree
        self.base = base
        self.wanted = wanted
        self.trustsLoop = trustsLoop
        self.limits = limits
        files = tree.entries.indices.filter { tree.entries[$0].kind == .file && !wanted[$0].isEmpty }
        var small = 0
        var ofLarge: AlgorithmSet = []
        for number in files {
            if tree.entries[number].size <= limits.smallFile.bytes {
                small += 1
            } else {
                ofLarge.formUnion(wanted[number])
            }
        }
        lines = HashCourse.lines(for: ofLarge.algorithms)
        let atOnce = limits.cache == .used ? limits.cachedReaders : limits.smallReaders
        readers = max(min(atOnce, small), ofLarge.isEmpty ? 0 : limits.requests)
    }

    /// Whether the file of that number is read and hashed by one thread, going by what the snapshot says.
    func isSmall(_ number: Int) -> Bool { tree.entries[number].size <= limits.smallFile.bytes }

    /// Where a file lies on the disk.
    func path(of number: Int) -> RelativePath { base.appending(tree.path(of: number)) }

    /// Opens a file in the way the limits ask for, and says what it is now.
    func open(_ number: Int) throws(DiskError) -> (file: DiskFile, before: FileAttributes) {
        let file = try disk.openForReading(path(of: number), direct: limits.cache == .passed)
        do throws(DiskError) {
            // Without direct I/O the pages are dropped first; whether that worked shows in the thread's own count.
            forget(file)
            return (file, try disk.attributes(of: file))
        } catch {
            disk.close(file)
            throw error
        }
    }

    /// Drops what the cache holds of a file that could not be opened past it.
    func forget(_ file: DiskFile) {
        if limits.cache == .passed, !file.isDirect { disk.dropCache(of: file) }
    }

    private static func lines(for algorithms: [ChecksumAlgorithm]) -> [[ChecksumAlgorithm]] {
        let fast = algorithms.filter(\.isFast)
        return (fast.isEmpty ? [] : [fast]) + algorithms.filter { !$0.isFast }.map { [$0] }
    }
}
