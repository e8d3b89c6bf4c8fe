internal import CameraCards
public import FileTree

/// Writes the files of a log: all of them whole, each under its name only once it is flushed.
public struct LogWriting: Sendable {
    /// One file of the log, in its place.
    public struct Written: Hashable, Sendable {
        /// Where it lies, absolute.
        public let path: String
        /// How large it is.
        public let size: ByteCount
        /// Whether the very same file was there already.
        public let wasThere: Bool
    }

    private let output: LogOutput
    private let isReplacing: Bool
    private let open: @Sendable (String) throws(DiskError) -> any Disk

    /// Prepares the writing.
    ///
    /// - Parameters:
    ///   - isReplacing: whether files that are there and say something else are written over.
    ///   - open: opens the folder.
    public init(
        to output: LogOutput, isReplacing: Bool,
        open: @escaping @Sendable (String) throws(DiskError) -> any Disk = { (path) throws(DiskError) in
            try PosixDisk(path: path)
        }
    ) {
        (self.output, self.isReplacing, self.open) = (output, isReplacing, open)
    }

    // MARK: - What stands in the way

    /// All that stands in the way of files; nothing is written.
    ///
    /// - Parameter rolls: the folders that were read: nothing is ever written into one.
    public func obstacles(to files: [LogFiles.File], besides rolls: [String]) -> [LogError] {
        let folder = output.folder
        if let roll = rolls.first(where: { folder == $0 || folder.utf8.starts(with: "\($0)/".utf8) })
            ?? CardAround.folder(around: output.existing)
        {
            return [
                LogError(
                    .insideRoll, at: output.argument, "This lies in \(roll), which is a card or a sealed roll.",
                    nextStep: "Choose another \(output.option).")
            ]
        }
        guard !output.isNew else { return [] }
        do throws(DiskError) {
            let disk = try open(folder)
            if try LogWriting.isIngests(disk) {
                return [
                    LogError(
                        .insideRoll, at: output.argument, "\(folder) holds what ingest wrote down of a roll.",
                        nextStep: "Choose another \(output.option); a folder beside it will do.")
                ]
            }
            var obstacles: [LogError] = []
            for file in files {
                if let obstacle = try obstacle(to: file, on: disk) { obstacles.append(obstacle) }
            }
            return obstacles
        } catch {
            return [
                LogError(
                    .notWritten, at: output.argument, "It cannot be looked at: \(error).", nextStep: error.nextStep)
            ]
        }
    }

    /// Whether the root of a disk is the folder in which ingest keeps the records and logs of one roll.
    private static func isIngests(_ disk: any Disk) throws(DiskError) -> Bool {
        try disk.entries(of: .root).contains { $0.name.suffix(recordEnding.count).elementsEqual(recordEnding) }
    }

    /// How the names of records end that ingest leaves of each run.
    private static let recordEnding = Array("_ingest.json".utf8)

    private func obstacle(to file: LogFiles.File, on disk: any Disk) throws(DiskError) -> LogError? {
        let place = "\(folderPath)/\(file.name)"
        switch try state(of: file, on: disk) {
        case .free, .same: return nil
        case .other where isReplacing: return nil
        case .other:
            return LogError(
                .exists, at: place, "Another file is there already.", nextStep: "--replace writes over it.")
        case .noFile(let kind):
            return LogError(
                .exists, at: place, "A \(kind.name) is there.", nextStep: "Choose another \(output.option).")
        }
    }

    /// What lies where a file should.
    private enum State {
        case free, same, other
        case noFile(FileAttributes.Kind)

        var isSame: Bool {
            if case .same = self { true } else { false }
        }
    }

    private func state(of file: LogFiles.File, on disk: any Disk) throws(DiskError) -> State {
        guard let path = RelativePath(file.name), path.parent.isRoot else {
            throw DiskError(.create, at: .root, number: LogWriting.notAllowed)
        }
        do throws(DiskError) {
            let attributes = try disk.attributes(of: path)
            guard attributes.kind == .file else { return .noFile(attributes.kind) }
            guard attributes.size.bytes == Int64(file.bytes.count) else { return .other }
            return try disk.contents(of: path, limit: attributes.size) == file.bytes ? .same : .other
        } catch let error where error.reason == .notFound {
            return .free
        }
    }

    /// errno EINVAL, the same on Linux and macOS: a name with a slash in it.
    private static let notAllowed: Int32 = 22

    // MARK: - Writing

    /// Writes files that nothing stands in the way of.
    ///
    /// All are written and flushed under other names first, so that a full disk leaves nothing behind.
    ///
    /// - Parameter shouldStop: asked before each file, until the first has its name.
    /// - Throws: ``LogError/Code/notWritten``, naming the file; those before it are in their places.
    ///   ``LogError/Code/stopped`` when it was stopped; then none is.
    public func write(
        _ files: [LogFiles.File], shouldStop: () -> Bool = { false }
    ) throws(LogError) -> [Written] {
        guard !files.isEmpty else { return [] }
        let disk = try failing(at: folderPath) { () throws(DiskError) -> any Disk in
            if output.isNew { try Machine.makeFolder(atPath: output.folder) }
            return try open(output.folder)
        }
        var staged: [Staged] = []
        defer { for file in staged { try? disk.remove(file.path) } }
        var written: [Written] = []
        for (number, file) in files.enumerated() {
            try stop(if: shouldStop())
            let place = "\(folderPath)/\(file.name)"
            let state = try failing(at: place) { () throws(DiskError) -> State in try self.state(of: file, on: disk) }
            if !state.isSame { staged.append(try stage(file, number, on: disk)) }
            written.append(Written(path: place, size: ByteCount(Int64(file.bytes.count)), wasThere: state.isSame))
        }
        try stop(if: shouldStop())
        while let file = staged.first {
            try failing(at: "\(folderPath)/\(file.target)") { () throws(DiskError) in try self.place(file, on: disk) }
            staged.removeFirst()
        }
        try failing(at: folderPath) { () throws(DiskError) in try disk.flushFolder(.root) }
        return written
    }

    private func stop(if isAsked: Bool) throws(LogError) {
        guard isAsked else { return }
        throw LogError(.stopped, at: output.argument, "Nothing was written: the run was stopped.")
    }

    /// A file that is whole and bears another name yet.
    private struct Staged {
        let path: RelativePath
        let target: RelativePath
    }

    private func stage(_ file: LogFiles.File, _ number: Int, on disk: any Disk) throws(LogError) -> Staged {
        try failing(at: "\(folderPath)/\(file.name)") { () throws(DiskError) -> Staged in
            let name = ".rushes-\(Machine.holder.process)-\(number)"
            guard let path = RelativePath(name), let target = RelativePath(file.name) else {
                throw DiskError(.create, at: .root, number: LogWriting.notAllowed)
            }
            try disk.createWhole(path, file.bytes, permissions: 0o644)
            return Staged(path: path, target: target)
        }
    }

    private func place(_ file: Staged, on disk: any Disk) throws(DiskError) {
        if isReplacing { return try disk.replace(file.target, with: file.path) }
        _ = try disk.rename(file.path, to: file.target)
    }

    private var folderPath: String { output.folder == "/" ? "" : output.folder }

    private func failing<Value>(
        at place: String, _ body: () throws(DiskError) -> Value
    ) throws(LogError) -> Value {
        do throws(DiskError) {
            return try body()
        } catch {
            throw LogError(.notWritten, at: place, "It could not be written: \(error.cause).", nextStep: error.nextStep)
        }
    }
}
