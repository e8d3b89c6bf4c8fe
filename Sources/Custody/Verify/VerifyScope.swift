internal import FileTree
internal import Manifests

/// What one path of a verification means: a folder, the manifests that judge it, and the part that is asked about.
struct VerifyScope {
    let argument: String
    let folder: Folder
    let manifests: TreeManifests
    /// Only what lies in here is asked about; the root when all is.
    var part = RelativePath.root
    /// Whether files that no manifest lists count: a lone list does not claim to list all that lies beside it.
    var countsUnlisted = true

    /// Finds out what a path is and which manifests speak of it.
    ///
    /// A manifest judges its own folder. A folder is searched downwards; where that finds nothing, and for a
    /// single file, the folders around it are asked.
    static func finding(_ argument: String) throws(CustodyError) -> VerifyScope {
        guard let path = Machine.resolvedPath(argument) else { throw .notThere(argument) }
        switch Machine.kind(ofPath: path) {
        case .folder: return try finding(folder: path, argument)
        case .file: return try finding(file: path, argument)
        default:
            throw CustodyError(
                .wrongKind, at: argument, "This is neither a folder nor a file.", status: .usage)
        }
    }

    /// Takes a folder, judged by a manifest that lies elsewhere.
    ///
    /// - Parameter place: what the person named as the manifest.
    static func judging(
        _ argument: String, by manifest: ReadManifest, named place: String
    ) throws(CustodyError) -> VerifyScope {
        let folder = try Folder(argument)
        return VerifyScope(
            argument: argument, folder: folder,
            manifests: TreeManifests.judging(
                folder.tree, by: manifest, lyingAt: folder.place(of: place), rootPath: folder.path,
                links: folder.links))
    }

    private static func finding(folder path: String, _ argument: String) throws(CustodyError) -> VerifyScope {
        let name = path.lastComponent
        if name == "ascmhl" { return try finding(folder: path.parentPath, argument) }
        let folder = try Folder(path)
        let manifests = folder.manifests
        if manifests.sources.isEmpty, manifests.problems.isEmpty, let above = try around(path, argument) {
            return above
        }
        return VerifyScope(argument: argument, folder: folder, manifests: manifests)
    }

    private static func finding(file path: String, _ argument: String) throws(CustodyError) -> VerifyScope {
        let parent = path.parentPath
        if parent.lastComponent == "ascmhl" { return try finding(folder: parent.parentPath, argument) }
        guard ManifestArgument.isManifestName(path.lastComponent) else {
            if let above = try around(path, argument) { return above }
            // Whatever it is called: a person who names a list means it as one.
            if let list = try? ManifestArgument.read(list: path, argument) {
                return try judging(list, at: path, argument)
            }
            throw CustodyError(
                .manifest, at: argument, "No manifest in the folders around it lists it.",
                nextStep: "Name the folder it lies in, and a manifest with --against.", status: .noHistory)
        }
        return try judging(try ManifestArgument.read(list: path, argument), at: path, argument)
    }

    /// A list judges the folder it lies in, and does not claim to list all of it.
    private static func judging(
        _ list: ReadManifest, at path: String, _ argument: String
    ) throws(CustodyError) -> VerifyScope {
        let scope = try judging(path.parentPath, by: list, named: path)
        return VerifyScope(
            argument: argument, folder: scope.folder, manifests: scope.manifests, countsUnlisted: false)
    }

    /// The nearest folder above whose history, or whose lists, speak of what lies at `path`.
    private static func around(_ path: String, _ argument: String) throws(CustodyError) -> VerifyScope? {
        var part = path.lastComponent
        var above = path.parentPath
        while true {
            let isNearest = above == path.parentPath
            if isNearest || Machine.kind(ofPath: above.below("ascmhl")) == .folder {
                let folder = try Folder(above)
                let manifests = folder.manifests
                let place = RelativePath(part) ?? .root
                if manifests.lists(anythingIn: place, of: folder.tree) {
                    return VerifyScope(argument: argument, folder: folder, manifests: manifests, part: place)
                }
            }
            guard above != "/" else { return nil }
            part = "\(above.lastComponent)/\(part)"
            above = above.parentPath
        }
    }
}

extension Folder {
    /// Where something that a person named lies in it; nil when it lies elsewhere.
    fileprivate func place(of argument: String) -> RelativePath? {
        let head = path == "/" ? "/" : path + "/"
        guard let other = Machine.resolvedPath(argument), other.hasPrefix(head) else { return nil }
        return RelativePath(String(other.dropFirst(head.count)))
    }

    /// What the manifests in it say.
    var manifests: TreeManifests { TreeManifests.found(on: disk, in: tree, rootPath: path, links: links) }
}

extension TreeManifests {
    fileprivate func lists(anythingIn part: RelativePath, of tree: TreeSnapshot) -> Bool {
        tree.entries.indices.contains { isListed($0) && tree.path(of: $0).lies(within: part) }
    }
}
