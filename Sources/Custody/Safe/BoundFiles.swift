internal import FileTree

/// Files of a folder that lie on another volume than the folder: something is mounted over their names.
///
/// A bound folder is told by the walk over the tree. A bound file only shows by its own device number.
struct BoundFiles {
    private let numbers: Set<Int>

    /// Looks at each of these files once.
    ///
    /// - Parameter volume: the folder's; on an overlay files have the numbers of what lies below, and nothing can be
    ///   told.
    init(among files: some Sequence<Int>, in folder: Folder, on volume: Volume) {
        guard volume.kind.name != "overlay", let root = try? folder.disk.attributes(of: .root) else {
            numbers = []
            return
        }
        // A file that cannot be looked at cannot be read either, and that is told of it.
        numbers = Set(
            files.filter { number in
                guard let file = try? folder.disk.attributes(of: folder.tree.path(of: number)) else { return false }
                return file.device != root.device
            })
    }

    func contains(_ number: Int) -> Bool { numbers.contains(number) }
}
