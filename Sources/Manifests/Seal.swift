internal import Checksums
internal import FileTree

/// Seals one folder: every history in it is locked and read, all generations are decided, and then they are written,
/// nested histories first, so that their parents can name them.
struct Seal {
    let source: GenerationSource
    let disk: any Disk
    let roll: RelativePath

    /// What was written.
    struct Outcome {
        var manifests: [SealedManifest] = []
        var listed = 0
        var counts: [GenerationDraft.Counts] = []
    }

    func run() throws(ManifestError) -> Outcome {
        precondition(source.isPresent.count == source.tree.entries.count, "one answer a tree entry")
        try source.checkAlgorithms(at: roll)
        var locks: [FolderLock] = []
        defer { for lock in locks.reversed() { disk.unlockFolder(lock) } }
        var outcome = Outcome()
        do throws(ManifestError) {
            try run(&locks, &outcome)
        } catch let error where error.cause?.reason == .readOnly && outcome.manifests.isEmpty {
            throw ManifestError(
                .readOnlyMedium, at: error.place, "the medium is read-only; nothing was recorded", cause: error.cause)
        }
        return outcome
    }

    private func run(_ locks: inout [FolderLock], _ outcome: inout Outcome) throws(ManifestError) {
        let contents = RollContents(
            tree: source.tree, isPresent: source.isPresent, ignore: source.ignore, isInPlace: source.isInPlace)
        // From the top down, each folder's by the bytes of its name: two runs that meet wait for each other in the
        // same order, whatever folder each began with.
        var held: [FolderLock] = []
        defer { locks = held }
        let scopes = try RollScopes(of: contents, on: disk, at: roll) { (place, folder) throws(ManifestError) in
            held.append(try lock(place))
            return try home(of: folder, at: place).opened(source) { GenerationDraft.name(of: $0, folder, source) }
        }
        try scopes.checkReferences()
        if source.isInPlace { try checkNames(scopes) }
        let drafts = try drafts(of: scopes)
        try write(drafts, scopes, &outcome)
    }

    private func lock(_ folder: RelativePath) throws(ManifestError) -> FolderLock {
        let file = folder.appending(component: HistoryFolder.lockName)
        return try onDisk { () throws(DiskError) in try disk.lockFolder(folder, or: file, for: Machine.holder) }
    }

    private func home(of folder: Int, at place: RelativePath) -> HistoryFolder {
        HistoryFolder(disk: disk, scope: place, stagingName: stagingName(folder))
    }

    /// A copy of a roll whose sealing was stopped may hold a folder of the name we would use.
    private func stagingName(_ folder: Int) -> [UInt8] {
        var name = Array(ASCMHL.unfinishedFolder.utf8)
        guard !source.isInPlace else { return name }
        while source.tree.child(named: name, of: folder) != nil { name.append(UInt8(ascii: "~")) }
        return name
    }

    /// What lies there may be renamed by its owner; a copy's files could not.
    private func checkNames(_ scopes: RollScopes) throws(ManifestError) {
        try GenerationPlan.refuse(GenerationPlan.uncarriable(in: source.tree, scopes), at: roll)
    }

    private func drafts(of scopes: RollScopes) throws(ManifestError) -> [GenerationDraft] {
        let index = source.detectsRenames ? TreeIndex(source.tree) : nil
        var drafts: [GenerationDraft] = []
        for (place, scope) in scopes.scopes.enumerated() {
            let renames = index.map { ScopeFiles(scopes, place, in: source.tree, at: roll, $0).renames(source) }
            drafts.append(
                try GenerationDraft(
                    source, scopes, place, at: roll, home: home(of: scope.folder, at: roll.appending(scope.path)),
                    renames: renames ?? [:]))
        }
        return drafts
    }

    /// Parents come before children among the scopes, so backwards is bottom-up.
    private func write(
        _ drafts: [GenerationDraft], _ scopes: RollScopes, _ outcome: inout Outcome
    ) throws(ManifestError) {
        var written: [Int: SealedManifest] = [:]
        for (place, draft) in drafts.enumerated().reversed() {
            let children = scopes.children(of: place)
            let isChanged = children.contains { written[$0] != nil } && draft.scope.history != nil
            outcome.counts.append(draft.counts)
            guard source.isWhole || draft.counts.listed > 0 || isChanged else { continue }
            let named = children.compactMap { child -> GenerationDraft.Child? in
                let scope = scopes.scopes[child]
                let newest = scope.history?.generations.last.map { SealedManifest($0, of: roll.appending(scope.path)) }
                return (written[child] ?? newest).map { (scope.path, $0) }
            }
            let (manifest, listed) = try draft.seal(children: named)
            written[place] = manifest
            outcome.manifests.append(manifest)
            outcome.listed += listed
        }
    }
}
