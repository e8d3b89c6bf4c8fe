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
        var run = ComparisonRun(
            sides: try DiffSides(request), trustsLoop: request.trustsLoop, tell: tell, shouldStop: shouldStop)
        let outcome = run.run()
        tell(.finished(outcome))
        return outcome
    }
}

/// One comparison under way.
private struct ComparisonRun {
    private let sides: DiffSides
    private let trustsLoop: Bool
    private let tell: (DiffEvent) -> Void
    private let shouldStop: () -> Bool
    private var outcome = DiffOutcome()
    /// What was read of each side, by entry number.
    private var found: [[Int: Result<HashedInPlace, HashingFailure>]] = [[:], [:]]
    private var read = ByteCount.zero
    private var toRead = ByteCount.zero

    private var first: DiffSide { sides.first }
    private var second: DiffSide { sides.second }

    init(
        sides: DiffSides, trustsLoop: Bool, tell: @escaping (DiffEvent) -> Void, shouldStop: @escaping () -> Bool
    ) {
        self.sides = sides
        self.trustsLoop = trustsLoop
        self.tell = tell
        self.shouldStop = shouldStop
    }

    mutating func run() -> DiffOutcome {
        outcome.problems = sides.problems
        for leftOut in [first.leftOut, second.leftOut] {
            outcome.system += leftOut.system
            outcome.ignored += leftOut.ignored
            outcome.own += leftOut.own
            outcome.special += leftOut.special
        }
        readWhatIsNeeded()
        for pair in sides.pairs where !isStopped() { judge(pair) }
        for pair in sides.respelled where !isStopped() { judge(pair) }
        guard !isStopped() else { return outcome }
        tellUnpaired()
        tellFolders()
        for error in first.unreadable { tell(error, on: .first) }
        for error in second.unreadable { tell(error, on: .second) }
        return outcome
    }

    private mutating func isStopped() -> Bool {
        if !outcome.isInterrupted, shouldStop() { outcome.isInterrupted = true }
        return outcome.isInterrupted
    }

    private mutating func tell(
        _ change: DiffFinding.Change, at path: [UInt8], _ firstSize: ByteCount? = nil, _ secondSize: ByteCount? = nil
    ) {
        outcome.count(change)
        tell(.file(DiffFinding(path: path, firstSize: firstSize, secondSize: secondSize, change: change)))
    }

    private mutating func tell(_ error: DiskError, on side: DiffFinding.Side) {
        tell(.unreadable(error.cause, on: side), at: error.place.bytes)
    }

    // MARK: - Reading

    private mutating func readWhatIsNeeded() {
        var wanted: [[Int: AlgorithmSet]] = [[:], [:]]
        let isAnythingToRead = first.folder != nil || second.folder != nil
        for pair in isAnythingToRead ? sides.pairs + sides.respelled : [] {
            let (one, other) = (first.files[pair.first], second.files[pair.second])
            // A size that differs says all that reading for checksums could.
            guard one.size == nil || other.size == nil || one.size == other.size else { continue }
            let algorithms = algorithms(of: one, other)
            if let number = one.number { wanted[0][number] = algorithms }
            if let number = other.number { wanted[1][number] = algorithms }
        }
        wantCandidates(&wanted)
        toRead = size(of: wanted[0], in: first) + size(of: wanted[1], in: second)
        tell(.began(first: first.files.count, second: second.files.count, size: toRead))
        readSide(0, first, wanted[0])
        readSide(1, second, wanted[1])
    }

    private func algorithms(of one: DiffSide.File, _ other: DiffSide.File) -> AlgorithmSet {
        comparesFolders ? AlgorithmSet(.xxh128) : algorithms(first.claims(for: one) + second.claims(for: other))
    }

    private func algorithms(_ claims: [[Checksum]]) -> AlgorithmSet {
        comparesFolders ? AlgorithmSet(.xxh128) : AlgorithmSet(claims.map { $0[0].algorithm })
    }

    /// Two folders are compared by the fastest checksum in which nothing collides by chance.
    private var comparesFolders: Bool { first.folder != nil && second.folder != nil }

    /// Files that only one side has may be one under two names, if they are of one size and not empty.
    private func wantCandidates(_ wanted: inout [[Int: AlgorithmSet]]) {
        let gone = sides.missing.map { first.files[$0] }
        let come = sides.new.map { second.files[$0] }
        let sizes = Set(gone.map(\.size)).intersection(come.map(\.size)).subtracting([.zero])
        guard !sizes.isEmpty else { return }
        var algorithmsOf: [ByteCount?: AlgorithmSet] = [:]
        for (side, files) in [(first, gone), (second, come)] {
            for file in files where sizes.contains(file.size) {
                algorithmsOf[file.size, default: []].formUnion(algorithms(side.claims(for: file)))
            }
        }
        for (place, files) in [gone, come].enumerated() {
            for file in files where sizes.contains(file.size) {
                guard let number = file.number, let algorithms = algorithmsOf[file.size] else { continue }
                wanted[place][number] = algorithms
            }
        }
    }

    private func size(of wanted: [Int: AlgorithmSet], in side: DiffSide) -> ByteCount {
        guard let tree = side.folder?.tree else { return .zero }
        return wanted.reduce(.zero) { $1.value.isEmpty ? $0 : $0 + ByteCount(tree.entries[$1.key].size) }
    }

