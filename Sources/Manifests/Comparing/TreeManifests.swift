public import Checksums
public import FileTree

/// What the manifests that lie in a tree say of its files.
///
/// ASC MHL histories at the root and below, Media Hash Lists v1.x, and plain lists of checksums. Nothing here is
/// trusted: paths never leave the tree, sizes and counts have limits, and whatever cannot be read is a finding.
public struct TreeManifests: Sendable {
    /// One history, or one list.
    public struct Source: Sendable {
        /// What it is.
        public let format: ManifestFormat
        /// The list, or the folder `ascmhl` of the history.
        public let place: RelativePath
        /// The folder that its paths start from.
        public let folder: RelativePath
        /// What it says; without records where it could not be read.
        public internal(set) var history = History()
        /// How many of the tree's files it lists.
        public internal(set) var listed = 0
        /// What it lists and the tree does not have.
        public internal(set) var missing: [MissingFile] = []
        /// How many files it lists that the tree does not have and its patterns have left out since.
        public internal(set) var leftOut = 0
        /// Folders it lists and the tree does not have, below the tree's root.
        public internal(set) var missingFolders: [RelativePath] = []

        /// Whether it is a history with a chain, and no lone manifest of that format, for which nothing vouches.
        public var isHistory: Bool { format == .ascMHL && place == ASCMHL.folder(of: folder) }

        let folderNumber: Int
        /// Whether it says which folders there are.
        var listsFolders = false
        var ignored = IgnorePatterns([])
    }

    /// The histories and lists, in the order of the tree.
    public internal(set) var sources: [Source] = []
    /// What a person should know of the manifests themselves.
    public internal(set) var problems: [ManifestFinding] = []
    /// The algorithms with which every expectation can be checked, in their order of declaration.
    public internal(set) var algorithms: [ChecksumAlgorithm] = []
    /// How many of the tree's files are listed by any manifest.
    public internal(set) var listed = 0

    let tree: TreeSnapshot
    var facts = FactTable()
    /// By entry, whether it is a manifest or lies in a history's own folder.
    var isOfManifests: [Bool]

    /// By entry, whether a history lists it as a folder.
    var isListedFolder: [Bool]
    /// By folder, the sources of ASC MHL that are about it, and all folders that any source is about.
    var sourcesOfASCMHL: [Int: [Int]] = [:]
    var foldersOfSources: Set<Int> = []
    private let links: TreeLinks

    init(_ tree: TreeSnapshot, _ links: TreeLinks) {
        self.tree = tree
        self.links = links
        isListedFolder = Array(repeating: false, count: tree.entries.count)
        isOfManifests = Array(repeating: false, count: tree.entries.count)
    }

    /// Reads every manifest in a tree.
    ///
    /// - Parameters:
    ///   - disk: where the tree lies.
    ///   - tree: what it holds, from the disk's root.
    ///   - rootPath: the absolute path of the root, where it is known: lists may hold such paths.
    ///   - links: links that stand for files of the tree; none where links are of no account.
    public static func found(
        on disk: any ReadableDisk, in tree: TreeSnapshot, rootPath: String? = nil, links: TreeLinks = TreeLinks()
    ) -> TreeManifests {
        var reader = TreeManifestReader(disk: disk, tree: tree, rootPath: rootPath, links: links)
        return reader.read()
    }

    /// Reads one manifest or history that lies anywhere, and takes it for one of this tree.
    ///
    /// - Parameters:
    ///   - manifest: what was read of it.
    ///   - tree: the files it is to judge; its paths start at the tree's root.
    ///   - place: the manifest's own place in the tree, if it lies there: it is no file that it should list.
    public static func judging(
        _ tree: TreeSnapshot, by manifest: ReadManifest, lyingAt place: RelativePath? = nil, rootPath: String? = nil,
        links: TreeLinks = TreeLinks()
    ) -> TreeManifests {
        var reader = TreeManifestReader(disk: nil, tree: tree, rootPath: rootPath, links: links)
        return reader.take(manifest, lyingAt: place)
    }

