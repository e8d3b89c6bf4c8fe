internal import FileTree

/// Finds in a tree what was published under a path.
struct PublishedPlaces {
    /// What is found there.
    enum Place: Hashable {
        /// Something has the name: its entry.
        case there(Int)
        /// Nothing has: the outermost path that is missing, the file's own or that of a folder around it.
        case gone(with: RelativePath)
        /// Nobody looked there: the folder could not be read, or is another volume.
        case unseen
    }

    private let tree: TreeSnapshot
    private let index: TreeIndex
    /// Folders whose content nobody knows.
    private let unread: Set<Int>

    init(_ tree: TreeSnapshot, _ index: TreeIndex) {
        (self.tree, self.index) = (tree, index)
        unread = Set(tree.unreadable.compactMap { index.number(at: $0.place) })
    }

    /// What has a path now.
    func place(of path: RelativePath) -> Place {
        var entry = 0
        var end = 0
        for component in path.components {
            end = component.endIndex
            let kind = tree.entries[entry].kind
            if kind == .mount || unread.contains(entry) { return .unseen }
            guard kind == .folder, let next = index.child(named: component, of: entry) else {
                return .gone(with: RelativePath(unchecked: Array(path.bytes[..<end])))
            }
            entry = next
        }
        return .there(entry)
    }
}
