internal import Checksums
internal import FileTree
internal import XMLText

/// Seals one folder: all its histories are read and all generations decided, and then they are written, nested
/// histories first, so that their parents can name them.
///
/// A history is locked while it is read and while it gets its generation, one at a time, so that no two runs can
/// wait for each other in a circle. When another writer came in between, what is not written yet is decided again.
struct Seal {
    let source: GenerationSource
    let disk: any Disk
    let roll: RelativePath

    /// What was written.
    struct Outcome {
        var manifests: [SealedManifest] = []
        var listed = 0
        /// What was decided of each history, by the entry number of its folder.
        var counts: [Int: GenerationDraft.Counts] = [:]
        fileprivate var written: [Int: SealedManifest] = [:]
    }

    func run() throws(ManifestError) -> Outcome {
        precondition(source.isPresent.count == source.tree.entries.count, "one answer a tree entry")
        try source.checkAlgorithms(at: roll)
        var outcome = Outcome()
        do throws(ManifestError) {
            while try !attempt(&outcome) {}
        } catch let error where error.cause?.reason == .readOnly && outcome.manifests.isEmpty {
            throw ManifestError(
                .readOnlyMedium, at: error.place, "the medium is read-only; nothing was recorded", cause: error.cause)
        }
        return outcome
    }

    /// Decides and writes what is not written yet; false when another writer came in between.
    private func attempt(_ outcome: inout Outcome) throws(ManifestError) -> Bool {
        let contents = RollContents(
            tree: source.tree, isPresent: source.isPresent, ignore: source.ignore, isInPlace: source.isInPlace)
        let scopes = try RollScopes(of: contents, on: disk, at: roll) { (place, folder) throws(ManifestError) in
            let lock = try lock(place)
            defer { disk.unlockFolder(lock) }
            return try home(of: folder, at: place).opened()
        }
        try scopes.checkReferences()
        if source.isInPlace { try checkNames(scopes) }
        guard scopes.scopes.allSatisfy({ $0.patterns.texts.count <= ManifestVisitor.mostPatterns }) else {
            throw ManifestError(.cannotCarry, at: roll, "there are too many patterns to ignore")
        }
        let drafts = try drafts(of: scopes)
        // Parents come before children among the scopes, so backwards is bottom-up.
        for (place, draft) in drafts.enumerated().reversed() where outcome.written[draft.scope.folder] == nil {
            guard try write(draft, scopes, place, &outcome) else { return false }
        }
        return true
    }

    private func write(
        _ draft: GenerationDraft, _ scopes: RollScopes, _ place: Int, _ outcome: inout Outcome
    ) throws(ManifestError) -> Bool {
        outcome.counts[draft.scope.folder] = draft.counts
        let children = scopes.children(of: place).map { scopes.scopes[$0] }
        let isChanged = children.contains { outcome.written[$0.folder] != nil } && draft.scope.history != nil
        guard source.isWhole || draft.counts.listed > 0 || isChanged else { return true }
        let named = children.compactMap { child -> GenerationDraft.Child? in
            let newest = child.history?.generations.last.map { SealedManifest($0, of: roll.appending(child.path)) }
            return (outcome.written[child.folder] ?? newest).map { (child.path, $0) }
        }
        let lock = try lock(roll.appending(draft.scope.path))
        defer { disk.unlockFolder(lock) }
        guard try draft.isCurrent else { return false }
        let (manifest, listed) = try draft.seal(children: named)
        outcome.written[draft.scope.folder] = manifest
        outcome.manifests.append(manifest)
        outcome.listed += listed
        return true
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
        guard source.ignore.allSatisfy({ XMLWriter.canCarry($0.utf8) }) else {
            throw ManifestError(.cannotCarry, at: roll, "a manifest cannot carry one of the patterns to ignore")
        }
    }

    private func drafts(of scopes: RollScopes) throws(ManifestError) -> [GenerationDraft] {
        // The search for names that are only respelled is spared where there can be none.
        let isAsked = source.isInPlace && (source.detectsRenames || source.tree.hasNamesBeyondASCII)
        let index = isAsked ? TreeIndex(source.tree) : nil
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
}
