internal import Checksums
internal import FileTree
internal import XMLText

/// A folder with a history of its own, or one that gets its first.
struct HistoryScope {
    /// Its entry number; 0 for the roll.
    let folder: Int
    /// Where it lies below the roll.
    let path: RelativePath
    /// Which scope it lies in directly; nil for the roll.
    let parent: Int?
    /// What its manifests say; nil before the first.
    let history: History?
    /// What is left out, relative to its folder; as its next generation says it.
    let patterns: IgnorePatterns

    /// The one algorithm of all its folder hashes; nil when the history mixes several, or has another than `asked`
    /// and that is not at hand.
    ///
    /// The reference fails on a history that mixes them.
    func folderAlgorithm(asked: [ChecksumAlgorithm]) -> ChecksumAlgorithm? {
        guard let used = history?.folderHashAlgorithms, !used.isEmpty else { return asked.first }
        return used.count == 1 ? ChecksumAlgorithm.sealable.first(where: used.contains) : nil
    }

    static func gone(_ place: RelativePath) -> ManifestError {
        ManifestError(.nestedHistoryMissing, at: place, "the history of the roll refers to one here, which is gone")
    }
}

/// The histories of a roll, and which of its files and folders belongs to which.
struct RollScopes {
    /// The roll itself first, then parents before children, in the order of the tree.
    private(set) var scopes: [HistoryScope] = []
    /// By entry number: the scope that lists it; -1 for what is left out.
    private(set) var owners: [Int32]
    /// What is not left out.
    private(set) var roll: RollTree

    private let contents: RollContents
    private let disk: any ReadableDisk
    private let place: RelativePath
    /// For each folder: the scope that what lies in it belongs to, and the folder's path below that scope.
    private var insides: [Int: (scope: Int, path: [UInt8])] = [:]

    /// Finds them, from the top down.
    ///
    /// - Parameter open: is given each folder that has a history, and the roll; reads the history.
    init(
        of contents: RollContents, on disk: any ReadableDisk, at place: RelativePath,
        open: (RelativePath, Int) throws(ManifestError) -> History?
    ) throws(ManifestError) {
        self.contents = contents
        self.disk = disk
        self.place = place
        let tree = contents.tree
        owners = Array(repeating: -1, count: tree.entries.count)
        owners[0] = 0
        roll = RollTree(tree: tree, isPresent: [], ignored: IgnorePatterns([]))
        append(0, .root, parent: nil, history: try open(place, 0), patterns: contents.ignore)
        insides[0] = (0, [])
        for number in tree.entries.indices.dropFirst() {
            // What lies in a folder that is left out is left out with it.
            guard let above = insides[Int(tree.entries[number].parent)] else { continue }
            let path = above.path + (above.path.isEmpty ? [] : [UInt8(ascii: "/")]) + tree.name(of: number)
            let isFolder = tree.entries[number].kind == .folder
            guard contents.holds(number),
                !scopes[above.scope].patterns.leavesOut(RelativePath(unchecked: path), isFolder: isFolder)
            else { continue }
            owners[number] = Int32(above.scope)
            guard isFolder else { continue }
            insides[number] = try enter(number, path, of: above.scope, open: open)
        }
        roll.isPresent = owners.map { $0 >= 0 }
    }

    private mutating func enter(
        _ folder: Int, _ path: [UInt8], of parent: Int,
        open: (RelativePath, Int) throws(ManifestError) -> History?
    ) throws(ManifestError) -> (scope: Int, path: [UInt8]) {
        let below = RelativePath(unchecked: path)
        let whole = scopes[parent].path.appending(below)
        guard try ASCMHL.hasHistory(on: disk, at: place.appending(whole)) else { return (parent, path) }
        let inherited = NestedPatterns.texts(scopes[parent].patterns.texts, below: below)
        append(folder, whole, parent: parent, history: try open(place.appending(whole), folder), patterns: inherited)
        return (scopes.count - 1, [])
    }

    private mutating func append(
        _ folder: Int, _ path: RelativePath, parent: Int?, history: History?, patterns: [String]
    ) {
        scopes.append(
            HistoryScope(
                folder: folder, path: path, parent: parent, history: history,
                patterns: IgnorePatterns(ASCMHL.defaultIgnore + (history?.ignorePatterns ?? []) + patterns)))
    }

    /// The histories directly below one, by their places in `scopes`.
    func children(of scope: Int) -> [Int] { scopes.indices.filter { scopes[$0].parent == scope } }

    /// Fails where a history refers to one that is gone; the reference takes over the files of such a history as new.
    func checkReferences() throws(ManifestError) {
        for scope in scopes {
            for folder in scope.history?.nested ?? [] {
                let path = place.appending(scope.path.appending(folder))
                guard try ASCMHL.hasHistory(on: disk, at: path) else { throw HistoryScope.gone(path) }
            }
        }
    }
}

/// Which part of a tree is meant.
struct RollContents {
    let tree: TreeSnapshot
    let isPresent: [Bool]
    /// New patterns, relative to the roll.
    let ignore: [String]
    /// Whether what a stopped seal leaves can lie in it.
    let isInPlace: Bool

    /// Whether an entry can be listed at all.
    func holds(_ number: Int) -> Bool {
        guard isPresent[number] else { return false }
        let name = tree.name(of: number)
        switch tree.entries[number].kind {
        case .folder where name.elementsEqual(ASCMHL.folderName): return false
        case .file, .folder: return !isInPlace || !name.starts(with: ASCMHL.unfinishedFolder.utf8)
        default: return false
        }
    }
}
