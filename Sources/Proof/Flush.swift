public import FileTree

/// Proof that what was written since some moment has reached the device, as far as the system says.
public struct FlushReceipt: Hashable, Sendable {
    init() {}
}

/// The time in which a group of files is written, ended by one flush.
///
/// Opened before the group's first byte, because a volume reports a write error only to those who were
/// watching when it happened (syncfs(2), Linux 5.8). A failed flush is never tried again: the system forgets
/// the error and the pages, and a second flush would succeed without the bytes (fsync(2), "fsyncgate").
public struct FlushWindow: Sendable {
    private let disk: any Disk
    private let kind: FileSystemKind
    private let witness: DiskFile

    /// Opens a window on a destination.
    public init(on disk: any Disk, kind: FileSystemKind) throws(DiskError) {
        self.disk = disk
        self.kind = kind
        witness = try disk.beginFlushWindow()
    }

    /// Ends the window by flushing these files, in the way the file system needs.
    public func flush(_ files: [RelativePath]) throws(DiskError) -> FlushReceipt {
        defer { disk.close(witness) }
        switch kind.flush {
        case .volume:
            try disk.flushVolume(since: witness)
        case .volumeThenFile:
            try disk.flushVolume(since: witness)
            if let last = files.last { try flush(file: last) }
        case .eachFile:
            for file in files { try flush(file: file) }
        }
        return FlushReceipt()
    }

    /// Ends the window without a flush: nothing of the group will be used.
    public func abandon() {
        disk.close(witness)
    }

    private func flush(file path: RelativePath) throws(DiskError) {
        let file = try open(path)
        defer { disk.close(file) }
        try disk.flush(file)
    }

    /// For writing where that is allowed: through a file open for reading Linux asks an SMB server for nothing.
    ///
    /// The copy of a read-only file carries its permissions already, and can only be opened for reading.
    private func open(_ path: RelativePath) throws(DiskError) -> DiskFile {
        do throws(DiskError) {
            return try disk.openForWriting(path, direct: false)
        } catch {
            guard error.reason == .denied else { throw error }
            return try disk.openForReading(path, direct: false)
        }
    }
}
