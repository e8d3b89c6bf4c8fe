public import FileTree
internal import Offload

/// A destination as it was found before the start.
public struct Destination: Sendable {
    /// As the person wrote it.
    public let argument: String
    /// Its path without links.
    public let path: String
    /// Its disk; of the folder around it while it does not exist.
    public let disk: any Disk
    /// Its volume.
    public let volume: Volume
    /// Whether its folder has yet to be made.
    public let isNew: Bool

    /// Looks at a destination; nothing is written.
    static func survey(_ argument: String, in surroundings: Surroundings) throws(ObstacleError) -> Destination {
        var path = surroundings.resolve(argument)
        let isNew = path == nil
        if path == nil {
            let (parent, name) = split(argument)
            guard let parent = surroundings.resolve(parent), surroundings.kind(parent) == .folder, !name.isEmpty else {
                throw ObstacleError(
                    .destinationMissing, at: argument, "There is no such folder, nor the folder around it.",
                    nextStep: "Check the path and that the drive is mounted.")
            }
            path = parent == "/" ? "/" + name : parent + "/" + name
        }
        guard let path else { preconditionFailure("a path was found or the survey ended") }
        guard isNew || surroundings.kind(argument) == .folder else {
            throw ObstacleError(
                .destinationUnusable, at: argument, "This is not a folder.", nextStep: "Name a folder on the drive.")
        }
        do throws(DiskError) {
            let disk = try surroundings.openDestination(isNew ? split(path).parent : path)
            return Destination(
                argument: argument, path: path, disk: disk, volume: try disk.volume(), isNew: isNew)
        } catch {
            throw ObstacleError(
                .destinationUnusable, at: argument, "It could not be opened: \(error.cause).", nextStep: error.nextStep)
        }
    }

    /// The same destination with its folder made.
    func made(in surroundings: Surroundings) throws(DiskError) -> Destination {
        guard isNew else { return self }
        do {
            try surroundings.makeDestination(path)
        } catch let error where error.reason == .exists {
            // Another run made it meanwhile; the lock will tell them apart.
        }
        let disk = try surroundings.openDestination(path)
        return Destination(argument: argument, path: path, disk: disk, volume: try disk.volume(), isNew: false)
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        var path = path[...]
        while path.count > 1, path.last == "/" { path = path.dropLast() }
        guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
        let parent = slash == path.startIndex ? "/" : String(path[..<slash])
        return (parent, String(path[path.index(after: slash)...]))
    }
}
