internal import FileTree

/// A folder that should hold what the checked one holds.
public struct BackupRequest: Sendable {
    /// The path as the person wrote it.
    public let argument: String
    /// Reads it, and cannot write.
    let disk: any ReadableDisk

    /// A folder that is open.
    init(_ argument: String, on disk: any ReadableDisk) {
        (self.argument, self.disk) = (argument, disk)
    }

    /// Opens a backup for reading.
    ///
    /// - Parameters:
    ///   - argument: the path as the person wrote it.
    ///   - checked: the folder that is checked, as the person wrote it or absolute.
    /// - Throws: where it is no folder, is the checked one, or one of them lies in the other.
    public init(_ argument: String, of checked: String) throws(CheckArgumentError) {
        guard let path = Machine.resolvedPath(argument) else {
            throw CheckArgumentError(
                .notThere, at: argument, "There is nothing there.", nextStep: "Check the path.")
        }
        guard Machine.kind(ofPath: path) == .folder else {
            throw CheckArgumentError(
                .notThere, at: argument, "This is not a folder.", nextStep: "Name the folder of the backup.")
        }
        if let checked = Machine.resolvedPath(checked),
            path.lies(inFolder: checked) || checked.lies(inFolder: path)
        {
            throw CheckArgumentError(
                .wrongPlace, at: argument,
                path == checked
                    ? "This is the folder that is checked."
                    : "The backup and the folder that is checked lie in each other.",
                nextStep: "Name a folder elsewhere: a copy in the same place is lost with it.")
        }
        do throws(DiskError) {
            self.init(argument, on: try CardDisk(path: path))
        } catch {
            throw CheckArgumentError(
                .unreadable, at: argument, "It could not be opened: \(error.cause).", nextStep: error.nextStep)
        }
    }
}
