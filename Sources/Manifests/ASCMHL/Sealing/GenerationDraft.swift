internal import Checksums
internal import FileTree

/// The next generation of one history: decided from what is known, before anything is written.
struct GenerationDraft {
    /// A nested history: its folder below the roll, and its newest manifest.
    typealias Child = (folder: RelativePath, manifest: SealedManifest)

    let source: GenerationSource
    /// The files and folders that belong to this history and to none nested in it.
    let records: ScopeRecords
    let folderHashes: FolderHashes?
    let counts: Counts

    private let home: HistoryFolder

    /// The folder it is about.
    var scope: HistoryScope { records.scope }

    /// - Parameters:
    ///   - place: which of the scopes it is.
    ///   - home: where its manifests lie.
    init(
        _ source: GenerationSource, _ scopes: RollScopes, _ place: Int, at roll: RelativePath, home: HistoryFolder,
        renames: [Int: RelativePath]
    ) throws(ManifestError) {
        let scope = scopes.scopes[place]
        self.source = source
        self.home = home
        records = ScopeRecords(
            source: source, roll: scopes.roll, scope: scope,
            children: Set(scopes.children(of: place).map { scopes.scopes[$0].folder }),
            place: roll.appending(scope.path), renames: renames)
        let algorithm = source.isWhole ? scope.folderAlgorithm(asked: source.algorithms) : nil
        folderHashes = algorithm.flatMap { algorithm in
            FolderHashes(of: scopes.roll, from: scope.folder, algorithm: algorithm) { source.digest($0, algorithm) }
        }
        counts = try Counts(of: records)
    }

    /// The name of a manifest: the roll's own, or that of a nested history's folder, between number and time.
    static func name(of generation: Int, _ folder: Int, _ source: GenerationSource) -> [UInt8] {
        let name = folder == 0 ? source.folderName : Array(source.tree.name(of: folder))
        return ManifestName(generation: generation, folder: name, startedAt: source.startedAt).bytes
    }

    /// The files that are not in the roll; they are said once, in the roll's own manifest.
    var failed: [FailedFile] { scope.folder == 0 ? source.failed : [] }

    /// Whether the history is still the one that this was decided from; asked under the history's lock.
    var isCurrent: Bool { get throws(ManifestError) { try home.isStill(scope.history) } }

    /// Writes the generation, unless this very run has written it already.
    func seal(children: [Child]) throws(ManifestError) -> (manifest: SealedManifest, listed: Int) {
        if let done = sealedByThisRun {
            try home.flush()
            return (SealedManifest(done, of: records.place), done.fileCount)
        }
        let number = chain?.next ?? 1
        let name = GenerationDraft.name(of: number, scope.folder, source)
        let manifest = try home.commit(name, number: number, after: chain) { (file) throws(ManifestError) in
            try ManifestText(draft: self, children: children.map { ($0.folder.below(scope.path), $0.manifest) })
                .write(to: &file)
        }
        return (manifest, counts.listed)
    }

    /// The chain with each manifest's C4 ID as it was computed while reading, whatever the old chain said it with.
    private var chain: Chain? { scope.history.map(Chain.init(of:)) }

    /// The newest generation, if it is what this run would write: a copy that runs again after a stop finds it so.
    ///
    /// What is hashed in place has no such run to go on with: each sealing of it is another look.
    private var sealedByThisRun: History.Generation? {
        guard !source.isInPlace, let newest = scope.history?.generations.last,
            newest.createdAt == source.startedAt.utc, newest.process == source.process,
            newest.tool == ASCMHL.carriable(source.creator.tool), counts.original == 0
        else { return nil }
        return newest
    }

    /// How many files there are of each fate.
    struct Counts {
        var original = 0
        var verified = 0
        var failed: [Int] = []
        /// How many of the failed ones are not listed.
        var respelledAndFailed = 0
        var renamed: [Int] = []
        var uncompared: [Int] = []
        var unlistable = 0
        /// Whether there is anything at all to put into `hashes`.
        var isEmpty = true

        /// How many files are listed.
        var listed: Int { original + verified + failed.count - respelledAndFailed }

        init() {}

        init(of records: ScopeRecords) throws(ManifestError) {
            var counts = Counts()
            try records.visit { (record) throws(ManifestError) in
                switch record {
                case .folder: counts.isEmpty = false
                case .file(let file): counts.add(file)
                }
            }
            self = counts
        }

        private mutating func add(_ file: ScopeRecords.File) {
            switch file.fate {
            case .original: original += 1
            case .verified: verified += 1
            case .failed: failed.append(file.finding.number)
            case .respelledAndFailed:
                failed.append(file.finding.number)
                respelledAndFailed += 1
            case .unlistable: unlistable += 1
            case .uncompared: uncompared.append(file.finding.number)
            case .known: break
            }
            if file.previousPath != nil { renamed.append(file.finding.number) }
            if file.fate.isListed { isEmpty = false }
        }
    }
}

extension SealedManifest {
    /// A manifest that lies there already, in the history of a folder.
    init(_ generation: History.Generation, of folder: RelativePath) {
        self.init(
            path: ASCMHL.folder(of: folder).appending(component: generation.name.utf8), generation: generation.number,
            c4: generation.c4)
    }
}

extension Chain {
    /// The chain of a history that was read, each manifest with the C4 ID that it was found to have.
    init(of history: History) {
        self.init(
            links: history.generations.map {
                Link(sequence: $0.number, name: Array($0.name.utf8), checksums: [$0.c4])
            })
    }
}
