internal import Checksums
internal import FileTree
internal import FrameSequences
internal import Proof

/// Finds out which files and sequences have the same content, reading as little as can be.
///
/// Only those of equal size and number of files are compared. What manifests say and still holds is believed; else a
/// few samples of each are read, and only what is equal in these is read whole.
struct ContentReading {
    private let named: NamedTree
    private let disk: any ReadableDisk
    private let claims: HeldClaims?
    /// Finds the frames of sequences; nil where none is compared.
    private var index: TreeIndex?
    private(set) var table: ContentTable
    /// Whether the disk kept threads that read.
    private(set) var leftThreadsBehind = false

    // Samples are taken at the begin, the middle and the end of the first, the middle and the last file; smaller files
    // are read at once.
    private static let sample = 16 << 10
    private static let smallest: Int64 = 128 << 10

    init(_ named: NamedTree, on disk: any ReadableDisk) {
        (self.named, self.disk) = (named, disk)
        claims = HeldClaims(on: disk, in: named.tree)
        table = ContentTable(entries: named.tree.entries.count)
    }

    /// Compares files, and sequences by their first frames.
    ///
    /// - Parameter isWanted: which, by entry.
    mutating func run(_ isWanted: [Bool], shouldStop: () -> Bool) {
        var waiting: [[Int]] = []
        for group in groups(of: isWanted) where !shouldStop() {
            if !claimed(group) { sample(group, shouldStop, into: &waiting) }
        }
        read(waiting, shouldStop)
    }

    /// The entry that the rules ask by.
    private func entry(of thing: Int) -> Int { named.things[thing].entry }

    /// The entries of a file, or of the frames of a sequence in their order.
    private func files(of thing: Int) -> [Int] {
        index.map { named.entries(of: thing, $0) } ?? [named.things[thing].entry]
    }

    // MARK: - Sizes

    /// Things of one size and number of files, where there are several, by their first.
    private mutating func groups(of isWanted: [Bool]) -> [[Int]] {
        struct Size: Hashable {
            let bytes: Int64
            let files: Int
        }
        let things = named.things.indices.lazy.filter { [named] thing in
            named.things[thing].kind != .folder && isWanted[named.things[thing].entry]
        }
        let bySize = Dictionary(grouping: things) { thing in
            Size(bytes: ThingExtent.bytes(thing, of: named), files: named.sequence(of: thing)?.count ?? 1)
        }.values.filter { $0.count > 1 }
        let needsIndex = bySize.joined().contains { named.things[$0].kind == .sequence }
        index = needsIndex ? TreeIndex(named.tree) : nil
        return bySize.sorted { $0[0] < $1[0] }
    }

    // MARK: - Manifests

    /// Divides a group by what manifests say; false where they do not know all of it in one algorithm.
    ///
    /// Nothing is left to be read else.
    private mutating func claimed(_ group: [Int]) -> Bool {
        guard let claims else { return false }
        var common: Set<ChecksumAlgorithm>?
        var known: [[[ChecksumAlgorithm: [UInt8]]]] = []
        for thing in group {
            let checksums = files(of: thing).map(claims.checksums(of:))
            for file in checksums { common = (common ?? Set(file.keys)).intersection(file.keys) }
            guard common?.isEmpty == false else { return false }
            known.append(checksums)
        }
        guard let algorithm = ChecksumAlgorithm.allCases.first(where: { common?.contains($0) == true }) else {
            return false
        }
        let contents = zip(group, known).map { thing, files in
            (thing: thing, content: files.map { $0[algorithm] ?? [] })
        }
        for equal in Dictionary(grouping: contents, by: \.content).values {
            table.add(equal.map { entry(of: $0.thing) })
        }
        return true
    }

    // MARK: - Samples

    /// Divides a group by a few of its bytes; what is still alike waits to be read.
    private mutating func sample(_ group: [Int], _ shouldStop: () -> Bool, into waiting: inout [[Int]]) {
        guard group.contains(where: { named.tree.entries[entry(of: $0)].size > ContentReading.smallest }) else {
            return waiting.append(group)
        }
        var samples = DigestedThings()
        for thing in group where !shouldStop() {
            do throws(DiskError) {
                samples.add(thing, try sample(of: thing))
            } catch {
                table.fail(entry(of: thing), error.cause)
            }
        }
        samples.groups { things in
            if things.count == 1 { table.add([entry(of: things[0])]) } else { waiting.append(things) }
        }
    }

    private func sample(of thing: Int) throws(DiskError) -> ContentDigest {
        let running = RunningChecksum(.xxh128)
        let files = files(of: thing)
        let places = [0, files.count / 2, files.count - 1]
        for place in Set(places.filter(files.indices.contains)).sorted() {
            try sample(files[place], into: running)
        }
        return ContentDigest(running.finish().bytes)
    }

    private func sample(_ entry: Int, into running: RunningChecksum) throws(DiskError) {
        let size = named.tree.entries[entry].size
        let file = try disk.openForReading(named.tree.path(of: entry), direct: false)
        defer { disk.close(file) }
        for start in [0, size / 2, max(0, size - Int64(ContentReading.sample))] {
            try disk.read(file, at: start, count: ContentReading.sample).withUnsafeBytes { running.update($0) }
        }
    }

    // MARK: - All of it

    private mutating func read(_ groups: [[Int]], _ shouldStop: () -> Bool) {
        guard !groups.isEmpty else { return }
        let digests = digests(of: groups, shouldStop)
        for group in groups {
            var read = DigestedThings()
            for thing in group {
                if let content = content(of: thing, in: digests) { read.add(thing, content) }
            }
            read.groups { equal in table.add(equal.map { named.things[$0].entry }) }
        }
    }

    /// Reads all files of some groups.
    private mutating func digests(of groups: [[Int]], _ shouldStop: () -> Bool) -> FileDigests {
        var wanted = [AlgorithmSet](repeating: [], count: named.tree.entries.count)
        for thing in groups.joined() {
            for file in files(of: thing) { wanted[file] = AlgorithmSet(.xxh128) }
        }
        var limits = HashingLimits()
        // Files are told apart here; whether the disk is sound is another question.
        limits.cache = .used
        let hashing = InPlaceHashing(disk: disk, tree: named.tree, wanted: wanted, limits: limits)
        var digests = FileDigests(entries: named.tree.entries.count)
        _ = hashing.run(
            take: { number, result in
                switch result {
                case .success(let file):
                    if let checksum = file.checksum(.xxh128) { digests.add(ContentDigest(checksum.bytes), of: number) }
                case .failure(let failure): table.fail(number, failure.cause)
                }
            }, shouldStop: shouldStop)
        leftThreadsBehind = hashing.threadsLeftBehind > 0
        return digests
    }

    /// What all files of a thing hold; nil where one was not read.
    private func content(of thing: Int, in digests: FileDigests) -> ContentDigest? {
        guard named.things[thing].kind == .sequence else { return digests[entry(of: thing)] }
        let files = files(of: thing)
        let contents = files.compactMap { digests[$0] }
        return contents.count == files.count ? ContentDigest(of: contents) : nil
    }
}
