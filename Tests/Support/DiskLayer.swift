// Each method is documented where `Disk` asks for it; here it only passes by.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import FileTree

/// A disk laid over another: asked before every operation, it may refuse.
///
/// A layer says only what it does differently; everything else goes to the disk below.
public protocol DiskLayer: Disk {
    /// The disk below.
    var base: any Disk { get }
    /// Called before each operation; when it throws, nothing of the operation happens.
    func willPerform(_ operation: DiskOperation) throws(DiskError)
}

extension DiskLayer {
    private func ask(_ kind: DiskOperation.Kind, _ place: RelativePath) throws(DiskError) {
        try willPerform(DiskOperation(kind, place))
    }

    // MARK: - Reading

    public func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes {
        try ask(.look, path)
        return try base.attributes(of: path)
    }

    public func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] {
        try ask(.list, folder)
        return try base.entries(of: folder)
    }

    public func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] {
        try ask(.look, path)
        return try base.linkTarget(of: path)
    }

    public func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try ask(.openForReading, path)
        return try base.openForReading(path, direct: direct)
    }

    public func read(
        _ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        try ask(.read, file.place)
        return try base.read(file, into: buffer, at: offset)
    }

    public func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes {
        try ask(.look, file.place)
        return try base.attributes(of: file)
    }

    public func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        try ask(.readExtendedAttributes, file.place)
        return try base.extendedAttributes(of: file)
    }

    public func dropCache(of file: DiskFile) { base.dropCache(of: file) }

    public func close(_ file: DiskFile) { base.close(file) }

    public func volume() throws(DiskError) -> Volume {
        try ask(.measure, .root)
        return try base.volume()
    }

    // MARK: - Writing

    public func makeFolder(_ path: RelativePath, permissions: UInt16) throws(DiskError) {
        try ask(.makeFolder, path)
        try base.makeFolder(path, permissions: permissions)
    }

    public func create(_ path: RelativePath, permissions: UInt16, direct: Bool) throws(DiskError) -> DiskFile {
        try ask(.create, path)
        return try base.create(path, permissions: permissions, direct: direct)
    }

    public func openForWriting(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try ask(.openForWriting, path)
        return try base.openForWriting(path, direct: direct)
    }

    public func write(_ file: DiskFile, _ buffer: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError) {
        try ask(.write, file.place)
        try base.write(file, buffer, at: offset)
    }

    public func writeBehind(_ file: DiskFile, from offset: Int64, count: Int) {
        base.writeBehind(file, from: offset, count: count)
    }

    public func allocate(_ file: DiskFile, size: ByteCount) throws(DiskError) {
        try ask(.allocate, file.place)
        try base.allocate(file, size: size)
    }

    public func resize(_ file: DiskFile, to size: ByteCount) throws(DiskError) {
        try ask(.resize, file.place)
        try base.resize(file, to: size)
    }

    public func setModified(_ file: DiskFile, to time: Instant) throws(DiskError) {
        try ask(.setModified, file.place)
        try base.setModified(file, to: time)
    }

    public func setModified(ofFolder path: RelativePath, to time: Instant) throws(DiskError) {
        try ask(.setModified, path)
        try base.setModified(ofFolder: path, to: time)
    }

    public func setExtendedAttributes(
        _ file: DiskFile, _ attributes: [ExtendedAttribute]
    ) throws(DiskError) -> [String] {
        try ask(.setExtendedAttributes, file.place)
        return try base.setExtendedAttributes(file, attributes)
    }

    // MARK: - Flushing

    public func flush(_ file: DiskFile) throws(DiskError) {
        try ask(.flush, file.place)
        try base.flush(file)
    }

    public func flushFolder(_ path: RelativePath) throws(DiskError) {
        try ask(.flushFolder, path)
        try base.flushFolder(path)
    }

    public func beginFlushWindow() throws(DiskError) -> DiskFile {
        try ask(.beginFlushWindow, .root)
        return try base.beginFlushWindow()
    }

    public func flushVolume(since window: DiskFile) throws(DiskError) {
        try ask(.flushVolume, .root)
        try base.flushVolume(since: window)
    }

    // MARK: - Naming

    public func rename(_ path: RelativePath, to target: RelativePath) throws(DiskError) -> RenameAtomicity {
        try ask(.rename, path)
        return try base.rename(path, to: target)
    }

    public func replace(_ target: RelativePath, with path: RelativePath) throws(DiskError) {
        try ask(.replace, path)
        try base.replace(target, with: path)
    }

    public func remove(_ path: RelativePath) throws(DiskError) {
        try ask(.remove, path)
        try base.remove(path)
    }

    public func removeFolder(_ path: RelativePath) throws(DiskError) {
        try ask(.removeFolder, path)
        try base.removeFolder(path)
    }

    public func lock(_ path: RelativePath, for holder: LockHolder) throws(DiskError) -> LockAttempt {
        try ask(.lock, path)
        return try base.lock(path, for: holder)
    }

    public func unlock(_ lock: HeldLock) { base.unlock(lock) }

    public func lockFolder(
        _ folder: RelativePath, or file: RelativePath, for holder: LockHolder
    ) throws(DiskError) -> FolderLock {
        try ask(.lockFolder, folder)
        return try base.lockFolder(folder, or: file, for: holder)
    }

    public func unlockFolder(_ lock: FolderLock) { base.unlockFolder(lock) }
}
