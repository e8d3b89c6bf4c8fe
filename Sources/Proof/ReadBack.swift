public import Checksums
public import FileTree

/// What a copy was found to hold when it was read again.
public struct FoundContent: Hashable, Sendable {
    /// Its checksum by the comparing algorithm.
    public let checksum: Checksum
    /// How many bytes there were.
    public let size: ByteCount

    init(checksum: Checksum, size: ByteCount) {
        self.checksum = checksum
        self.size = size
    }
}

/// Reads copies again, past the operating system's cache where it can be passed; one thread's own.
public final class ReadBack {
    private let disk: any ReadableDisk
    private let running: RunningChecksum
    private let buffer: AlignedBuffer

    /// - Parameters:
    ///   - disk: where the copies lie.
    ///   - algorithm: the checksum they are compared by.
    ///   - requestSize: how much is asked for at once; a multiple of `DiskFile.directGrain`.
    public init(on disk: any ReadableDisk, algorithm: ChecksumAlgorithm, requestSize: ByteCount) {
        self.disk = disk
        running = RunningChecksum(algorithm)
        buffer = AlignedBuffer(size: Int(requestSize.bytes))
    }

    /// Reads one file to its end.
    ///
    /// - Parameter progress: told how many bytes came, after each request.
    public func content(
        of path: RelativePath, progress: (Int) -> Void = { _ in }
    ) throws(DiskError) -> FoundContent {
        running.reset()
        let file = try disk.openForReading(path, direct: true)
        defer { disk.close(file) }
        // Without direct I/O the pages are dropped first; whether that worked shows in the thread's own count.
        if !file.isDirect { disk.dropCache(of: file) }
        let size = try disk.attributes(of: file).size.bytes
        var offset: Int64 = 0
        while offset < size {
            let request = DiskFile.padded(min(size - offset, Int64(buffer.bytes.count)))
            let count = try disk.read(file, into: buffer.part(at: 0, count: request), at: offset)
            guard count > 0 else { break }
            running.update(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count]))
            offset += Int64(count)
            progress(count)
        }
        if !file.isDirect { disk.dropCache(of: file) }
        return FoundContent(checksum: running.finish(), size: ByteCount(offset))
    }

    /// Runs `body` and tells how many bytes this thread caused to be read from a device meanwhile.
    public static func deviceBytes(during body: () -> Void) -> Int64 {
        let before = Machine.deviceBytesReadByThisThread()
        body()
        guard let before, let after = Machine.deviceBytesReadByThisThread() else { return 0 }
        return after - before
    }
}
