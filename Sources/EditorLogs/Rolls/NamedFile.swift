internal import FileTree

/// A file that a person named.
struct NamedFile {
    private let argument: String

    init(_ argument: String) {
        self.argument = argument
    }

    /// All that it holds.
    ///
    /// - Parameter limit: a larger one is refused.
    func contents(limit: ByteCount) throws(LogError) -> [UInt8] {
        guard let path = Machine.resolvedPath(argument) else {
            throw LogError(.usage, at: argument, "There is nothing there.", nextStep: "Check the path.")
        }
        guard Machine.kind(ofPath: path) == .file, let name = path.lastPathName,
            let file = RelativePath(name), let folder = path.without(ending: name)
        else { throw LogError(.usage, at: argument, "This is not a file.") }
        do throws(DiskError) {
            return try CardDisk(path: folder).contents(of: file, limit: limit)
        } catch {
            // EFBIG: what a disk answers for more than was asked for; its own words are about writing.
            let isTooLarge = error.number == 27
            throw LogError(
                isTooLarge ? .notUnderstood : .unreadable, at: argument,
                isTooLarge
                    ? "It is larger than \(limit), as no such file is." : "It could not be read: \(error.cause).",
                nextStep: isTooLarge ? "" : error.nextStep)
        }
    }
}