    private mutating func readSide(_ place: Int, _ side: DiffSide, _ wanted: [Int: AlgorithmSet]) {
        guard let folder = side.folder, !isStopped() else { return }
        var reading = Reading(
            disk: folder.disk, tree: folder.tree, trustsLoop: trustsLoop, cache: .used, shouldStop: shouldStop)
        var files: [Int: Result<HashedInPlace, HashingFailure>] = [:]
        let before = read
        reading.read(wanted) { event in
            switch event {
            case .progress(let now):
                read = before + now
                tell(.progress(read: read, of: toRead))
            case .file(let number, let result): files[number] = result
            }
        }
        found[place] = files
        if reading.wasStopped { outcome.isInterrupted = true }
        if reading.leftThreadsBehind { outcome.leftThreadsBehind = true }
    }

    // MARK: - Judging

    private mutating func judge(_ pair: DiffSides.Pair) {
        let (one, other) = (first.files[pair.first], second.files[pair.second])
        guard let change = change(of: one, to: other) else { return }
        if change == .same { outcome.size += other.size ?? one.size ?? .zero }
        let isRespelled = one.path != other.path
        tell(
            change == .same && isRespelled ? .renamed(from: one.path) : change, at: other.path, one.size, other.size)
    }

    /// Nil when the person wants no more before it is known.
    private func change(of one: DiffSide.File, to other: DiffSide.File) -> DiffFinding.Change? {
        if let failure = failure(of: one, 0) { return .unreadable(failure, on: .first) }
        if let failure = failure(of: other, 1) { return .unreadable(failure, on: .second) }
        if let size = one.size, let now = other.size, size != now { return changed(one, other, .sizes(size, now)) }
        let (ours, theirs) = (checksums(of: one, 0, first), checksums(of: other, 1, second))
        var isCompared = false
        for claim in ours {
            for match in theirs where match[0].algorithm == claim[0].algorithm {
                guard claim.contains(where: match.contains) else {
                    return changed(one, other, .checksums(claim[0], match[0]))
                }
                isCompared = true
            }
        }
        return isCompared ? .same : .sameSize
    }

    private func failure(of file: DiffSide.File, _ place: Int) -> String? {
        guard let number = file.number, case .failure(let failure)? = found[place][number] else { return nil }
        return failure.sentence
    }

    /// What is known of a file's content: read, or claimed; each with the ways a list may mean it.
    private func checksums(of file: DiffSide.File, _ place: Int, _ side: DiffSide) -> [[Checksum]] {
        guard let number = file.number else { return side.claims(for: file) }
        guard case .success(let content)? = found[place][number] else { return [] }
        return content.checksums.map { [$0] }
    }

    /// Two folders are read once more, for where the contents differ; of anything else checksums and sizes must do.
    private func changed(
        _ one: DiffSide.File, _ other: DiffSide.File, _ known: DiffFinding.Difference
    ) -> DiffFinding.Change? {
        guard let left = first.folder, let right = second.folder, let path = RelativePath(one.path),
            let twin = RelativePath(other.path)
        else { return .changed(known) }
        let comparison = ByteComparison(left.disk, path, right.disk, twin)
        guard let bytes = comparison.run(shouldStop: shouldStop) else { return shouldStop() ? nil : .changed(known) }
        return .changed(bytes)
    }

    // MARK: - What only one side has

    private mutating func tellUnpaired() {
        let renames = Rename.among(
            missing: sides.missing.compactMap { candidate(first.files[$0], 0, first) },
            new: sides.new.compactMap { candidate(second.files[$0], 1, second) })
        let gone = Set(renames.map(\.from.bytes))
        let come = Set(renames.map(\.to.bytes))
        let sizes = Dictionary(
            sides.new.map { (second.files[$0].path, second.files[$0].size) }, uniquingKeysWith: { one, _ in one })
        for rename in renames {
            let size = sizes[rename.to.bytes] ?? nil
            tell(.renamed(from: rename.from.bytes), at: rename.to.bytes, size, size)
        }
        for place in sides.missing where !gone.contains(first.files[place].path) {
            tellAlone(first.files[place], .missing, over: second)
        }
        for place in sides.new where !come.contains(second.files[place].path) {
            tellAlone(second.files[place], .new, over: first)
        }
    }

    private mutating func tellAlone(_ file: DiffSide.File, _ change: DiffFinding.Change, over side: DiffSide) {
        guard !isUnknown(file.path, in: side) else {
            outcome.unknown += 1
            return
        }
        tell(change, at: file.path, change == .missing ? file.size : nil, change == .new ? file.size : nil)
    }

    /// What lies in a folder that could not be listed may well be there.
    private func isUnknown(_ path: [UInt8], in side: DiffSide) -> Bool {
        guard !side.unreadable.isEmpty, let path = RelativePath(path) else { return false }
        return side.unreadable.contains { path.lies(within: $0.place) }
    }

    private func candidate(_ file: DiffSide.File, _ place: Int, _ side: DiffSide) -> Rename.Candidate? {
        guard let path = RelativePath(file.path) else { return nil }
        // Empty files are not read for it: all have this one content.
        let checksums =
            file.size == .zero ? [Checksum.of([], .xxh128)] : checksums(of: file, place, side).map { $0[0] }
        return checksums.isEmpty ? nil : Rename.Candidate(path: path, size: file.size, checksums: checksums)
    }

    /// Folders count where both sides know theirs: an empty one that vanished is missed, one in a list is not.
    private mutating func tellFolders() {
        guard let ours = first.emptyFolders, let theirs = second.emptyFolders else { return }
        for path in ours where !second.folders.contains(path) && !isUnknown(path, in: second) {
            tell(.folderMissing, at: path)
        }
        for path in theirs where !first.folders.contains(path) && !isUnknown(path, in: first) {
            tell(.folderNew, at: path)
        }
    }
}
