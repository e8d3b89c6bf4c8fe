internal import Checksums
internal import FileTree
internal import Proof
internal import XMLText

/// The next generation of one history: decided from what is known, before anything is written.
struct GenerationDraft {
    let request: SealRequest
    let scope: Seal.Scope
    /// Direct nested histories with their newest manifests, by their folders' entry numbers.
    let children: [Int: (path: RelativePath, manifest: SealedManifest)]
    let history: History?
    let roll: RollTree
    let folderHashes: FolderHashes?

    private let home: HistoryFolder
    private let place: RelativePath

    init(
        request: SealRequest, disk: any Disk, roll: RelativePath, scope: Seal.Scope,
        children: [(Seal.Scope, SealedManifest)]
    ) throws(ManifestError) {
        self.request = request
        self.scope = scope
        self.children = Dictionary(
            uniqueKeysWithValues: children.map { ($0.folder, ($0.path.below(scope.path), $1)) })
        let place = roll.appending(scope.path)
        self.place = place
        home = HistoryFolder(
            disk: disk, scope: place, stagingName: GenerationDraft.stagingName(request.tree, scope.folder))
        let folder = scope.folder == 0 ? request.rollName : Array(request.tree.name(of: scope.folder))
        try home.clean { ManifestName(generation: $0, folder: folder, startedAt: request.startedAt).bytes }
        let history = try ASCMHL.history(on: disk, at: place)
        self.history = history
        self.roll = RollTree(
            tree: request.tree, isPresent: request.isPresent,
            ignored: IgnorePatterns(ASCMHL.defaultIgnore + (history?.ignorePatterns ?? []) + request.ignore))
        let algorithm = GenerationDraft.folderAlgorithm(history, request.algorithms)
        folderHashes = algorithm.flatMap { [roll = self.roll] in
            FolderHashes(of: roll, from: scope.folder, verified: request.verified, algorithm: $0)
        }
    }

    /// A copy of a roll whose sealing was stopped may hold a folder of the name we would use.
    private static func stagingName(_ tree: TreeSnapshot, _ folder: Int) -> [UInt8] {
        var name = Array(("ascmhl" + HistoryFolder.unfinished).utf8)
        while tree.child(named: name, of: folder) != nil { name.append(UInt8(ascii: "~")) }
        return name
    }

    /// The one algorithm of all folder hashes of a history; nil when it has another than those at hand.
    ///
    /// The reference fails on a history that mixes them.
    private static func folderAlgorithm(_ history: History?, _ algorithms: [ChecksumAlgorithm]) -> ChecksumAlgorithm? {
        guard let used = history?.folderHashAlgorithms, !used.isEmpty else { return algorithms.first }
        return used.count == 1 ? algorithms.first(where: used.contains) : nil
    }

    /// Writes the generation, unless this very run has written it already.
    func seal(into receipt: inout SealReceipt) throws(ManifestError) -> SealedManifest {
        let counts = try count()
        receipt.unlistable += counts.unlistable
        receipt.uncompared += counts.uncompared
        if let done = sealedByThisRun(counts) {
            receipt.listed += done.fileCount
            try home.flush()
            return SealedManifest(
                path: ASCMHL.folder(of: place).appending(component: done.name.utf8), generation: done.number,
                c4: done.c4)
        }
        receipt.listed += counts.listed
        let number = (history?.generations.map(\.number).max() ?? 0) + 1
        let folder = scope.folder == 0 ? request.rollName : Array(request.tree.name(of: scope.folder))
        let name = ManifestName(generation: number, folder: folder, startedAt: request.startedAt)
        return try home.commit(name.bytes, number: number, after: chain) { (file) throws(ManifestError) in
            try ManifestText(draft: self, counts: counts).write(to: &file)
        }
    }

