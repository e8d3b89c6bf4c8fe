internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload

/// One side of a comparison: a folder as it is now, or what a manifest says.
struct DiffSide {
    /// What is known of one file before anything is read.
    struct File {
        let path: [UInt8]
        /// Nil when a manifest does not say.
        let size: ByteCount?
        /// Its number in the folder's snapshot; nil on a manifest's side.
        var number: Int?
        /// The file of the other side's folder that a manifest means by it, however it spells the path.
        var meant: Int?
        /// Its number in the manifest's history, where that is known.
        var record: Int?
    }

    /// What is no part of a comparison.
    struct LeftOut {
        var system = 0
        var ignored = 0
        var own = 0
        var special = 0
    }

    /// Nil on a manifest's side.
    let folder: Folder?
    let files: [File]
    /// Folders below the side's root, in raw bytes; none where a manifest does not list folders.
    let folders: Set<[UInt8]>
    /// Those without a file anywhere below, nil where none are known; others are told of by their files.
    let emptyFolders: [[UInt8]]?
    var leftOut = LeftOut()
    private let manifest: ReadManifest?
    /// What the manifest says of the other side's folder.
    private var judged: TreeManifests?

    /// The places that could not be listed.
    var unreadable: [DiskError] { folder?.tree.unreadable ?? [] }

    /// What is known of a file's content without reading, each with the ways it may be written; none in a folder.
    func claims(for file: File) -> [[Checksum]] {
        if let meant = file.meant {
            return judged?.expectations(for: meant).compactMap { expectation in
                if case .checksum(_, let alternatives) = expectation.claim { return alternatives }
                return nil
            } ?? []
        }
        guard let history = manifest?.history else { return [] }
        return (file.record.map { history.claims(of: $0) } ?? history.claims(for: file.path)).map(\.alternatives)
    }
}

// MARK: - Two of a kind

extension DiffSide {
    /// All of a folder that is the crew's: histories and what systems leave are no content.
    init(_ folder: Folder) {
        self.folder = folder
        manifest = nil
        let tree = folder.tree
        let contents = CardContents(tree, ignore: IgnorePatterns(["ascmhl/"]))
        files = contents.files.map { DiffSide.file($0, in: tree) }
        folders = Set(contents.folders.map { tree.path(of: $0).bytes })
        emptyFolders = DiffSide.emptyFolders(of: tree, files: contents.files, among: contents.folders)
        for number in tree.entries.indices where tree.entries[number].kind != .folder {
            switch contents.exclusions[number] {
            case .systemFile, .appleDouble: leftOut.system += 1
            case .notAFile: leftOut.special += 1
            case .ignored, nil: break
            }
        }
    }

    /// What a manifest lists.
    init(_ manifest: ReadManifest) {
        folder = nil
        self.manifest = manifest
        let history = manifest.history
        files = history.files.map { File(path: $0.path.bytes, size: $0.size, record: $0.number) }
        folders = Set(history.folders.map(\.bytes))
        emptyFolders = DiffSide.emptyFolders(folders, files: files)
    }

    fileprivate static func file(_ number: Int, in tree: TreeSnapshot) -> File {
        File(path: tree.path(of: number).bytes, size: ByteCount(tree.entries[number].size), number: number)
    }

    fileprivate static func emptyFolders(
        of tree: TreeSnapshot, files: [Int], among folders: [Int]
    ) -> [[UInt8]] {
        var holdsFiles = Array(repeating: false, count: tree.entries.count)
        for file in files {
            var folder = Int(tree.entries[file].parent)
            while folder != 0, !holdsFiles[folder] {
                holdsFiles[folder] = true
                folder = Int(tree.entries[folder].parent)
            }
        }
        return folders.filter { !holdsFiles[$0] }.map { tree.path(of: $0).bytes }
    }

