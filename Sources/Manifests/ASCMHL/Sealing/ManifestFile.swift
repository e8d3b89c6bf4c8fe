internal import Checksums
internal import FileTree
internal import XMLText

/// A file that is written from its start to its end under a temporary name, and hashed along.
struct ManifestFile {
    /// How much text is gathered before it is written: large enough for any disk, small beside a snapshot.
    static let piece = 256 * 1024
    /// The permission bits of what we write: others may read it.
    static let permissions: UInt16 = 0o644

    let place: RelativePath
    private let disk: any Disk
    private let file: DiskFile
    private let c4 = RunningChecksum(.c4)
    private var offset: Int64 = 0

    init(creating place: RelativePath, on disk: any Disk) throws(DiskError) {
        self.place = place
        self.disk = disk
        file = try disk.create(place, permissions: ManifestFile.permissions, direct: false)
    }

    /// Writes what a writer has gathered, if it is enough for a piece.
    mutating func take(_ writer: inout XMLWriter) throws(DiskError) {
        if writer.pending >= ManifestFile.piece { try append(writer.take()) }
    }

    mutating func append(_ bytes: [UInt8]) throws(DiskError) {
        bytes.withUnsafeBytes { c4.update($0) }
        try disk.write(file, bytes, at: offset)
        offset += Int64(bytes.count)
    }

    /// Flushes the file and closes it, also when the flush fails; gives the C4 ID of what is in it.
    func finish() throws(DiskError) -> Checksum {
        defer { disk.close(file) }
        try disk.flush(file)
        return c4.finish()
    }

    /// Closes the file and removes it as far as that can be done; never after ``finish()``.
    func abandon() {
        disk.close(file)
        try? disk.remove(place)
    }
}
