internal import CLinux
internal import Glibc

/// A destination folder on a real file system.
public struct PosixDisk: Disk {
    let root: OpenRoot
    let tree: ReadableTree

    /// Opens the folder at `path`, which must exist; links in `path` itself are followed, nothing below is.
    public init(path: String) throws(DiskError) {
        root = try OpenRoot(path: path)
        tree = ReadableTree(root: root, fileFlags: 0)
    }

    /// What is said of one name.
    public func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes {
        try tree.attributes(of: path)
    }

    /// The entries of a folder.
    public func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] { try tree.entries(of: folder) }

    /// What a symbolic link says.
    public func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] { try tree.linkTarget(of: path) }

    /// Opens a regular file for reading.
    public func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try tree.openForReading(path, direct: direct)
    }

    /// Reads at an offset.
    public func read(
        _ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        try tree.read(file, into: buffer, at: offset)
    }

    /// What is said of an open file.
    public func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes { try tree.attributes(of: file) }

    /// The `user.*` attributes of an open file.
    public func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        try tree.extendedAttributes(of: file)
    }

    /// Asks the system to forget what it cached of the file.
    public func dropCache(of file: DiskFile) { tree.dropCache(of: file) }

    /// Closes a file.
    public func close(_ file: DiskFile) { tree.close(file) }

    /// The volume that the root lies on.
    public func volume() throws(DiskError) -> Volume { try tree.volume() }

    /// Makes one folder.
    public func makeFolder(_ path: RelativePath, permissions: UInt16) throws(DiskError) {
        _ = try root.inParent(of: path, .makeFolder) { mkdirat($0, $1, mode_t(permissions)) }
        guard try tree.attributes(of: path).permissions != permissions else { return }
        try PosixDisk.whereKept { () throws(DiskError) in
            try root.inParent(of: path, .setAttributes) { fchmodat($0, $1, mode_t(permissions), 0) }
        }
    }

    /// Sets permission bits that a mask, an access list or the file system itself made different.
    ///
    /// FAT and its like keep none, and refuse to try for anybody but their owner: then they stay as they are.
    private static func whereKept(_ change: () throws(DiskError) -> Int32) throws(DiskError) {
        do throws(DiskError) {
            _ = try change()
        } catch {
            guard [.unsupported, .denied].contains(error.reason) else { throw error }
        }
    }

    /// Creates a file that must not exist yet.
    public func create(_ path: RelativePath, permissions: UInt16, direct: Bool) throws(DiskError) -> DiskFile {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = try tree.open(path, direct: direct, request: .create) { folder, name, extra in
            let descriptor = openat(folder, name, flags | extra, mode_t(permissions))
            if descriptor < 0, errno == EINVAL, extra != 0 {
                // A file system without direct I/O may have made the file before it refused the flag. The name
                // was free, else O_EXCL had spoken first (EEXIST): what is there now is ours.
                unlinkat(folder, name, 0)
                errno = EINVAL
            }
            return descriptor
        }
        do {
            guard try attributes(of: file).permissions != permissions else { return file }
            try PosixDisk.whereKept { () throws(DiskError) in
                try SystemCalls.check(.setAttributes, at: path) { fchmod(file.number, mode_t(permissions)) }
            }
        } catch {
            close(file)
            throw error
        }
        return file
    }

    /// Opens an existing file for writing.
    public func openForWriting(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        let file = try tree.open(path, direct: direct, request: .open) {
            openat($0, $1, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | $2)
        }
        return try tree.regular(file)
    }

    /// Writes all of the buffer; a short write is continued, so that the next one names the cause.
    public func write(_ file: DiskFile, _ buffer: UnsafeRawBufferPointer, at offset: Int64) throws(DiskError) {
        var done = 0
        while done < buffer.count {
            let written = try SystemCalls.check(.write, at: file.place) {
                pwrite(
                    file.number, buffer.baseAddress?.advanced(by: done), buffer.count - done,
                    off_t(offset + Int64(done)))
            }
            guard written > 0 else { throw DiskError(.write, at: file.place, number: EIO) }
            done += written
        }
    }

    /// Sends a range to the device and drops it from the cache.
    public func writeBehind(_ file: DiskFile, from offset: Int64, count: Int) {
        rushes_write_out(file.number, offset, Int64(count))
        _ = posix_fadvise(file.number, off_t(offset), off_t(count), POSIX_FADV_DONTNEED)
    }

    /// Reserves room.
    public func allocate(_ file: DiskFile, size: ByteCount) throws(DiskError) {
        do {
            _ = try SystemCalls.check(.allocate, at: file.place) { rushes_fallocate(file.number, size.bytes) }
        } catch let error where error.reason == .unsupported {
            return
        }
    }

    /// Cuts or extends the file.
    public func resize(_ file: DiskFile, to size: ByteCount) throws(DiskError) {
        _ = try SystemCalls.check(.resize, at: file.place) { ftruncate(file.number, off_t(size.bytes)) }
    }

    /// Sets the modification time.
    public func setModified(_ file: DiskFile, to time: Instant) throws(DiskError) {
        _ = try SystemCalls.check(.setAttributes, at: file.place) {
            futimens(file.number, SystemCalls.times(time))
        }
    }

    /// Sets the modification time of a folder.
    public func setModified(ofFolder path: RelativePath, to time: Instant) throws(DiskError) {
        let folder = try root.folder(path)
        _ = try SystemCalls.check(.setAttributes, at: path) {
            futimens(folder.descriptor, SystemCalls.times(time))
        }
    }

    /// Sets `user.*` attributes.
    public func setExtendedAttributes(
        _ file: DiskFile, _ attributes: [ExtendedAttribute]
    ) throws(DiskError) -> [String] {
        var refused: [String] = []
        for attribute in attributes {
            do {
                _ = try SystemCalls.check(.setAttributes, at: file.place) {
                    attribute.value.withUnsafeBytes {
                        rushes_fsetxattr(file.number, attribute.name, $0.baseAddress, $0.count)
                    }
                }
            } catch {
                // Full: ext4 has one block for all attributes of a file. Whether the disk is full, content tells.
                guard [.unsupported, .denied, .full].contains(error.reason) || [E2BIG, ERANGE].contains(error.number)
                else { throw error }
                refused.append(attribute.name)
            }
        }
        return refused
    }

    /// Flushes one file.
    public func flush(_ file: DiskFile) throws(DiskError) {
        _ = try SystemCalls.check(.flush, at: file.place) { fsync(file.number) }
    }

    /// Flushes a folder's list of names; file systems that cannot do that for a folder are flushed whole.
    public func flushFolder(_ path: RelativePath) throws(DiskError) {
        let folder = try root.folder(path)
        do {
            _ = try SystemCalls.check(.flush, at: path) { fsync(folder.descriptor) }
        } catch let error where error.reason == .unsupported {
            _ = try SystemCalls.check(.flush, at: path) { rushes_syncfs(folder.descriptor) }
        }
    }

    /// A fresh descriptor of the root: syncfs reports write errors since it was opened (syncfs(2)).
    public func beginFlushWindow() throws(DiskError) -> DiskFile {
        let number = try SystemCalls.check(.open, at: .root) {
            openat(root.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        return DiskFile(number: number, isDirect: false, place: .root)
    }

    /// Flushes the whole volume.
    public func flushVolume(since window: DiskFile) throws(DiskError) {
        _ = try SystemCalls.check(.flush, at: .root) { rushes_syncfs(window.number) }
    }

    /// Removes a file.
    public func remove(_ path: RelativePath) throws(DiskError) {
        _ = try root.inParent(of: path, .remove) { unlinkat($0, $1, 0) }
    }

    /// Removes an empty folder.
    public func removeFolder(_ path: RelativePath) throws(DiskError) {
        _ = try root.inParent(of: path, .remove) { unlinkat($0, $1, AT_REMOVEDIR) }
        root.forget(path)
    }
}
