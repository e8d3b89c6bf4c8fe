internal import Checksums
internal import FileTree
internal import XMLText

/// A history's folder on a destination, as something that grows by one generation at a time.
///
/// A first generation is put together in a folder beside it, which then takes the name `ascmhl` in one step: an
/// `ascmhl` folder without a chain would make the reference refuse the roll for good. A later one is written
/// under a temporary name, named, and only then put into the chain.
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
    /// - Parameter ownName: the name this run would give the manifest of a generation.
    /// - Throws: where a manifest lies there that is in no chain and is not ours.
    func opened(_ source: GenerationSource, ownName: (Int) -> [UInt8]) throws(ManifestError) -> History? {
        try clear()
        guard let history = try ASCMHL.history(on: disk, at: scope) else { return nil }
        guard !history.unlisted.isEmpty else { return history }
        try settle(history.unlisted, after: Chain(of: history), source, ownName)
        return try ASCMHL.history(on: disk, at: scope)
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

    /// A manifest that lies there whole and is in no chain: its run was stopped between the two steps of a commit.
    ///
    /// A copy that goes on writes its own anew. Any other of ours was hashed and flushed: it is put into the chain,
    /// as the reference reads it anyway. What somebody else has put there is not touched.
    private func settle(
        _ unlisted: [RelativePath], after chain: Chain, _ source: GenerationSource, _ ownName: (Int) -> [UInt8]
    ) throws(ManifestError) {
        var rest = unlisted
        if !source.isInPlace, let own = rest.firstIndex(where: { $0.name.elementsEqual(ownName(chain.next)) }) {
            try onDisk { () throws(DiskError) in try disk.remove(rest[own]) }
            rest.remove(at: own)
        }
        guard let place = rest.first else { return }
        let name = Array(place.name)
        guard rest.count == 1, ManifestName.generation(in: name) == chain.next,
            let c4 = try ManifestHead.wholeOfOurs(place, on: disk)
        else {
            throw ManifestError(
                .unlistedManifest, at: place,
                "a manifest lies there that the history's chain does not list; look at it and move it away")
        }
        var grown = chain
        grown.links.append(Chain.Link(sequence: chain.next, name: name, checksums: [c4]))
        try onDisk { () throws(DiskError) in try extend(grown) }
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
            let c4 = try place(name, in: home, write: write)
            var chain = chain ?? Chain()
            chain.links.append(Chain.Link(sequence: number, name: name, checksums: [c4]))
            if isFirst {
                try onDisk { () throws(DiskError) in try open(chain) }
            } else {
                try onDisk { () throws(DiskError) in try extend(chain) }
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

    private func place(
        _ name: [UInt8], in home: RelativePath, write: (inout ManifestFile) throws(ManifestError) -> Void
    ) throws(ManifestError) -> Checksum {
        let temporary = named("manifest" + HistoryFolder.unfinished, in: home)
        var file = try onDisk { () throws(DiskError) in try ManifestFile(creating: temporary, on: disk) }
        do throws(ManifestError) {
            try write(&file)
        } catch {
            file.abandon()
            throw error
        }
        let target = home.appending(component: name)
        do throws(DiskError) {
            let c4 = try file.finish()
            _ = try disk.rename(temporary, to: target)
            try disk.flushFolder(home)
            return c4
        } catch {
            try? disk.remove(temporary)
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

    private func extend(_ chain: Chain) throws(DiskError) {
        let temporary = named("chain" + HistoryFolder.unfinished, in: folder)
        do throws(DiskError) {
            try write(chain, to: temporary)
            try disk.replace(folder.appending(component: ASCMHL.chainName), with: temporary)
        } catch {
            // The manifest stays: on a network disk a refused rename may have been done all the same.
            try? disk.remove(temporary)
            throw error
        }
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
