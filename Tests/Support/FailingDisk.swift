public import FileTree
internal import Synchronization

/// A disk that refuses its nth change, and answers everything else as the disk behind it does.
///
/// One parametrised test over every n shows what is left behind whichever operation fails.
public final class FailingDisk: Disk {
    /// Whether the disk works again after it has refused.
    public enum Mode: Sendable {
        case once, fromThenOn
    }

    private let disk: any Disk
    private let failing: Int
    private let mode: Mode
    private let changes = Mutex(0)
    /// errno 5, EIO: the device reported an error.
    private static let number: Int32 = 5

    /// Wraps a disk; `failing` is the change to refuse, 1 being the first.
    public init(_ disk: any Disk, failing: Int, mode: Mode) {
        self.disk = disk
        self.failing = failing
        self.mode = mode
    }

    /// How many changes were asked for.
    public var asked: Int { changes.withLock { $0 } }

    private func change(_ request: DiskError.Request, _ place: RelativePath) throws(DiskError) {
        let count = changes.withLock { count in
            count += 1
            return count
        }
        let fails = mode == .once ? count == failing : count >= failing
        if fails { throw DiskError(request, at: place, number: FailingDisk.number) }
    }

    // What reads is never refused.
    /// What is said of one name.
    public func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes { try disk.attributes(of: path) }
    /// The entries of a folder.
    public func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] { try disk.entries(of: folder) }
    /// Opens a file for reading.
    public func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try disk.openForReading(path, direct: direct)
    }
    /// Reads at an offset.
    public func read(
        _ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        try disk.read(file, into: buffer, at: offset)
    }
    /// What is said of an open file.
    public func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes { try disk.attributes(of: file) }
    /// The `user.*` attributes of an open file.
    public func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        try disk.extendedAttributes(of: file)
    }
    /// Asks the system to forget what it cached.
    public func dropCache(of file: DiskFile) { disk.dropCache(of: file) }
    /// Closes a file.
    public func close(_ file: DiskFile) { disk.close(file) }
    /// The volume of the root.
    public func volume() throws(DiskError) -> Volume { try disk.volume() }

    // What changes something is counted.
    /// Makes a folder, unless it is its turn to fail.
    public func makeFolder(_ path: RelativePath, permissions: UInt16) throws(DiskError) {
        try change(.makeFolder, path)
        try disk.makeFolder(path, permissions: permissions)
    }
    /// Creates a file, unless it is its turn to fail.
    public func create(_ path: RelativePath, permissions: UInt16, direct: Bool) throws(DiskError) -> DiskFile {
        try change(.create, path)
        return try disk.create(path, permissions: permissions, direct: direct)
    }
    /// Opens for writing, unless it is its turn to fail.
    public func openForWriting(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try change(.open, path)
        return try disk.openForWriting(path, direct: direct)
    }
    /// Writes, unless it is its turn to fail.
    public func write(_ file: DiskFile, _ buffer: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError) {
        try change(.write, file.place)
        try disk.write(file, buffer, at: offset)
    }
    /// Reserves room, unless it is its turn to fail.
    public func allocate(_ file: DiskFile, size: ByteCount) throws(DiskError) {
        try change(.allocate, file.place)
        try disk.allocate(file, size: size)
    }
    /// Resizes, unless it is its turn to fail.
    public func resize(_ file: DiskFile, to size: ByteCount) throws(DiskError) {
        try change(.resize, file.place)
        try disk.resize(file, to: size)
    }
    /// Sets a time, unless it is its turn to fail.
    public func setModified(_ file: DiskFile, to time: Instant) throws(DiskError) {
        try change(.setAttributes, file.place)
        try disk.setModified(file, to: time)
    }
    /// Sets a folder's time, unless it is its turn to fail.
    public func setModified(ofFolder path: RelativePath, to time: Instant) throws(DiskError) {
        try change(.setAttributes, path)
        try disk.setModified(ofFolder: path, to: time)
    }
    /// Sets attributes, unless it is its turn to fail.
    public func setExtendedAttributes(
        _ file: DiskFile, _ attributes: [ExtendedAttribute]
    ) throws(DiskError) -> [String] {
        try change(.setAttributes, file.place)
        return try disk.setExtendedAttributes(file, attributes)
    }
    /// Flushes a file, unless it is its turn to fail.
    public func flush(_ file: DiskFile) throws(DiskError) {
        try change(.flush, file.place)
        try disk.flush(file)
    }
    /// Flushes a folder, unless it is its turn to fail.
    public func flushFolder(_ path: RelativePath) throws(DiskError) {
        try change(.flush, path)
        try disk.flushFolder(path)
    }
    /// Opens a flush window, unless it is its turn to fail.
    public func beginFlushWindow() throws(DiskError) -> DiskFile {
        try change(.open, .root)
        return try disk.beginFlushWindow()
    }
    /// Flushes the volume, unless it is its turn to fail.
    public func flushVolume(since window: DiskFile) throws(DiskError) {
        try change(.flush, .root)
        try disk.flushVolume(since: window)
    }
    /// Renames, unless it is its turn to fail.
    public func rename(_ path: RelativePath, to target: RelativePath) throws(DiskError) -> RenameAtomicity {
        try change(.rename, path)
        return try disk.rename(path, to: target)
    }
    /// Replaces, unless it is its turn to fail.
    public func replace(_ target: RelativePath, with path: RelativePath) throws(DiskError) {
        try change(.rename, target)
        try disk.replace(target, with: path)
    }
    /// Removes a file, unless it is its turn to fail.
    public func remove(_ path: RelativePath) throws(DiskError) {
        try change(.remove, path)
        try disk.remove(path)
    }
    /// Removes a folder, unless it is its turn to fail.
    public func removeFolder(_ path: RelativePath) throws(DiskError) {
        try change(.remove, path)
        try disk.removeFolder(path)
    }
    /// Takes a lock, unless it is its turn to fail.
    public func lock(_ path: RelativePath, for holder: LockHolder) throws(DiskError) -> LockAttempt {
        try change(.lock, path)
        return try disk.lock(path, for: holder)
    }
    /// Gives a lock back.
    public func unlock(_ lock: HeldLock) { disk.unlock(lock) }
}
