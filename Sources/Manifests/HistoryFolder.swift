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
    private static let folderPermissions: UInt16 = 0o755

    private var folder: RelativePath { ASCMHL.folder(of: scope) }
    private var staging: RelativePath { scope.appending(component: stagingName) }

    private func named(_ name: String, in folder: RelativePath) -> RelativePath {
        folder.appending(component: name.utf8)
    }

    /// Removes what a run that was stopped has left: its temporary files, and a manifest it did not chain.
    ///
    /// - Parameter ownName: the name this run would give the manifest of a generation.
    /// - Throws: where a manifest lies there that is in no chain and is not this run's.
    func clean(ownName: (Int) -> [UInt8]) throws(ManifestError) {
        try onDisk { () throws(DiskError) in try discard(staging) }
        guard let entries = try onDisk({ () throws(DiskError) in try entries(of: folder) }) else { return }
        for entry in entries where entry.attributes.kind == .file {
            guard entry.name.suffix(HistoryFolder.unfinished.utf8.count).elementsEqual(HistoryFolder.unfinished.utf8)
            else { continue }
            try onDisk { () throws(DiskError) in try disk.remove(folder.appending(component: entry.name)) }
        }
        let names = entries.filter { $0.attributes.kind == .file }.map(\.name)
        let manifests = names.filter { ManifestName.generation(in: $0) != nil }.sorted {
            $0.lexicographicallyPrecedes($1)
        }
        let chain = try Chain.read(on: disk, of: scope)
        for name in manifests where !chain.links.contains(where: { $0.name == name }) {
            let place = folder.appending(component: name)
            guard name == ownName(chain.next) else {
                throw ManifestError(
                    .unlistedManifest, at: place,
                    "a manifest lies there that the history's chain does not list; look at it and move it away")
            }
            try onDisk { () throws(DiskError) in try disk.remove(place) }
        }
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
            if isFirst { try? discard(staging) }
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

    private func discard(_ folder: RelativePath) throws(DiskError) {
        guard let entries = try entries(of: folder) else { return }
        for entry in entries { try disk.remove(folder.appending(component: entry.name)) }
        try disk.removeFolder(folder)
    }

    private func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry]? {
        do throws(DiskError) {
            return try disk.entries(of: folder)
        } catch let error where error.reason == .notFound {
            return nil
        }
    }
}
