internal import FileTree
internal import Offload

/// A folder that gets the logs of a roll.
struct LogFolder: Sendable {
    let disk: any Disk
    let folder: RelativePath
    /// Where its disk lies in the system.
    let path: String
    /// Its disk as the person wrote it.
    let name: String

    /// The folder of all logs on a destination.
    static let onDestination = RelativePath(unchecked: Array("Logs".utf8))

    /// The folders that get the logs of an outcome, and why others do not.
    static func all(
        for outcome: CardOutcome, _ logs: IngestRequest.Logs, in surroundings: Surroundings
    ) -> (folders: [LogFolder], failures: [Warning]) {
        var folders: [LogFolder] = []
        var failures: [Warning] = []
        func add(_ name: String, _ folder: () throws(DiskError) -> LogFolder) {
            do throws(DiskError) {
                folders.append(try folder())
            } catch {
                failures.append(failure(error, at: name))
            }
        }
        for copy in outcome.copies where logs != .none && copy.failure == nil {
            add(copy.destination) { () throws(DiskError) in
                LogFolder(
                    disk: try surroundings.openDestination(copy.path), folder: onDestination.appending(outcome.roll),
                    path: copy.path, name: copy.destination)
            }
        }
        if case .onDestinationsAnd(let path) = logs {
            add(path) { () throws(DiskError) in
                if surroundings.resolve(path) == nil { try surroundings.makeDestination(path) }
                return LogFolder(
                    disk: try surroundings.openDestination(path), folder: outcome.roll, path: path, name: path)
            }
        }
        return (folders, failures)
    }

    static func failure(_ error: DiskError, at name: String) -> Warning {
        Warning(at: name, "The log could not be written: \(error). \(error.nextStep)")
    }

    /// Makes it, with the folders it lies in.
    func make() throws(DiskError) {
        var path = RelativePath.root
        for component in folder.components {
            path = path.appending(component: component)
            do {
                try disk.makeFolder(path, permissions: 0o755)
            } catch let error where error.reason == .exists {
                continue
            }
        }
    }

    /// Creates a file in it, which must not exist.
    func create(_ name: String) throws(DiskError) -> DiskFile {
        try disk.create(folder.appending(component: name.utf8), permissions: 0o644, direct: false)
    }

    /// Makes the names in it, and its own, last.
    func flush() throws(DiskError) {
        var path = folder
        while !path.isRoot {
            try disk.flushFolder(path)
            path = path.parent
        }
        try disk.flushFolder(.root)
    }
}
