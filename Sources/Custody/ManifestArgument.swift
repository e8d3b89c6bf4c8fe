internal import FileTree
internal import Manifests

/// A manifest that a person names: a roll, its history, one generation of it, or a list.
enum ManifestArgument {
    /// Reads what is named, histories nested in a roll included.
    static func read(_ argument: String) throws(CustodyError) -> ReadManifest {
        guard let path = Machine.resolvedPath(argument) else { throw .notThere(argument) }
        switch Machine.kind(ofPath: path) {
        case .folder:
            return try read(roll: path.lastComponent == "ascmhl" ? path.parentPath : path, argument)
        case .file where path.parentPath.lastComponent == "ascmhl":
            return try read(generation: path, argument)
        case .file: return try read(list: path, argument)
        default: throw CustodyError(.wrongKind, at: argument, "This is no manifest.", status: .usage)
        }
    }

    /// Whether a file's name says that it is a manifest.
    static func isManifestName(_ name: String) -> Bool {
        name.lowercased().hasSuffix(".mhl") || ReadManifest.isListName(name)
    }

    /// Reads a list, whatever its format.
    static func read(list path: String, _ argument: String) throws(CustodyError) -> ReadManifest {
        try onDisk(at: path.parentPath, argument) { (disk) throws(ManifestError) in
            guard let name = RelativePath(path.lastComponent) else { return nil }
            return try ReadManifest(at: name, on: disk)
        }
    }

    private static func read(roll path: String, _ argument: String) throws(CustodyError) -> ReadManifest {
        try onDisk(at: path, argument) { (disk) throws(ManifestError) in
            if try ASCMHL.hasHistory(on: disk, at: .root) { return try ReadManifest(historyOf: .root, on: disk) }
            let entries: [FolderEntry]
            do throws(DiskError) {
                entries = try disk.entries(of: .root)
            } catch {
                throw ManifestError(.disk, at: .root, error.description, cause: error)
            }
            let lists = entries.filter { entry in
                entry.attributes.kind == .file && !entry.name.starts(with: "._".utf8)
                    && isManifestName(String(decoding: entry.name, as: UTF8.self))
            }
            guard lists.count == 1, let place = RelativePath(lists[0].name) else {
                throw ManifestError(
                    .historyMissing, at: .root,
                    lists.isEmpty
                        ? "there is no manifest here" : "there are \(lists.count) lists here: name one of them")
            }
            return try ReadManifest(at: place, on: disk)
        }
    }

    private static func read(generation path: String, _ argument: String) throws(CustodyError) -> ReadManifest {
        try onDisk(at: path.parentPath.parentPath, argument) { (disk) throws(ManifestError) in
            try ReadManifest(historyOf: .root, upTo: path.lastComponent, on: disk)
        }
    }

    private static func onDisk(
        at path: String, _ argument: String, _ read: (CardDisk) throws(ManifestError) -> ReadManifest?
    ) throws(CustodyError) -> ReadManifest {
        let disk: CardDisk
        do throws(DiskError) {
            disk = try CardDisk(path: path)
        } catch {
            throw CustodyError(error, at: argument)
        }
        let manifest: ReadManifest?
        do throws(ManifestError) {
            manifest = try read(disk)
        } catch {
            throw CustodyError(error, at: argument)
        }
        guard let manifest else { throw .notThere(argument) }
        return manifest
    }
}