    fileprivate static func emptyFolders(_ folders: Set<[UInt8]>, files: [File]) -> [[UInt8]]? {
        var folders = folders
        // A list of files alone says nothing of folders.
        guard !folders.isEmpty else { return nil }
        var last: ArraySlice<UInt8> = []
        for file in files {
            var path = file.path[...]
            while let slash = path.lastIndex(of: UInt8(ascii: "/")) {
                path = path[..<slash]
                // Manifests list folder by folder: most files follow one of the same folder.
                if path == last { break }
                folders.remove(Array(path))
            }
            last = file.path[..<(file.path.lastIndex(of: UInt8(ascii: "/")) ?? 0)]
        }
        return folders.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

// MARK: - A folder and a manifest

extension DiffSide {
    /// Both sides where one is a folder and the other speaks of such a folder: names are found as `verify` finds them,
    /// in any spelling, and what the history leaves out is no difference.
    static func judging(
        _ folder: Folder, by manifest: ReadManifest, lyingAt place: String
    ) -> (folder: DiffSide, manifest: DiffSide, problems: [ManifestFinding]) {
        let judged = TreeManifests.judging(folder.tree, by: manifest, rootPath: folder.path)
        return (
            DiffSide(folder, judged, manifestAt: place), DiffSide(manifest, judged, of: folder.tree), judged.problems
        )
    }

    private init(_ folder: Folder, _ judged: TreeManifests, manifestAt place: String) {
        self.folder = folder
        manifest = nil
        let tree = folder.tree
        let coverage = Coverage(of: tree, by: judged)
        let history = DiffSide.inHistories(of: tree)
        var numbers: [Int] = []
        var folders: [Int] = []
        for number in tree.entries.indices.dropFirst() where !history[number] {
            switch coverage[number] {
            case .listed, .notListed, .unknown: numbers.append(number)
            case .folder, .newFolder:
                if coverage.isContent(number) { folders.append(number) }
            case .manifest: break
            case .ignored: leftOut.ignored += 1
            case .system: leftOut.system += 1
            case .own: leftOut.own += 1
            case .special: leftOut.special += 1
            }
        }
        // A list does not list itself.
        let itself =
            place.hasPrefix(folder.path.below(""))
            ? RelativePath(String(place.dropFirst(folder.path.below("").count))).flatMap { tree.number(at: $0) } : nil
        files = numbers.filter { $0 != itself || judged.isListed($0) }.map { DiffSide.file($0, in: tree) }
        self.folders = Set(folders.map { tree.path(of: $0).bytes })
        emptyFolders = DiffSide.emptyFolders(of: tree, files: numbers, among: folders)
    }

    /// By entry, whether it is a history's own folder, or lies in one.
    private static func inHistories(of tree: TreeSnapshot) -> [Bool] {
        var isInside = Array(repeating: false, count: tree.entries.count)
        for number in tree.entries.indices.dropFirst() {
            let entry = tree.entries[number]
            isInside[number] =
                isInside[Int(entry.parent)]
                || entry.kind == .folder && tree.name(of: number).elementsEqual("ascmhl".utf8)
        }
        return isInside
    }

    private init(_ manifest: ReadManifest, _ judged: TreeManifests, of tree: TreeSnapshot) {
        folder = nil
        self.manifest = manifest
        self.judged = judged
        let found = tree.entries.indices.filter { judged.isListed($0) }.map { number in
            File(path: tree.path(of: number).bytes, size: judged.size(of: number, in: tree), meant: number)
        }
        files =
            found
            + judged.missing.map { file in
                File(
                    path: file.bytes, size: RelativePath(file.bytes).flatMap { manifest.history.record(for: $0)?.size })
            }
        folders = Set(manifest.history.folders.map(\.bytes))
        emptyFolders = DiffSide.emptyFolders(folders, files: files)
    }
}

extension TreeManifests {
    /// The size that a manifest says a file of the tree has.
    fileprivate func size(of number: Int, in tree: TreeSnapshot) -> ByteCount {
        for expectation in expectations(for: number) {
            if case .size(let size) = expectation.claim { return size }
        }
        return ByteCount(tree.entries[number].size)
    }
}
