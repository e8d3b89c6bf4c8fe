internal import Checksums
internal import FileTree
internal import Proof

/// Reads files of one folder where they lie, for whoever compares them.
struct Reading {
    enum Event {
        case progress(ByteCount)
        case file(Int, Result<HashedInPlace, HashingFailure>)
    }

    let disk: any ReadableDisk
    let tree: TreeSnapshot
    let trustsLoop: Bool
    let shouldStop: () -> Bool
    /// Whether bytes may come from the system's cache: only for comparing two trees as they are.
    let cache: HashingLimits.Cache
    /// Whether some reading ended before all was read.
    private(set) var wasStopped = false
    private(set) var leftThreadsBehind = false

    init(
        disk: any ReadableDisk, tree: TreeSnapshot, trustsLoop: Bool, cache: HashingLimits.Cache = .passed,
        shouldStop: @escaping () -> Bool
    ) {
        self.disk = disk
        self.tree = tree
        self.trustsLoop = trustsLoop
        self.cache = cache
        self.shouldStop = shouldStop
    }

    /// Reads some files, each for the checksums that are wanted of it; a file with none is not read.
    mutating func read(_ files: [Int: AlgorithmSet], tell: (Event) -> Void) {
        guard !files.isEmpty else { return }
        var wanted = [AlgorithmSet](repeating: [], count: tree.entries.count)
        for (number, algorithms) in files { wanted[number] = algorithms }
        read(wanted, tell: tell)
    }

    /// The same, by entry number.
    mutating func read(_ wanted: [AlgorithmSet], tell: (Event) -> Void) {
        guard !wasStopped else { return }
        var limits = HashingLimits()
        limits.cache = cache
        let hashing = InPlaceHashing(disk: disk, tree: tree, wanted: wanted, trustsLoop: trustsLoop, limits: limits)
        let isWhole = hashing.run(
            take: { tell(.file($0.number, $0.result)) }, progress: { tell(.progress($0)) }, shouldStop: shouldStop)
        if !isWhole { wasStopped = true }
        if hashing.threadsLeftBehind > 0 { leftThreadsBehind = true }
    }
}

extension RelativePath {
    /// A manifest's own path below this folder, whatever bytes it has.
    func joined(_ path: [UInt8]) -> [UInt8] { isRoot ? path : bytes + [UInt8(ascii: "/")] + path }
}

extension IgnorePatterns {
    /// Whether a pattern means a path, or a folder it lies in.
    func matchesOrHolds(_ path: RelativePath) -> Bool {
        if leavesOut(path, isFolder: false) { return true }
        var folder = path.parent
        while !folder.isRoot {
            if leavesOut(folder, isFolder: true) { return true }
            folder = folder.parent
        }
        return false
    }
}
