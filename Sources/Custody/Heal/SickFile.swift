internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// A file that fails its roll's history, or is missing, with all that the history knows of it.
struct SickFile {
    /// Where it lies, or should lie, below the roll.
    let path: RelativePath
    /// What the tree said of it; nil when it is missing.
    let entry: TreeSnapshot.Entry?
    let ailment: HealFinding.Ailment
    /// What each claim of the history that did not fail allows it to be.
    let claims: [[Checksum]]
    /// Its size, where the history says so.
    let size: ByteCount?
    /// Its modification time, where the history says so.
    let modified: Instant?
    /// Names that it had before, the latest first.
    let formerPaths: [RelativePath]
    /// Why an offload could not copy it.
    let reason: String?

    /// The checksums that can prove a copy of it.
    var algorithms: AlgorithmSet { AlgorithmSet(claims.compactMap(\.first?.algorithm)) }

    /// The time it gets back: what the history says, or the good file's, which is the same and more exact.
    func time(ofGoodFile good: Instant) -> Instant {
        guard let modified, modified.seconds != good.seconds else { return good }
        return modified
    }

    /// Whether a file of this size and these checksums is what every claim says.
    func isMet(size found: ByteCount, _ checksums: [Checksum]) -> Bool {
        guard !claims.isEmpty, size == nil || size == found else { return false }
        return claims.allSatisfy { alternatives in checksums.contains { alternatives.contains($0) } }
    }
}

/// Finds what is wrong with a roll.
struct Examination {
    let tree: TreeSnapshot
    let manifests: TreeManifests
    private(set) var sick: [SickFile] = []
    private(set) var whole = 0

    /// The places of the histories: what lists say besides is not asked.
    private let histories: Set<RelativePath>

    init(_ tree: TreeSnapshot, _ manifests: TreeManifests) {
        self.tree = tree
        self.manifests = manifests
        histories = Set(manifests.sources.filter { $0.format == .ascMHL }.map(\.place))
    }

    /// Folders that the histories list and that are not there, parents first.
    var missingFolders: [RelativePath] {
        Set(manifests.sources.filter { $0.format == .ascMHL }.flatMap(\.missingFolders)).sorted()
    }

    /// Reads what the history lists; false when it was stopped.
    mutating func run(by reading: inout Reading, tell: (HealEvent) -> Void, named name: String) -> Bool {
        let wanted = Dictionary(
            uniqueKeysWithValues: tree.entries.indices.filter { manifests.isListed($0) }.map {
                ($0, manifests.algorithms(of: $0))
            }
        ).filter { !$0.value.isEmpty }
        let size = wanted.keys.reduce(ByteCount.zero) { $0 + ByteCount(tree.entries[$1].size) }
        tell(.reading(path: name, files: wanted.count, size: size))
        reading.read(wanted) { event in
            switch event {
            case .progress(let read): tell(.progress(read: read, of: size))
            case .file(let number, .success(let file)):
                if isWrong(number, file) { add(number, .differs) } else { whole += 1 }
            case .file(let number, .failure(let failure)): add(number, .unreadable(failure))
            }
        }
        addMissing()
        sick.sort { $0.path < $1.path }
        return !reading.wasStopped
    }

    private func isWrong(_ number: Int, _ file: HashedInPlace) -> Bool {
        manifests.judge(number, size: file.size, checksums: file.checksums).contains { source, judgement in
            manifests.sources[source].format == .ascMHL && judgement.isWrong
        }
    }

    private mutating func add(_ number: Int, _ ailment: HealFinding.Ailment) {
        let path = tree.path(of: number)
        let facts = facts(of: path)
        var claims: [[Checksum]] = []
        var size = facts.size
        for expectation in manifests.expectations(for: number) where histories.contains(expectation.manifest) {
            switch expectation.claim {
            case .size(let claimed): size = claimed
            case .checksum(_, let alternatives): claims.append(alternatives)
            }
        }
        sick.append(
            SickFile(
                path: path, entry: tree.entries[number], ailment: ailment, claims: claims, size: size,
                modified: facts.modified, formerPaths: facts.former, reason: nil))
    }

    private mutating func addMissing() {
        var seen: Set<RelativePath> = []
        for source in manifests.sources where source.format == .ascMHL {
            for file in source.missing {
                guard let inside = RelativePath(file.bytes) else { continue }
                let path = source.folder.appending(inside)
                guard seen.insert(path).inserted else { continue }
                let facts = facts(of: path)
                sick.append(
                    SickFile(
                        path: path, entry: nil, ailment: .missing, claims: facts.claims, size: facts.size,
                        modified: facts.modified, formerPaths: facts.former, reason: file.reason))
            }
        }
    }

    private struct Facts {
        var claims: [[Checksum]] = []
        var size: ByteCount?
        var modified: Instant?
        var former: [RelativePath] = []
    }

    /// A file has no longer list of names than this: a hostile history may rename in a circle.
    private static let mostNames = 8

    private func facts(of path: RelativePath) -> Facts {
        var facts = Facts()
        for source in manifests.sources where source.format == .ascMHL {
            guard let inside = path.inside(source.folder), let record = source.history.record(for: inside) else {
                continue
            }
            facts.claims += source.history.claims(for: inside).map(\.alternatives)
            facts.size = record.size ?? facts.size
            facts.modified = source.history.modified(of: inside) ?? facts.modified
            var name = inside
            while facts.former.count < Examination.mostNames, let former = source.history.previousPath(of: name) {
                facts.former.append(source.folder.appending(former))
                name = former
            }
        }
        return facts
    }
}
