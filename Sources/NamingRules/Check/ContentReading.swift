internal import Checksums
internal import FileTree
internal import FrameSequences
internal import Proof

/// Finds out which files and sequences have the same content, reading as little as can be.
///
/// Only those of equal size and number of files are compared. What manifests say and still holds is believed; else a
/// few samples of each are read, and only what is equal in these is read whole.
struct ContentReading {
    /// A file, or the frames of a sequence in their order.
    private struct Candidate {
        /// The entry that the rules ask by.
        let entry: Int
        let files: [Int]
    }

    private let named: NamedTree
    private let disk: any ReadableDisk
    private let claims: HeldClaims?
    private(set) var table = ContentTable()
    /// Whether the disk kept threads that read.
    private(set) var leftThreadsBehind = false
    private var digests: [Int: [UInt8]] = [:]

    // Samples are taken at the begin, the middle and the end of the first, the middle and the last file; smaller files
    // are read at once.
    private static let sample = 16 << 10
    private static let smallest: Int64 = 128 << 10

    init(_ named: NamedTree, on disk: any ReadableDisk) {
        (self.named, self.disk) = (named, disk)
        claims = HeldClaims(on: disk, in: named.tree)
    }

    /// Compares files, and sequences by their first frames.
    mutating func run(_ entries: [Int], shouldStop: () -> Bool) {
        var waiting: [[Candidate]] = []
        for group in groups(of: entries) where !shouldStop() {
            for equal in claimed(group) ?? sampled(group, shouldStop) {
                if equal.count == 1 { table.add([equal[0].entry]) } else { waiting.append(equal) }
            }
        }
        read(waiting, shouldStop)
    }

    // MARK: - Sizes

    private func groups(of entries: [Int]) -> [[Candidate]] {
        struct Size: Hashable {
            let bytes: Int64
            let files: Int
        }
        let wanted = Set(entries)
        let things = named.things.indices.filter {
            named.things[$0].kind != .folder && wanted.contains(named.things[$0].entry)
        }
        let bySize = Dictionary(grouping: things) { thing in
            Size(
                bytes: ThingExtent.bytes(thing, of: named), files: named.sequence(of: thing)?.count ?? 1)
        }.values.filter { $0.count > 1 }
        let needsIndex = bySize.joined().contains { named.things[$0].kind == .sequence }
        let index = needsIndex ? TreeIndex(named.tree) : nil
        return bySize.sorted { $0[0] < $1[0] }.map { things in things.map { candidate($0, index) } }
    }

    private func candidate(_ thing: Int, _ index: TreeIndex?) -> Candidate {
        let entry = named.things[thing].entry
        return Candidate(entry: entry, files: index.map { named.entries(of: thing, $0) } ?? [entry])
    }

    // MARK: - Manifests

    /// Divides a group by what manifests say; nil where they do not know all of it in one algorithm.
    ///
    /// Nothing is left to be read then.
    private mutating func claimed(_ group: [Candidate]) -> [[Candidate]]? {
        guard let claims else { return nil }
        var common: Set<ChecksumAlgorithm>?
        var known: [[[ChecksumAlgorithm: [UInt8]]]] = []
        for candidate in group {
            let checksums = candidate.files.map(claims.checksums(of:))
            for file in checksums { common = (common ?? Set(file.keys)).intersection(file.keys) }
            guard common?.isEmpty == false else { return nil }
            known.append(checksums)
        }
        guard let algorithm = ChecksumAlgorithm.allCases.first(where: { common?.contains($0) == true }) else {
            return nil
        }
        let contents = zip(group, known).map { candidate, files in
            (candidate: candidate, content: files.map { $0[algorithm] ?? [] })
        }
        for equal in Dictionary(grouping: contents, by: \.content).values {
            table.add(equal.map(\.candidate.entry))
        }
        return []
    }

    // MARK: - Samples

    /// A group by a few of its bytes.
    private mutating func sampled(_ group: [Candidate], _ shouldStop: () -> Bool) -> [[Candidate]] {
        guard group.contains(where: { named.tree.entries[$0.files.first ?? 0].size > ContentReading.smallest }) else {
            return [group]
        }
        var samples: [[UInt8]: [Candidate]] = [:]
        for candidate in group where !shouldStop() {
            do throws(DiskError) {
                samples[try sample(of: candidate), default: []].append(candidate)
            } catch {
                table.fail(candidate.entry, error.cause)
            }
        }
        return samples.values.sorted { $0[0].entry < $1[0].entry }
    }

    private func sample(of candidate: Candidate) throws(DiskError) -> [UInt8] {
        let running = RunningChecksum(.xxh128)
        let places = [0, candidate.files.count / 2, candidate.files.count - 1]
        for place in Set(places.filter(candidate.files.indices.contains)).sorted() {
            try sample(candidate.files[place], into: running)
        }
        return running.finish().bytes
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

    private mutating func read(_ groups: [[Candidate]], _ shouldStop: () -> Bool) {
        guard !groups.isEmpty else { return }
        var wanted = [AlgorithmSet](repeating: [], count: named.tree.entries.count)
        for file in groups.lazy.joined().flatMap(\.files) { wanted[file] = AlgorithmSet(.xxh128) }
        var limits = HashingLimits()
        // Files are told apart here; whether the disk is sound is another question.
        limits.cache = .used
        let hashing = InPlaceHashing(disk: disk, tree: named.tree, wanted: wanted, limits: limits)
        var failures: [Int: String] = [:]
        _ = hashing.run(
            take: { number, result in
                switch result {
                case .success(let file): digests[number] = file.checksum(.xxh128)?.bytes
                case .failure(let failure): failures[number] = failure.cause
                }
            }, shouldStop: shouldStop)
        leftThreadsBehind = hashing.threadsLeftBehind > 0
        for (entry, reason) in failures { table.fail(entry, reason) }
        for group in groups {
            let contents = group.compactMap { candidate in content(of: candidate).map { (candidate, $0) } }
            for equal in Dictionary(grouping: contents, by: \.1).values { table.add(equal.map(\.0.entry)) }
        }
    }

    /// The checksums of all files; nil where one was not read.
    private func content(of candidate: Candidate) -> [[UInt8]]? {
        let contents = candidate.files.compactMap { digests[$0] }
        return contents.count == candidate.files.count ? contents : nil
    }
}
