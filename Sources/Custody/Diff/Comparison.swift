internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// Compares two sides, each a folder or a manifest.
public struct Comparison {
    private let request: DiffRequest

    /// Takes a request.
    public init(_ request: DiffRequest) {
        self.request = request
    }

    /// Compares.
    ///
    /// - Parameters:
    ///   - tell: is told what is found, on the calling thread.
    ///   - shouldStop: is asked often.
    /// - Throws: where a side cannot be taken for either.
    public func run(
        tell: @escaping (DiffEvent) -> Void, shouldStop: @escaping () -> Bool
    ) throws(CustodyError) -> DiffOutcome {
        let first = try DiffSide(request.first)
        let second = try DiffSide(request.second)
        var run = ComparisonRun(
            first: first, second: second, trustsLoop: request.trustsLoop, tell: tell, shouldStop: shouldStop)
        let outcome = run.run()
        tell(.finished(outcome))
        return outcome
    }
}

/// One comparison under way.
private struct ComparisonRun {
    /// A file that both sides have, by its place on each.
    typealias Pair = (first: Int, second: Int)

    let first: DiffSide
    let second: DiffSide
    let trustsLoop: Bool
    let tell: (DiffEvent) -> Void
    let shouldStop: () -> Bool
    private var outcome = DiffOutcome()
    /// What was read of each side, by entry number.
    private var found: [[Int: Result<HashedInPlace, HashingFailure>]] = [[:], [:]]
    private var read = ByteCount.zero

    init(
        first: DiffSide, second: DiffSide, trustsLoop: Bool, tell: @escaping (DiffEvent) -> Void,
        shouldStop: @escaping () -> Bool
    ) {
        self.first = first
        self.second = second
        self.trustsLoop = trustsLoop
        self.tell = tell
        self.shouldStop = shouldStop
    }

    mutating func run() -> DiffOutcome {
        let places = Dictionary(second.files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { one, _ in one })
        var pairs: [Pair] = []
        var missing: [Int] = []
        var paired = Array(repeating: false, count: second.files.count)
        for (place, file) in first.files.enumerated() {
            if let other = places[file.path] {
                pairs.append((place, other))
                paired[other] = true
            } else {
                missing.append(place)
            }
        }
        let new = second.files.indices.filter { !paired[$0] }
        readWhatIsNeeded(pairs, missing, new)
        guard !outcome.isInterrupted else { return outcome }
        for pair in pairs { tell(second.files[pair.second].path, change(of: pair)) }
        tellUnpaired(missing, new)
        tellFolders()
        return outcome
    }

    private mutating func tell(_ path: [UInt8], _ change: DiffFinding.Change) {
        outcome.count(change)
        tell(.file(DiffFinding(path: path, change: change)))
    }

    // MARK: - Reading

    /// Equal sizes alone ask for a reading: a pair, and a file that may only have another name.
    private mutating func readWhatIsNeeded(_ pairs: [Pair], _ missing: [Int], _ new: [Int]) {
        var wanted: [[Int: AlgorithmSet]] = [[:], [:]]
        for pair in pairs {
            let (one, other) = (first.files[pair.first], second.files[pair.second])
            guard one.size == nil || other.size == nil || one.size == other.size else { continue }
            want(one, other, &wanted)
        }
        wantCandidates(missing, new, &wanted)
        readSide(0, first, wanted[0])
        readSide(1, second, wanted[1])
    }

    private func want(_ one: DiffSide.File, _ other: DiffSide.File, _ wanted: inout [[Int: AlgorithmSet]]) {
        let algorithms = algorithms([first.claims(for: one), second.claims(for: other)].joined())
        if let number = one.number { wanted[0][number, default: []].formUnion(algorithms) }
        if let number = other.number { wanted[1][number, default: []].formUnion(algorithms) }
    }

    /// Two folders are compared by the fastest checksum that nothing collides in by chance.
    private func algorithms(_ claims: some Sequence<Claim>) -> AlgorithmSet {
        first.folder != nil && second.folder != nil ? AlgorithmSet(.xxh128) : AlgorithmSet(claims.map(\.algorithm))
    }

    /// Files that only one side has may be one under two names, if they are of one size and not empty.
    private func wantCandidates(_ missing: [Int], _ new: [Int], _ wanted: inout [[Int: AlgorithmSet]]) {
        let gone = missing.map { first.files[$0] }
        let come = new.map { second.files[$0] }
        let sizes = Set(gone.map(\.size)).intersection(come.map(\.size)).subtracting([.zero])
        var algorithmsOf: [ByteCount?: AlgorithmSet] = [:]
        for file in gone where sizes.contains(file.size) {
            algorithmsOf[file.size, default: []].formUnion(algorithms(first.claims(for: file)))
        }
        for file in come where sizes.contains(file.size) {
            algorithmsOf[file.size, default: []].formUnion(algorithms(second.claims(for: file)))
        }
        for (place, files) in [gone, come].enumerated() {
            for file in files where sizes.contains(file.size) {
                guard let number = file.number, let algorithms = algorithmsOf[file.size] else { continue }
                wanted[place][number, default: []].formUnion(algorithms)
            }
        }
    }

