internal import CLinux
internal import Glibc

/// A folder that is only ever read: a card, a sound roll.
///
/// Files are opened so that not even their access time changes, must be regular, and are never waited for
/// (a FIFO put in a file's place does not stop us).
public struct CardDisk: ReadableDisk {
    private let tree: ReadableTree

    /// Opens the folder at `path`; links in `path` itself are followed, nothing below is.
    public init(path: String) throws(DiskError) {
        tree = ReadableTree(root: try OpenRoot(path: path, flags: rushes_O_NOATIME), fileFlags: rushes_O_NOATIME)
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
}
