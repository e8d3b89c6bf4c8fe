internal import FileTree
internal import Offload

/// Where a roll that is healed lies, and where everything goes that must not lie in it.
struct RollPlaces: Equatable {
    /// The folder that is opened: the destination that the roll was offloaded to, as far as that can be told.
    let base: String
    /// The roll, below it.
    let roll: RelativePath

    /// Our desk: lock, staging, and the list of what was healed and is not recorded yet.
    var desk: RollPlace { RollPlace(roll: roll) }

    /// What was healed and is not recorded yet.
    var note: RelativePath { desk.desk.appending(RollPlaces.noteName) }

    /// The same while it is being written.
    var newNote: RelativePath { desk.desk.appending(RollPlaces.newNoteName) }

    /// Where damaged files go, where ingest puts the roll's logs.
    var damaged: RelativePath { RollPlaces.logs.appending(roll).appending(RollPlaces.damagedName) }

    /// The name that manifests give the roll, which is unfinished as long as files are missing.
    var rollName: [UInt8] {
        let name = Array(roll.name)
        let suffix = Array(".partial".utf8)
        return name.count > suffix.count && name.suffix(suffix.count).elementsEqual(suffix)
            ? Array(name.dropLast(suffix.count)) : name
    }

    private static let logs = RelativePath(literal: "Logs")
    private static let damagedName = RelativePath(literal: "damaged")
    private static let noteName = RelativePath(literal: "healed")
    private static let newNoteName = RelativePath(literal: "healed.new")

    /// Finds the destination around a roll: the nearest folder above it whose `Logs` know the roll, else its parent.
    ///
    /// - Parameters:
    ///   - isFolder: whether a folder lies at an absolute path.
    ///   - isOnItsVolume: whether an absolute path lies on the roll's volume.
    /// - Returns: nil where the folder above it lies on another volume.
    static func around(
        roll path: String, isFolder: (String) -> Bool, isOnItsVolume: (String) -> Bool
    ) -> RollPlaces? {
        var names: [String] = []
        var (inner, above) = (path, path.parentPath)
        while inner != "/", isOnItsVolume(above) {
            names.insert(inner.lastComponent, at: 0)
            let below = names.joined(separator: "/")
            if isFolder(above.below("Logs").below(below)), let roll = RelativePath(below) {
                return RollPlaces(base: above, roll: roll)
            }
            (inner, above) = (above, above.parentPath)
        }
        guard !names.isEmpty else { return nil }
        return RelativePath(path.lastComponent).map { RollPlaces(base: path.parentPath, roll: $0) }
    }
}

extension RelativePath {
    /// A name that is known to be one.
    fileprivate init(literal name: StaticString) {
        guard let path = RelativePath("\(name)") else { preconditionFailure("not a name: \(name)") }
        self = path
    }
}