    private mutating func readSide(_ place: Int, _ side: DiffSide, _ wanted: [Int: AlgorithmSet]) {
        guard let folder = side.folder else { return }
        var reading = Reading(
            disk: folder.disk, tree: folder.tree, trustsLoop: trustsLoop, cache: .used, shouldStop: shouldStop)
        var files: [Int: Result<HashedInPlace, HashingFailure>] = [:]
        let before = read
        reading.read(wanted) { event in
            switch event {
            case .progress(let now):
                read = before + now
                tell(.progress(read: read))
            case .file(let number, let result): files[number] = result
            }
        }
        found[place] = files
        if reading.wasStopped { outcome.isInterrupted = true }
        if reading.leftThreadsBehind { outcome.leftThreadsBehind = true }
        for error in folder.tree.unreadable { tell(error.place.bytes, .unreadable(error.description)) }
    }

    // MARK: - Judging

    private func change(of pair: Pair) -> DiffFinding.Change {
        let (one, other) = (first.files[pair.first], second.files[pair.second])
        if let failure = failure(of: one, 0) ?? failure(of: other, 1) { return .unreadable(failure) }
        if let size = one.size, let now = other.size, size != now { return .changed(difference(one, other, size, now)) }
        let (ours, theirs) = (checksums(of: one, 0, first), checksums(of: other, 1, second))
        var isCompared = false
        for claim in ours {
            guard let match = theirs.first(where: { $0[0].algorithm == claim[0].algorithm }) else { continue }
            guard !Set(claim).isDisjoint(with: match) else {
                return .changed(difference(one, other, claim[0], match[0]))
            }
            isCompared = true
        }
        return isCompared ? .same : .sameSize
    }

    private func failure(of file: DiffSide.File, _ place: Int) -> String? {
        guard let number = file.number, case .failure(let failure)? = found[place][number] else { return nil }
        return failure.sentence
    }

    /// What is known of a file's content: read, or claimed; each with the ways a list may mean it.
    private func checksums(of file: DiffSide.File, _ place: Int, _ side: DiffSide) -> [[Checksum]] {
        guard let number = file.number else { return side.claims(for: file).map(\.alternatives) }
        guard case .success(let content)? = found[place][number] else { return [] }
        return content.checksums.map { [$0] }
    }

    private func difference(
        _ one: DiffSide.File, _ other: DiffSide.File, _ size: ByteCount, _ now: ByteCount
    ) -> DiffFinding.Difference {
        bytes(one, other) ?? .sizes(size, now)
    }

    private func difference(
        _ one: DiffSide.File, _ other: DiffSide.File, _ expected: Checksum, _ found: Checksum
    ) -> DiffFinding.Difference {
        let name = expected.algorithm.rawValue
        return bytes(one, other) ?? .checksums("\(name) \(expected)", "\(name) \(found)")
    }

    private func bytes(_ one: DiffSide.File, _ other: DiffSide.File) -> DiffFinding.Difference? {
        guard let left = first.folder, let right = second.folder, let path = RelativePath(one.path),
            let twin = RelativePath(other.path)
        else { return nil }
        return ByteComparison(left.disk, path, right.disk, twin).run(shouldStop: shouldStop)
    }

    // MARK: - What only one side has

    private mutating func tellUnpaired(_ missing: [Int], _ new: [Int]) {
        let renames = Rename.among(
            missing: missing.compactMap { candidate(first.files[$0], 0, first) },
            new: new.compactMap { candidate(second.files[$0], 1, second) })
        let gone = Set(renames.map(\.from.bytes))
        let come = Set(renames.map(\.to.bytes))
        for rename in renames { tell(rename.to.bytes, .renamed(from: rename.from.bytes)) }
        for place in missing where !gone.contains(first.files[place].path) { tell(first.files[place].path, .missing) }
        for place in new where !come.contains(second.files[place].path) { tell(second.files[place].path, .new) }
    }

    private func candidate(_ file: DiffSide.File, _ place: Int, _ side: DiffSide) -> Rename.Candidate? {
        guard let path = RelativePath(file.path) else { return nil }
        let checksums = checksums(of: file, place, side).map { $0[0] }
        return checksums.isEmpty ? nil : Rename.Candidate(path: path, size: file.size, checksums: checksums)
    }

    /// Folders count where both sides know theirs: an empty one that vanished is missed, one in a list is not.
    private mutating func tellFolders() {
        guard first.knowsFolders, second.knowsFolders else { return }
        for path in first.folders.subtracting(second.folders).sorted(by: { $0.lexicographicallyPrecedes($1) })
        where isEmpty(path, in: first) {
            tell(path, .folderMissing)
        }
        for path in second.folders.subtracting(first.folders).sorted(by: { $0.lexicographicallyPrecedes($1) })
        where isEmpty(path, in: second) {
            tell(path, .folderNew)
        }
    }

    /// A folder with files in it is told of by its files.
    private func isEmpty(_ folder: [UInt8], in side: DiffSide) -> Bool {
        let head = folder + [UInt8(ascii: "/")]
        return !side.files.contains { $0.path.starts(with: head) }
    }
}
