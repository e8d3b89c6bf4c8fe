internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload

/// One side of a comparison: a folder as it is now, or what a manifest says.
struct DiffSide {
    enum Kind {
        case folder(Folder)
        case manifest(ReadManifest)
    }

    /// What is known of one file before anything is read.
    struct File {
        let path: [UInt8]
        /// Nil when a manifest does not say.
        let size: ByteCount?
        /// Its number in the folder's snapshot; nil on a manifest's side.
        let number: Int?
    }

    let kind: Kind
    let files: [File]
    /// Folders below the side's root, in raw bytes.
    let folders: Set<[UInt8]>

    /// Takes what a person named: a folder means what it holds now, anything else what was written down.
    init(_ argument: String) throws(CustodyError) {
        guard let path = Machine.resolvedPath(argument) else { throw .notThere(argument) }
        if Machine.kind(ofPath: path) == .folder, path.lastComponent != "ascmhl" {
            self.init(try Folder(argument))
        } else {
            self.init(try ManifestArgument.read(argument))
        }
    }

    /// All of a folder that is the crew's: histories and what systems leave are no content.
    private init(_ folder: Folder) {
        kind = .folder(folder)
        let contents = CardContents(folder.tree, ignore: IgnorePatterns(["ascmhl/"]))
        files = contents.files.map { number in
            File(
                path: folder.tree.path(of: number).bytes, size: ByteCount(folder.tree.entries[number].size),
                number: number)
        }
        folders = Set(contents.folders.map { folder.tree.path(of: $0).bytes })
    }

    private init(_ manifest: ReadManifest) {
        kind = .manifest(manifest)
        let history = manifest.history
        files = history.paths.map { File(path: $0.bytes, size: history.record(for: $0)?.size, number: nil) }
        folders = Set(history.folders.map(\.bytes))
    }

    /// What is known of a file's content without reading; none on a folder's side.
    func claims(for file: File) -> [Claim] {
        guard case .manifest(let manifest) = kind else { return [] }
        return manifest.history.claims(for: file.path)
    }

    /// Whether its list of folders is whole: lists of files alone say nothing of folders.
    var knowsFolders: Bool {
        switch kind {
        case .folder: true
        case .manifest: !folders.isEmpty
        }
    }

    var folder: Folder? {
        guard case .folder(let folder) = kind else { return nil }
        return folder
    }
}
