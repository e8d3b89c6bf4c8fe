internal import Checksums
internal import FileTree
internal import Proof
internal import XMLText

/// The next generation of one history: decided from what is known, before anything is written.
struct GenerationDraft {
    /// A nested history: its folder below the roll, and its newest manifest.
    typealias Child = (folder: RelativePath, manifest: SealedManifest)

    let request: SealRequest
    /// The files and folders that belong to this history and to none nested in it.
    let records: ScopeRecords
    let folderHashes: FolderHashes?
    let counts: Counts

    private let home: HistoryFolder

    /// The folder it is about.
    var scope: Seal.Scope { records.scope }
    private var history: History? { records.history }

    /// - Parameter children: the folders of histories directly below this one, by their entry numbers.
    init(
        request: SealRequest, disk: any Disk, roll: RelativePath, scope: Seal.Scope, children: Set<Int>
    ) throws(ManifestError) {
        self.request = request
        let place = roll.appending(scope.path)
        home = HistoryFolder(
            disk: disk, scope: place, stagingName: GenerationDraft.stagingName(request.tree, scope.folder))
        try home.clean { GenerationDraft.name(of: $0, scope, request) }
        let history = try ASCMHL.history(on: disk, at: place)
        let tree = RollTree(
            tree: request.tree, isPresent: request.isPresent,
            ignored: IgnorePatterns(ASCMHL.defaultIgnore + (history?.ignorePatterns ?? []) + request.ignore))
        folderHashes = GenerationDraft.folderAlgorithm(history, request.algorithms).flatMap {
            FolderHashes(of: tree, from: scope.folder, verified: request.verified, algorithm: $0)
        }
        records = ScopeRecords(
            roll: tree, scope: scope, children: children, verified: request.verified, history: history, place: place)
        counts = try Counts(of: records)
    }

    /// The name of a manifest: the roll's own, or that of a nested history's folder, between number and time.
    private static func name(of generation: Int, _ scope: Seal.Scope, _ request: SealRequest) -> [UInt8] {
        let folder = scope.folder == 0 ? request.rollName : Array(request.tree.name(of: scope.folder))
        return ManifestName(generation: generation, folder: folder, startedAt: request.startedAt).bytes
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
    func seal(children: [Child], into receipt: inout SealReceipt) throws(ManifestError) -> SealedManifest {
        receipt.unlistable += counts.unlistable
        receipt.uncompared += counts.uncompared
        if let done = sealedByThisRun {
            receipt.listed += done.fileCount
            try home.flush()
            return SealedManifest(
                path: ASCMHL.folder(of: records.place).appending(component: done.name.utf8), generation: done.number,
                c4: done.c4)
        }
        receipt.listed += counts.listed
        let number = chain?.next ?? 1
        let name = GenerationDraft.name(of: number, scope, request)
        return try home.commit(name, number: number, after: chain) { (file) throws(ManifestError) in
            try ManifestText(draft: self, children: children.map { ($0.folder.below(scope.path), $0.manifest) })
                .write(to: &file)
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
    private var sealedByThisRun: History.Generation? {
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

        init(of records: ScopeRecords) throws(ManifestError) {
            var counts = Counts()
            try records.visit { (record) throws(ManifestError) in
                switch record {
                case .folder: counts.isEmpty = false
                case .file(_, _, let fate): counts.add(fate)
                }
            }
            self = counts
        }

        private init() {}

        private mutating func add(_ fate: ScopeRecords.Fate) {
            switch fate {
            case .original:
                listed += 1
                unseen += 1
            case .verified: listed += 1
            case .unlistable: unlistable += 1
            case .uncompared: uncompared += 1
            case .known: break
            }
            if fate.isListed { isEmpty = false }
        }
    }
}
