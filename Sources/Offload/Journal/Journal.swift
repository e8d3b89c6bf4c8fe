internal import Checksums
public import FileTree
internal import Synchronization

/// The memory of a run on one destination: what was about to be written, and what is proved.
///
/// Each record lies behind its length and before its XXH64. A record cut short at the end is dropped; a record
/// that does not match its checksum ends the trust in everything behind it.
public final class Journal: Sendable {
    private let disk: any Disk
    private let file: DiskFile
    private let end: Mutex<Int64>

    /// One record holds a group, a thousand files with at most 200 bytes each; larger means damage.
    private static let longestRecord = 16 << 20

    private init(disk: any Disk, file: DiskFile, end: Int64) {
        self.disk = disk
        self.file = file
        self.end = Mutex(end)
    }

    /// Starts a journal with its header, durably: nothing of the roll exists before it does.
    public static func start(
        at path: RelativePath, on disk: any Disk, header: JournalHeader
    ) throws(DiskError) -> Journal {
        let file = try disk.create(path, permissions: 0o644, direct: false)
        let journal = Journal(disk: disk, file: file, end: 0)
        try journal.append(.header(header))
        try journal.flush()
        try disk.flushFolder(path.parent)
        return journal
    }

    /// Goes on with a journal behind its last good record; what lies behind that is cut off.
    public static func resume(
        at path: RelativePath, on disk: any Disk, after reading: JournalReading
    ) throws(DiskError) -> Journal {
        let file = try disk.openForWriting(path, direct: false)
        try disk.resize(file, to: ByteCount(reading.trustedBytes))
        return Journal(disk: disk, file: file, end: reading.trustedBytes)
    }

    /// Adds a record; it is durable only after the next flush of the journal or the volume.
    public func append(_ record: JournalRecord) throws(DiskError) {
        let payload = record.encoded()
        var frame = JournalWriter()
        frame.put(payload)
        frame.put(fixed: Checksum.of(payload, .xxh64).bytes)
        let bytes = frame.bytes
        let outcome: Result<Void, DiskError> = end.withLock { end in
            do throws(DiskError) {
                try disk.write(file, bytes, at: end)
                end += Int64(bytes.count)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    /// Flushes what was added.
    public func flush() throws(DiskError) { try disk.flush(file) }

    /// Closes the journal; it stays on the destination.
    public func close() { disk.close(file) }

    /// Reads a journal from its start, a record at a time.
    ///
    /// - Parameter each: called for every good record behind the header, with the header.
    /// - Returns: nil when there is no good header: then nothing is known.
    public static func read(
        at path: RelativePath, on disk: any ReadableDisk, each: (JournalHeader, JournalRecord) -> Void = { _, _ in }
    ) throws(DiskError) -> JournalReading? {
        let file = try disk.openForReading(path, direct: false)
        defer { disk.close(file) }
        let size = try disk.attributes(of: file).size.bytes
        var offset: Int64 = 0
        var header: JournalHeader?
        while let payload = try payload(in: file, on: disk, at: offset, size: size) {
            guard let record = JournalRecord(payload[...], algorithms: header?.algorithms ?? []) else { break }
            if let header {
                each(header, record)
            } else if case .header(let first) = record {
                header = first
            } else {
                break
            }
            offset += Int64(payload.count) + Journal.frameOverhead
        }
        return header.map { JournalReading(header: $0, trustedBytes: offset, isDamaged: offset < size) }
    }

    private static let frameOverhead: Int64 = 12

    /// The record at an offset; nil when it is cut short or does not match its checksum.
    private static func payload(
        in file: DiskFile, on disk: any ReadableDisk, at offset: Int64, size: Int64
    ) throws(DiskError) -> [UInt8]? {
        guard let head = try bytes(in: file, on: disk, at: offset, count: 4) else { return nil }
        var reader = JournalReader(head[...])
        guard let count = reader.number(UInt32.self), count > 0, Int(count) <= longestRecord,
            offset + Int64(count) + frameOverhead <= size,
            let rest = try bytes(in: file, on: disk, at: offset + 4, count: Int(count) + 8)
        else { return nil }
        let payload = Array(rest[..<Int(count)])
        return Checksum.of(payload, .xxh64).bytes == Array(rest[Int(count)...]) ? payload : nil
    }

    private static func bytes(
        in file: DiskFile, on disk: any ReadableDisk, at offset: Int64, count: Int
    ) throws(DiskError) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let outcome: Result<Int, DiskError> = bytes.withUnsafeMutableBytes { buffer in
                do throws(DiskError) {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
                    return .success(try disk.read(file, into: rest, at: offset + Int64(done)))
                } catch {
                    return .failure(error)
                }
            }
            let read = try outcome.get()
            if read == 0 { return nil }
            done += read
        }
        return bytes
    }
}

/// What was found in a journal.
public struct JournalReading: Hashable, Sendable {
    /// What it belongs to.
    public let header: JournalHeader
    /// How far its records are good.
    public let trustedBytes: Int64
    /// Whether anything lies behind the last good record.
    public let isDamaged: Bool
}