    /// The algorithms of the tree's ASC MHL histories: a generation that continues one needs them too.
    public var historyAlgorithms: Set<ChecksumAlgorithm> {
        var found: Set<ChecksumAlgorithm> = []
        for source in sources where source.format == .ascMHL {
            found.formUnion(source.history.folderHashAlgorithms)
            found.formUnion(source.history.records.algorithms.algorithms)
        }
        return found
    }

    /// What is listed and not in the tree.
    public var missing: [MissingFile] { sources.flatMap(\.missing) }

    /// The folders that have a history, the root first.
    public var histories: [RelativePath] { sources.filter(\.isHistory).map(\.folder).sorted() }

    /// The lists that were read, without the histories' manifests.
    public var lists: [RelativePath] { sources.filter { $0.format != .ascMHL }.map(\.place) }

    /// What is said of a file, by its number in the snapshot; none when no manifest lists it.
    ///
    /// A size is only among it when the file has another.
    public func expectations(for number: Int) -> [Expectation] {
        facts.statements(about: number).flatMap { statement in
            let place = sources[statement.manifest].place
            var found: [Expectation] = []
            if let size = statement.size, size != tree.entries[number].size {
                found.append(Expectation(claim: .size(ByteCount(size)), manifest: place))
            }
            for alternatives in statement.claims {
                found.append(
                    Expectation(
                        claim: .checksum(alternatives[0].algorithm, alternatives: alternatives), manifest: place))
            }
            return found
        }
    }

    /// Whether any manifest lists a file.
    public func isListed(_ number: Int) -> Bool { facts.isListed(number) }

    /// The entry whose content counts for one: behind a link, the file of the tree that it leads to.
    public func content(of number: Int) -> Int { links.file(behind: number) ?? number }

    /// Whether a folder is new: the history that it lies in says which folders there are, and does not name it.
    ///
    /// A folder with a history of its own is never new: a child may come without its parent being told.
    public func isNewFolder(_ number: Int) -> Bool {
        guard !isListedFolder[number], !foldersOfSources.contains(number) else { return false }
        var folder = number
        while folder != 0 {
            folder = Int(tree.entries[folder].parent)
            if let histories = sourcesOfASCMHL[folder] { return histories.contains { sources[$0].listsFolders } }
        }
        return false
    }

    /// The checksums that all manifests together have of a file.
    public func algorithms(of number: Int) -> AlgorithmSet { facts.algorithms(of: number) }

    /// Whether an entry is a manifest, or lies in the folder of a history.
    public func isPartOfManifests(_ number: Int) -> Bool { isOfManifests[number] }

    /// Whether the histories around an entry leave it out: it, or a folder it lies in, matches their patterns.
    public func isIgnored(_ number: Int) -> Bool {
        var chain = [number]
        while let last = chain.last, last != 0 { chain.append(Int(tree.entries[last].parent)) }
        let path = tree.path(of: number)
        return chain.indices.contains { reached in
            (sourcesOfASCMHL[chain[reached]] ?? []).contains { place in
                let source = sources[place]
                guard path.lies(within: source.folder) else { return false }
                return chain[..<reached].contains { entry in
                    let inside = tree.path(of: entry).below(source.folder)
                    return source.ignored.leavesOut(inside, isFolder: tree.entries[entry].kind == .folder)
                }
            }
        }
    }
}

/// The kinds of manifests that are read.
public enum ManifestFormat: String, Hashable, Sendable {
    /// A history of ASC MHL v2.0, or a packing list of that format.
    case ascMHL = "asc-mhl"
    /// A Media Hash List v1.0 or v1.1.
    case mhl
    /// A plain list of checksums.
    case list

    /// Its name for people.
    public var words: String {
        switch self {
        case .ascMHL: "ASC MHL"
        case .mhl: "MHL v1"
        case .list: "checksum list"
        }
    }
}

extension RelativePath {
    /// What remains of the path below `folder`, in which it lies.
    func below(_ folder: RelativePath) -> RelativePath {
        folder.isRoot ? self : RelativePath(unchecked: Array(bytes.dropFirst(folder.bytes.count + 1)))
    }
}
