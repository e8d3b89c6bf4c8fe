internal import Checksums
internal import FileTree
internal import Proof

/// The copy that good files are taken from.
///
/// It needs no history: the damaged copy's own says what passes.
struct GoodCopy {
    let disk: any ReadableDisk
    let tree: TreeSnapshot
    /// Where the roll lies in it.
    let root: RelativePath
    private let index: TreeIndex

    /// Chooses, among the folder itself and the rolls in it, the one that has most of the files that are needed.
    init(_ disk: any ReadableDisk, _ tree: TreeSnapshot, for sick: [SickFile]) {
        self.disk = disk
        self.tree = tree
        let index = TreeIndex(tree)
        let rolls = tree.entries.indices.filter {
            tree.entries[$0].kind == .folder && tree.name(of: $0).elementsEqual("ascmhl".utf8)
        }.map { tree.path(of: Int(tree.entries[$0].parent)) }
        var best = (root: RelativePath.root, count: -1)
        for root in [RelativePath.root] + rolls {
            let count = sick.count { file in
                ([file.path] + file.formerPaths).contains { GoodCopy.number(of: $0, at: root, tree, index) != nil }
            }
            if count > best.count { best = (root, count) }
        }
        root = best.root
        self.index = index
    }

    /// Where a file lies in it.
    func path(of number: Int) -> RelativePath { tree.path(of: number) }

    /// The files that may be what a sick one should be: of its name, or a name it had.
    func candidates(for file: SickFile) -> [Int] {
        ([file.path] + file.formerPaths).compactMap { GoodCopy.number(of: $0, at: root, tree, index) }
    }

    private static func number(
        of path: RelativePath, at root: RelativePath, _ tree: TreeSnapshot, _ index: TreeIndex
    ) -> Int? {
        index.number(at: root.appending(path)).flatMap { tree.entries[$0].kind == .file ? $0 : nil }
    }

    /// Reads what may be good, past the cache, and says for each sick file which passes, or why none does.
    func cures(
        for sick: [SickFile], by reading: inout Reading, named name: String, tell: (HealEvent) -> Void
    ) -> [Result<Int, NoCure>] {
        var wanted: [Int: AlgorithmSet] = [:]
        for file in sick where !file.claims.isEmpty {
            for number in candidates(for: file) { wanted[number, default: []].formUnion(file.algorithms) }
        }
        let size = wanted.keys.reduce(ByteCount.zero) { $0 + ByteCount(tree.entries[$1].size) }
        if !wanted.isEmpty { tell(.reading(path: name, files: wanted.count, size: size)) }
        var found: [Int: Result<HashedInPlace, HashingFailure>] = [:]
        reading.read(wanted) { event in
            switch event {
            case .progress(let read): tell(.progress(read: read, of: size))
            case .file(let number, let result): found[number] = result
            }
        }
        return sick.map { file in cure(for: file, found) }
    }

    private func cure(
        for file: SickFile, _ found: [Int: Result<HashedInPlace, HashingFailure>]
    ) -> Result<Int, NoCure> {
        guard !file.claims.isEmpty else { return .failure(NoCure(verdict: .unprovable(reason: file.reason))) }
        var verdict = HealFinding.Verdict.notInGoodCopy
        for number in candidates(for: file) {
            switch found[number] {
            case .success(let good)? where file.isMet(size: good.size, good.checksums): return .success(number)
            case .success?: verdict = .goodCopyFails
            case .failure(let failure)?: if verdict == .notInGoodCopy { verdict = .goodCopyUnreadable(failure) }
            case nil: continue
            }
        }
        return .failure(NoCure(verdict: verdict))
    }

    /// Why no file of the copy can heal a sick one.
    struct NoCure: Error {
        let verdict: HealFinding.Verdict
    }
}
