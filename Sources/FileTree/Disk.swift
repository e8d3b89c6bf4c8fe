/// A folder tree that can be looked at and read, and nothing else.
///
/// A card is one of these: nothing that writes can be asked of it. Every path is relative to the tree's
/// root and no component is followed if it is a link.
public protocol ReadableDisk: Sendable {
    /// What is said of one name.
    func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes
    /// The entries of a folder, in no order, without `.` and `..`.
    ///
    /// An entry that vanishes while the folder is read is left out.
    func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry]
    /// What a symbolic link says, as it is; nobody follows it.
    func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8]
    /// Opens a regular file for reading.
    ///
    /// - Parameter direct: asks for reads past the cache; the answer's `isDirect` says whether that was granted.
    func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile
    /// Reads at an offset; returns how many bytes were read, 0 only at the end of the file.
    func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DiskError) -> Int
    /// What is said of an open file.
    func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes
    /// The `user.*` attributes of an open file, none where the file system keeps none.
    func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute]
    /// Asks the system to forget what it cached of the file.
    func dropCache(of file: DiskFile)
    /// Closes a file; what was written may still be in the cache.
    func close(_ file: DiskFile)
    /// The volume that the root lies on, as it is now.
    func volume() throws(DiskError) -> Volume
}

/// A folder tree that can also be written: a destination.
public protocol Disk: ReadableDisk {
    /// Makes one folder with exactly these permission bits; its parent must exist.
    func makeFolder(_ path: RelativePath, permissions: UInt16) throws(DiskError)
    /// Creates a regular file that must not exist yet, with exactly these permission bits, for writing.
    func create(_ path: RelativePath, permissions: UInt16, direct: Bool) throws(DiskError) -> DiskFile
    /// Opens an existing regular file for writing at offsets.
    func openForWriting(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile
    /// Writes all of `buffer` at an offset.
    func write(_ file: DiskFile, _ buffer: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError)
    /// Sends what was written through the cache on its way and forgets it there.
    ///
    /// It is no flush: it only keeps a large file from filling the cache, and the flush at its end short.
    func writeBehind(_ file: DiskFile, from offset: Int64, count: Int)
    /// Reserves room for `size` bytes from the start; does nothing where the file system cannot.
    func allocate(_ file: DiskFile, size: ByteCount) throws(DiskError)
    /// Cuts or extends the file to `size` bytes.
    func resize(_ file: DiskFile, to size: ByteCount) throws(DiskError)
    /// Sets the modification time.
    func setModified(_ file: DiskFile, to time: Instant) throws(DiskError)
    /// Sets the modification time of a folder.
    func setModified(ofFolder path: RelativePath, to time: Instant) throws(DiskError)
    /// Sets `user.*` attributes; returns the names the file system refused to keep.
    func setExtendedAttributes(_ file: DiskFile, _ attributes: [ExtendedAttribute]) throws(DiskError) -> [String]
    /// Flushes one file's content and attributes to the device.
    func flush(_ file: DiskFile) throws(DiskError)
    /// Flushes a folder's list of names to the device.
    func flushFolder(_ path: RelativePath) throws(DiskError)
    /// A witness for ``flushVolume(since:)``: write errors after this moment are seen by it.
    func beginFlushWindow() throws(DiskError) -> DiskFile
    /// Flushes the whole volume; fails if anything written since `window` was opened could not be kept.
    func flushVolume(since window: DiskFile) throws(DiskError)
    /// Gives a file or folder a new name, which must be free; says whether that was atomic.
    func rename(_ path: RelativePath, to target: RelativePath) throws(DiskError) -> RenameAtomicity
    /// Gives a file a name that may be taken by an older version of our own making, atomically.
    func replace(_ target: RelativePath, with path: RelativePath) throws(DiskError)
    /// Removes a file.
    func remove(_ path: RelativePath) throws(DiskError)
    /// Removes an empty folder.
    func removeFolder(_ path: RelativePath) throws(DiskError)
    /// Takes the lock at `path` for this process, or names who holds it.
    func lock(_ path: RelativePath, for holder: LockHolder) throws(DiskError) -> LockAttempt
    /// Gives a lock back and removes its file.
    func unlock(_ lock: HeldLock)
    /// Waits until nobody else holds a folder, and takes it; the same run must not ask for it twice.
    ///
    /// - Parameter file: whose existence is the lock, where folders cannot be locked; nobody else's name.
    func lockFolder(_ folder: RelativePath, or file: RelativePath, for holder: LockHolder) throws(DiskError)
        -> FolderLock
    /// Gives a folder back; nothing of its lock stays.
    func unlockFolder(_ lock: FolderLock)
}

extension Disk {
    /// Writes bytes that are in an array; the file is not open for direct requests.
    public func write(_ file: DiskFile, _ bytes: [UInt8], at offset: Int64) throws(DiskError) {
        let outcome: Result<Void, DiskError> = bytes.withUnsafeBytes { buffer in
            do throws(DiskError) {
                return .success(try write(file, buffer, at: offset))
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }
}

extension ReadableDisk {
    /// The whole content of a file that was opened through the cache.
    ///
    /// - Throws: also when the file is larger than `limit`: then it is not what it should be (errno `EFBIG`).
    public func contents(of path: RelativePath, limit: ByteCount) throws(DiskError) -> [UInt8] {
        let file = try openForReading(path, direct: false)
        defer { close(file) }
        let size = try attributes(of: file).size
        guard size <= limit else { throw DiskError(.read, at: path, number: 27) }
        return try read(file, at: 0, count: Int(size.bytes))
    }

    /// Bytes of a file that was opened through the cache: fewer than asked for only at its end.
    ///
    /// - Parameter count: as many are held in memory, so it is for the caller to bound it.
    public func read(_ file: DiskFile, at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < bytes.count {
            let outcome: Result<Int, DiskError> = bytes.withUnsafeMutableBytes { buffer in
                do throws(DiskError) {
                    return .success(
                        try read(
                            file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]),
                            at: offset + Int64(done)))
                } catch {
                    return .failure(error)
                }
            }
            let count = try outcome.get()
            guard count > 0 else { break }
            done += count
        }
        if done < bytes.count { bytes.removeLast(bytes.count - done) }
        return bytes
    }
}

/// How sure it is that a rename could not have replaced something.
public enum RenameAtomicity: String, Hashable, Sendable {
    /// The file system refused to replace in the same step.
    case atomic
    /// A second name was made and the first removed: nothing can have been replaced.
    case linked
    /// The name was checked and then taken: only the run's lock stands between.
    case checked
}
