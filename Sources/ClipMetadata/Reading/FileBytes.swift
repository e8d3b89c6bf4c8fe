public import FileTree

/// A file on a disk, read at any place through one small window, so that walking from head to head of a container
/// does not ask the system for eight bytes at a time.
///
/// It opens the file and closes it when it goes; it belongs to one thread.
public final class FileBytes: RandomBytes {
    /// The size the file had when it was opened.
    public let size: Int64
    private let disk: any ReadableDisk
    private let file: DiskFile
    private var window: [UInt8] = []
    private var windowStart: Int64 = 0

    /// Bytes fetched at once: the head of most recordings of sound, with what is written about the take, fits.
    static let windowSize = 16 << 10

    /// Opens a file through the cache.
    public init(_ path: RelativePath, on disk: any ReadableDisk) throws(DiskError) {
        let file = try disk.openForReading(path, direct: false)
        do throws(DiskError) {
            size = max(0, try disk.attributes(of: file).size.bytes)
        } catch {
            disk.close(file)
            throw error
        }
        self.disk = disk
        self.file = file
    }

    deinit {
        disk.close(file)
    }

    /// The bytes at an offset: fewer than asked for only at the end, also where the file shrank since it was opened.
    public func bytes(at offset: Int64, count: Int) throws(DiskError) -> [UInt8] {
        guard offset >= 0, offset < size, count > 0 else { return [] }
        let count = Int(min(Int64(count), size - offset))
        guard count < FileBytes.windowSize else { return try disk.read(file, at: offset, count: count) }
        if offset < windowStart || offset + Int64(count) > windowStart + Int64(window.count) {
            window = try disk.read(file, at: offset, count: Int(min(Int64(FileBytes.windowSize), size - offset)))
            windowStart = offset
        }
        let start = Int(offset - windowStart)
        return Array(window[start..<min(window.count, start + count)])
    }
}
