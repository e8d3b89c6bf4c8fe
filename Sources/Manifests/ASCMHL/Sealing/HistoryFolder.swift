internal import Checksums
internal import FileTree

/// A history's folder on a destination, as something that grows by one generation at a time.
///
/// A first generation is put together in a folder beside it, which then takes the name `ascmhl` in one step: an
/// `ascmhl` folder without a chain would make the reference refuse the roll for good. A later one is written
/// under a temporary name, and so is the chain that lists it; then it gets its name, and then the chain.
struct HistoryFolder {
    let disk: any Disk
    /// The folder that the history is about.
    let scope: RelativePath
    /// The name of the folder in which a first generation is put together; no name of the card's.
    let stagingName: [UInt8]

    /// Endings and names of what is under way; none of them ends in `.mhl`.
    static let unfinished = ".rushes-partial"
    /// The file whose existence is the lock where folders cannot be locked.
    static let lockName = Array("ascmhl.rushes-partial-lock".utf8)
    private static let folderPermissions: UInt16 = 0o755

    private var folder: RelativePath { ASCMHL.folder(of: scope) }
    private var staging: RelativePath { scope.appending(component: stagingName) }

    private func named(_ name: String, in folder: RelativePath) -> RelativePath {
        folder.appending(component: name.utf8)
    }

    /// The history as it is now, with what a run that was stopped has left put in order first.
    ///
    /// - Throws: where a manifest lies there that no chain lists, and no stopped commit of this history either.
    func opened() throws(ManifestError) -> History? {
        guard var history = try ASCMHL.history(on: disk, at: scope) else {
            try checkName()
            try discardStaging()
            return nil
        }
        if !history.unlisted.isEmpty {
            try finishCommit(of: history.unlisted, after: Chain(of: history))
            guard let finished = try ASCMHL.history(on: disk, at: scope) else { return nil }
            history = finished
        }
        try clear()
        return history
    }

    /// Stops where a file has the name that the history's folder needs.
    private func checkName() throws(ManifestError) {
        do throws(DiskError) {
            guard try disk.attributes(of: folder).kind != .folder else { return }
        } catch {
            guard error.reason == .notFound else { throw ManifestError(error) }
            return
        }
        throw ManifestError(
            .nameTaken, at: folder, "the history needs this name for its folder, and this is none; move it away")
    }

    /// Whether nobody has added to the history since it was read.
    func isStill(_ history: History?) throws(ManifestError) -> Bool {
        guard let history else { return try !ASCMHL.hasHistory(on: disk, at: scope) }
        guard let entries = try onDisk({ () throws(DiskError) in try entries(of: folder) }) else { return false }
        let known = history.generations.map { Array($0.name.utf8) }
        let there = entries.filter { $0.attributes.kind == .file && ManifestName.generation(in: $0.name) != nil }
        let chain = try Chain.read(on: disk, of: scope)
        return Set(there.map(\.name)) == Set(known) && chain.links.map(\.name) == known
    }

    /// Removes the temporary files of a run that was stopped.
    private func clear() throws(ManifestError) {
        try discardStaging()
        guard let entries = try onDisk({ () throws(DiskError) in try entries(of: folder) }) else { return }
        for entry in entries where entry.attributes.kind == .file {
            guard entry.name.suffix(HistoryFolder.unfinished.utf8.count).elementsEqual(HistoryFolder.unfinished.utf8)
            else { continue }
            try onDisk { () throws(DiskError) in try disk.remove(folder.appending(component: entry.name)) }
        }
    }

    /// Finishes a commit that was stopped between its last two steps: its manifest has its name, its chain has not.
    ///
    /// Only the chain that was written for it proves that a manifest is this history's own. Any other, though this
    /// tool wrote it, may have come from another roll: it is not touched, and nothing is written.
    private func finishCommit(of unlisted: [RelativePath], after chain: Chain) throws(ManifestError) {
        guard let stray = unlisted.first else { return }
        guard unlisted.count == 1, try isCommit(of: stray, after: chain) else {
            throw ManifestError(
                .unlistedManifest, at: stray,
                "a manifest lies there that the history's chain does not list; look at it and move it away")
        }
        try onDisk { () throws(DiskError) in
            // The run that was stopped may not have come to flush the name.
            try disk.flushFolder(folder)
            try replaceChain()
        }
    }

    /// Whether the unfinished chain is this history's, with this manifest as it lies there, and nothing else, added.
    private func isCommit(of stray: RelativePath, after chain: Chain) throws(ManifestError) -> Bool {
        let place = unfinishedChain
        let grown: Chain
        do throws(ManifestError) {
            grown = try Chain.read(on: disk, at: place)
        } catch let error where error.code == .chainMissing || error.code == .unreadable {
            return false
        }
        let bytes = try onDisk { () throws(DiskError) in
            try disk.contents(of: stray, limit: HistoryReader.largestManifest)
        }
        let link = Chain.Link(sequence: chain.next, name: Array(stray.name), checksums: [Checksum.of(bytes, .c4)])
        return grown.links == chain.links + [link]
    }

