/// A folder of a disk, read as if it were a disk of its own.
public struct Subtree: ReadableDisk {
    let disk: any ReadableDisk
    let folder: RelativePath

    /// Takes a folder of a disk.
    public init(disk: any ReadableDisk, folder: RelativePath) {
        self.disk = disk
        self.folder = folder
    }

    /// What is said of one name.
    public func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes {
        try disk.attributes(of: folder.appending(path))
    }

    /// The entries of a folder.
    public func entries(of path: RelativePath) throws(DiskError) -> [FolderEntry] {
        try disk.entries(of: folder.appending(path))
    }

    /// What a link says.
    public func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] {
        try disk.linkTarget(of: folder.appending(path))
    }

    /// Opens a file.
    public func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try disk.openForReading(folder.appending(path), direct: direct)
    }

    /// Reads at an offset.
    public func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DiskError)
        -> Int
    {
        try disk.read(file, into: buffer, at: offset)
    }

    /// What is said of an open file.
    public func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes { try disk.attributes(of: file) }

    /// The attributes of an open file.
    public func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        try disk.extendedAttributes(of: file)
    }

    /// Asks the system to forget what it cached.
    public func dropCache(of file: DiskFile) { disk.dropCache(of: file) }

    /// Closes a file.
    public func close(_ file: DiskFile) { disk.close(file) }

    /// The volume it lies on.
    public func volume() throws(DiskError) -> Volume { try disk.volume() }
}
