internal import Checksums
internal import FileTree
internal import Manifests

/// The rolls in a folder: every folder in it that has an ASC MHL history.
struct RollSearch {
    let folder: Folder
    let manifests: TreeManifests

    init(_ argument: String) throws(CustodyError) {
        folder = try Folder(argument)
        manifests = folder.manifests
    }

    /// The rolls that lie in no other.
    var outermost: [RelativePath] {
        let rolls = manifests.histories
        return rolls.filter { roll in !rolls.contains { $0 != roll && roll.lies(within: $0) } }
    }

    /// What is wrong with the histories in a roll and around it; a sound one has none.
    func damage(of roll: RelativePath) -> ManifestFinding? {
        manifests.problems.first { problem in
            guard problem.status != nil else { return false }
            let owner = problem.place.ownerOfHistory
            return owner.lies(within: roll) || roll.lies(within: owner)
        }
    }
}

extension RelativePath {
    /// The folder that a history, or something in it, is about; the path itself where it names no history.
    fileprivate var ownerOfHistory: RelativePath {
        var owner = RelativePath.root
        for component in components {
            if component.elementsEqual("ascmhl".utf8) { return owner }
            guard let next = owner.appending(component) else { return owner }
            owner = next
        }
        return owner
    }

    /// What remains of the path below `folder`; nil when it does not lie in it.
    func inside(_ folder: RelativePath) -> RelativePath? {
        guard lies(within: folder), self != folder else { return nil }
        return folder.isRoot ? self : RelativePath(Array(bytes.dropFirst(folder.bytes.count + 1)))
    }
}
