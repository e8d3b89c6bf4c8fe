internal import FileTree

/// How long the paths of a tree are below the folder, without a path being put together.
struct PathLengths: Sendable {
    private let tree: TreeSnapshot
    private let unit: LengthUnit
    /// By entry; only those of folders are filled.
    private var folders: [Int]
    /// Folders that are too long.
    private var told: Set<Int> = []

    /// Counts the folders of a tree.
    init(_ tree: TreeSnapshot, in unit: LengthUnit) {
        (self.tree, self.unit) = (tree, unit)
        folders = Array(repeating: 0, count: tree.entries.count)
        for entry in tree.entries.indices.dropFirst() where tree.entries[entry].kind == .folder {
            folders[entry] = length(of: entry)
        }
    }

    /// The length of an entry's path; a slash counts one.
    func length(of entry: Int) -> Int {
        let (parent, own) = (parent(of: entry), unit.length(of: tree.name(of: entry)))
        return parent == 0 ? own : folders[parent] + 1 + own
    }

    /// Whether an entry's path is too long, and that of its folder was not told: what lies in it follows.
    ///
    /// Entries are asked for in the order of the tree.
    mutating func isFirst(beyond most: Int, _ entry: Int) -> Bool {
        guard length(of: entry) > most else { return false }
        let isKnown = told.contains(parent(of: entry))
        if tree.entries[entry].kind == .folder { told.insert(entry) }
        return !isKnown
    }

    private func parent(of entry: Int) -> Int { Int(tree.entries[entry].parent) }
}
