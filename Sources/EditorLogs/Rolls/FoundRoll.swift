internal import FileTree

/// A roll or card in a folder that was searched.
struct FoundRoll {
    /// The folder that was searched.
    let folder: SearchedFolder
    /// Where the roll lies in it.
    let path: RelativePath
    /// What is in it.
    let content: RollContent

    init(_ path: RelativePath, in folder: SearchedFolder) {
        (self.folder, self.path) = (folder, path)
        content = RollContent(folder.tree.number(at: path).map(folder.tree.subtree) ?? folder.tree)
    }

    /// Where it lies in the system.
    var place: String { folder.path(of: path) }

    /// The name of its folder.
    private var folderName: String { place.lastPathName ?? "" }

    /// Whether its offload was begun and not finished.
    var isPartial: Bool { folderName.without(ending: FoundRoll.partialEnding) != nil }

    /// Its path below the folder that was named, or its name where it is that folder; without what ingest puts behind.
    var pathInFolder: String {
        guard !path.isRoot else { return name }
        return path.description.without(ending: FoundRoll.partialEnding) ?? path.description
    }

    /// Its own name, which it has once it is whole.
    var name: String { folderName.without(ending: FoundRoll.partialEnding) ?? folderName }

    /// What ingest puts behind the name of a roll that is not whole.
    static let partialEnding = ".partial"

    /// Whether it is another copy of the same roll: the same name, and files of the same names and sizes.
    func isCopy(of other: FoundRoll) -> Bool { name == other.name && content.listing == other.content.listing }
}