    /// Adds a generation, whose text comes from `write`; without a chain it is the first one.
    func commit(
        _ name: [UInt8], number: Int, after chain: Chain?, write: (inout ManifestFile) throws(ManifestError) -> Void
    ) throws(ManifestError) -> SealedManifest {
        let isFirst = chain == nil
        let home = isFirst ? staging : folder
        do throws(ManifestError) {
            if isFirst {
                try onDisk { () throws(DiskError) in
                    try disk.makeFolder(staging, permissions: HistoryFolder.folderPermissions)
                }
            }
            let temporary = named("manifest" + HistoryFolder.unfinished, in: home)
            let c4 = try hashed(temporary, write: write)
            var grown = chain ?? Chain()
            grown.links.append(Chain.Link(sequence: number, name: name, checksums: [c4]))
            if isFirst {
                try give(temporary, its: home.appending(component: name))
                try onDisk { () throws(DiskError) in try open(grown) }
            } else {
                try extend(grown, with: temporary, as: home.appending(component: name))
            }
            return SealedManifest(path: folder.appending(component: name), generation: number, c4: c4)
        } catch {
            // Best effort: what cannot be removed now is removed at the start of the next seal.
            if isFirst { try? discardStaging() }
            throw error
        }
    }

    /// Waits until a generation that is there already has reached the device.
    func flush() throws(ManifestError) {
        try onDisk { () throws(DiskError) in
            try disk.flushFolder(folder)
            try disk.flushFolder(scope)
        }
    }

    /// Writes and flushes a manifest under its temporary name; gives the C4 ID of what is in it.
    private func hashed(
        _ temporary: RelativePath, write: (inout ManifestFile) throws(ManifestError) -> Void
    ) throws(ManifestError) -> Checksum {
        var file = try onDisk { () throws(DiskError) in try ManifestFile(creating: temporary, on: disk) }
        do throws(ManifestError) {
            try write(&file)
        } catch {
            file.abandon()
            throw error
        }
        do throws(DiskError) {
            return try file.finish()
        } catch {
            try? disk.remove(temporary)
            throw ManifestError(error)
        }
    }

    /// Gives a manifest its name, for good.
    private func give(_ temporary: RelativePath, its target: RelativePath) throws(ManifestError) {
        do throws(DiskError) {
            _ = try disk.rename(temporary, to: target)
            try disk.flushFolder(target.parent)
        } catch {
            guard error.request == .rename, error.reason == .exists else { throw ManifestError(error) }
            throw ManifestError(.nameTaken, at: target, "a manifest of that name is there already", cause: error)
        }
    }

    /// Gives a first generation its chain, and the folder its name.
    private func open(_ chain: Chain) throws(DiskError) {
        try write(chain, to: staging.appending(component: ASCMHL.chainName))
        try disk.flushFolder(staging)
        _ = try disk.rename(staging, to: folder)
        try disk.flushFolder(scope)
    }

    private var unfinishedChain: RelativePath { named("chain" + HistoryFolder.unfinished, in: folder) }

    /// Adds a manifest to a history: its chain is written first, so that a manifest that has its name is never
    /// without the chain that proves it to be this history's, and a full disk leaves none at all.
    private func extend(
        _ chain: Chain, with temporary: RelativePath, as target: RelativePath
    ) throws(ManifestError) {
        do throws(ManifestError) {
            try onDisk { () throws(DiskError) in
                try write(chain, to: unfinishedChain)
                try disk.flushFolder(folder)
            }
            try give(temporary, its: target)
        } catch {
            // On a network disk a refused rename may have been done all the same: the chain goes only if it was not.
            if (try? disk.remove(temporary)) != nil { try? disk.remove(unfinishedChain) }
            throw error
        }
        // From here on the next seal finishes what this one cannot.
        try onDisk { () throws(DiskError) in try replaceChain() }
    }

    private func replaceChain() throws(DiskError) {
        try disk.replace(folder.appending(component: ASCMHL.chainName), with: unfinishedChain)
        try disk.flushFolder(folder)
    }

    private func write(_ chain: Chain, to place: RelativePath) throws(DiskError) {
        var file = try ManifestFile(creating: place, on: disk)
        do throws(DiskError) {
            try file.append(chain.text)
        } catch {
            file.abandon()
            throw error
        }
        _ = try file.finish()
    }

    /// Removes a first generation that was not finished; a folder that holds anything else is nobody's leftover.
    private func discardStaging() throws(ManifestError) {
        guard let entries = try onDisk({ () throws(DiskError) in try entries(of: staging) }) else { return }
        let isOurs = entries.allSatisfy { entry in
            entry.attributes.kind == .file
                && (ManifestName.generation(in: entry.name) != nil || entry.name == ASCMHL.chainName
                    || entry.name == Array(("manifest" + HistoryFolder.unfinished).utf8))
        }
        guard isOurs else {
            throw ManifestError(
                .nameTaken, at: staging, "the folder is needed for the first manifest, and holds something else")
        }
        try onDisk { () throws(DiskError) in
            for entry in entries { try disk.remove(staging.appending(component: entry.name)) }
            try disk.removeFolder(staging)
        }
    }

    private func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry]? {
        do throws(DiskError) {
            return try disk.entries(of: folder)
        } catch let error where error.reason == .notFound {
            return nil
        }
    }
}
