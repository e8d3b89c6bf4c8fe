internal import FileTree

/// A folder of a disk, read as if it were a disk of its own.
struct Subtree: ReadableDisk {
    let disk: any ReadableDisk
    let folder: RelativePath

    func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes {
        try disk.attributes(of: folder.appending(path))
    }

    func entries(of path: RelativePath) throws(DiskError) -> [FolderEntry] {
        try disk.entries(of: folder.appending(path))
    }

    func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] {
        try disk.linkTarget(of: folder.appending(path))
    }

    func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try disk.openForReading(folder.appending(path), direct: direct)
    }

    func read(_ file: DiskFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DiskError) -> Int {
        try disk.read(file, into: buffer, at: offset)
    }

    func attributes(of file: DiskFile) throws(DiskError) -> FileAttributes { try disk.attributes(of: file) }

    func extendedAttributes(of file: DiskFile) throws(DiskError) -> [ExtendedAttribute] {
        try disk.extendedAttributes(of: file)
    }

    func dropCache(of file: DiskFile) { disk.dropCache(of: file) }

    func close(_ file: DiskFile) { disk.close(file) }

    func volume() throws(DiskError) -> Volume { try disk.volume() }
}