    /// The chain with each manifest's C4 ID as it was computed while reading, whatever the old chain said it with.
    private var chain: Chain? {
        history.map { history in
            Chain(
                links: history.generations.map {
                    Chain.Link(sequence: $0.number, name: Array($0.name.utf8), checksums: [$0.c4])
                })
        }
    }

    /// The newest generation, if it is what this run would write: a rerun after a stop finds it so.
    private func sealedByThisRun(_ counts: Counts) -> History.Generation? {
        guard let newest = history?.generations.last, newest.createdAt == request.startedAt.utc,
            newest.process == "transfer", newest.tool == ASCMHL.carriable(request.creator.tool), counts.unseen == 0
        else { return nil }
        return newest
    }

    /// How many files there are of each fate.
    struct Counts {
        var listed = 0
        var unlistable = 0
        var uncompared = 0
        /// Files that no generation lists yet.
        var unseen = 0
        /// Whether there is anything at all to put into `hashes`.
        var isEmpty = true
    }

    private func count() throws(ManifestError) -> Counts {
        var counts = Counts()
        try records { (record) throws(ManifestError) in
            switch record {
            case .file(_, _, let fate):
                switch fate {
                case .original:
                    counts.listed += 1
                    counts.unseen += 1
                case .verified: counts.listed += 1
                case .unlistable: counts.unlistable += 1
                case .uncompared: counts.uncompared += 1
                case .known: break
                }
                if fate.isListed { counts.isEmpty = false }
            case .folder: counts.isEmpty = false
            }
        }
        return counts
    }

    /// What becomes of a file in this generation.
    enum Fate {
        /// The first time this history lists it.
        case original
        /// Listed before, and equal.
        case verified
        /// Listed before and not read in this run: nothing new to say.
        case known
        /// Its name is one a manifest cannot carry.
        case unlistable
        /// The history has it by other algorithms only.
        case uncompared

        var isListed: Bool {
            switch self {
            case .original, .verified: true
            case .known, .unlistable, .uncompared: false
            }
        }
    }

    enum Record {
        case file(VerifiedFile, [UInt8], Fate)
        case folder(Int, [UInt8])
    }

    /// Visits the files and folders that belong to this history and to none nested in it.
    func records(_ visit: (Record) throws(ManifestError) -> Void) throws(ManifestError) {
        var child: Int?
        try roll.descend(from: scope.folder) { (step, path) throws(ManifestError) in
            switch step {
            case .folder(let number) where child == nil && children[number] != nil: child = number
            case .end(let number):
                if child == number { child = nil }
                if child == nil, number != scope.folder, XMLWriter.canCarry(path) { try visit(.folder(number, path)) }
            case .file(let number) where child == nil:
                guard let file = request.verified[number] else { return }
                try visit(.file(file, path, fate(of: file, at: path)))
            case .folder, .file: break
            }
        }
    }

    private func fate(of file: VerifiedFile, at path: [UInt8]) throws(ManifestError) -> Fate {
        guard XMLWriter.canCarry(path) else { return .unlistable }
        guard let known = history?.record(at: path)?.checksums, !known.isEmpty else { return .original }
        var isCompared = false
        for checksum in file.checksums {
            guard let recorded = known.first(where: { $0.algorithm == checksum.algorithm }) else { continue }
            guard recorded == checksum else {
                throw ManifestError(
                    .contradictsHistory, at: place.appending(RelativePath(unchecked: path)),
                    "the file is \(checksum) in this run, and \(recorded) in the roll's history "
                        + "(\(checksum.algorithm.rawValue))")
            }
            isCompared = true
        }
        guard isCompared else { return .uncompared }
        return file.isFromEarlierRun ? .known : .verified
    }
}

extension RelativePath {
    /// What remains of the path below `folder`, in which it lies.
    fileprivate func below(_ folder: RelativePath) -> RelativePath {
        folder.isRoot ? self : RelativePath(unchecked: Array(bytes.dropFirst(folder.bytes.count + 1)))
    }
}
