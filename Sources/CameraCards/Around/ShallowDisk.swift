internal import FileTree
internal import Synchronization

/// The top of a disk: folders deeper than a bound, and those behind a bound of entries, look empty; our own logs and
/// journals in its root are not told.
final class ShallowDisk: ReadableDisk {
    private let disk: any ReadableDisk
    private let deepest: Int
    /// How many more entries are told.
    private let left: Mutex<Int>

    init(_ disk: any ReadableDisk, deepest: Int, most: Int) {
        (self.disk, self.deepest) = (disk, deepest)
        left = Mutex(most)
    }

    func entries(of folder: RelativePath) throws(DiskError) -> [FolderEntry] {
        let isIn = folder.isRoot || folder.components.count < deepest
        guard isIn, left.withLock({ $0 > 0 }) else { return [] }
        let entries = try disk.entries(of: folder)
        left.withLock { $0 -= entries.count }
        return folder.isRoot ? entries.filter { !ShallowDisk.isOurs($0.name) } : entries
    }

    /// Whether a name is that of the folder of our logs, or of the journals of copies.
    static func isOurs(_ name: [UInt8]) -> Bool {
        name.elementsEqual("Logs".utf8) || name.elementsEqual(".rushes".utf8)
    }

    func attributes(of path: RelativePath) throws(DiskError) -> FileAttributes { try disk.attributes(of: path) }

    func linkTarget(of path: RelativePath) throws(DiskError) -> [UInt8] { try disk.linkTarget(of: path) }

    func openForReading(_ path: RelativePath, direct: Bool) throws(DiskError) -> DiskFile {
        try disk.openForReading(path, direct: direct)
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
