internal import CLinux
internal import Glibc

/// The calls to the system, one function each, with its error as a value.
///
/// Nothing else in the package but its neighbours in this folder and the terminal calls libc.
enum SystemCalls {
    /// A result below zero, turned into `DiskError`; interrupted calls are made again.
    ///
    /// The place is only asked for then: nobody puts together the path of each of a million files for nothing.
    @inline(__always)
    static func check<Result: SignedInteger>(
        _ request: DiskError.Request, at place: @autoclosure () -> RelativePath, _ call: () -> Result
    ) throws(DiskError) -> Result {
        while true {
            let result = call()
            if result >= 0 { return result }
            let number = errno
            if number != EINTR { throw DiskError(request, at: place(), number: number) }
        }
    }

    /// Passes the bytes to a C call as a string that ends with NUL.
    @inline(__always)
    static func withCString<Result>(
        _ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
            var index = 0
            for byte in bytes {
                buffer[index] = CChar(bitPattern: byte)
                index += 1
            }
            buffer[index] = 0
            // The buffer holds at least the NUL, so it has an address.
            guard let start = buffer.baseAddress else { preconditionFailure("an allocation without an address") }
            return body(start)
        }
    }

    static func attributes(_ status: stat) -> FileAttributes {
        let kind: FileAttributes.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .symbolicLink
            case S_IFIFO: .fifo
            case S_IFSOCK: .socket
            default: .device
            }
        return FileAttributes(
            kind: kind, size: ByteCount(Int64(status.st_size)),
            modified: Instant(status.st_mtim), changed: Instant(status.st_ctim),
            inode: UInt64(status.st_ino), device: UInt64(status.st_dev),
            permissions: UInt16(status.st_mode & 0o7777))
    }

    static func attributes(
        of name: some Collection<UInt8>, in folder: Int32, at place: @autoclosure () -> RelativePath
    ) throws(DiskError) -> FileAttributes {
        var status = stat()
        _ = try check(.look, at: place()) {
            withCString(name) { fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }
        }
        return attributes(status)
    }

    static func attributes(of descriptor: Int32, at place: RelativePath) throws(DiskError) -> FileAttributes {
        var status = stat()
        _ = try check(.look, at: place) { fstat(descriptor, &status) }
        return attributes(status)
    }

    /// The names in a folder; `.` and `..` are left out.
    static func names(in folder: Int32, at place: RelativePath) throws(DiskError) -> [[UInt8]] {
        // Opened afresh: a duplicate would share its position with whoever else lists this folder.
        let sameAccess = fcntl(folder, F_GETFL) & rushes_O_NOATIME
        let own = try check(.list, at: place) {
            openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC | sameAccess)
        }
        guard let stream = fdopendir(own) else {
            let number = errno
            Glibc.close(own)
            throw DiskError(.list, at: place, number: number)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw DiskError(.list, at: place, number: errno) }
                return names
            }
            let name = SystemCalls.name(of: entry)
            if RelativePath.isComponent(name) { names.append(name) }
        }
    }

    /// The bytes of an entry's name up to its NUL.
    ///
    /// The 256 bytes the header declares are no limit: FAT and exFAT answer up to 255 UTF-16 units, 765 bytes.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        let start = UnsafeRawPointer(entry) + nameOffset
        return Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
    }

    private static let nameOffset: Int = {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { preconditionFailure("a stored field") }
        return offset
    }()

    /// Sets a modification time and leaves the access time as it is.
    static func times(_ modified: Instant) -> [timespec] {
        [timespec(tv_sec: 0, tv_nsec: Int(UTIME_OMIT)), timespec(modified)]
    }
}

/// Linux: "leave this time as it is" (utimensat(2)); the header's macro is not importable.
private let UTIME_OMIT = (1 << 30) - 2

extension Instant {
    init(_ time: timespec) {
        // Nanoseconds in 64 bits reach from 1677 to 2262; a file that claims another year gets the nearest.
        let seconds = min(max(Int64(time.tv_sec), -Instant.reach), Instant.reach)
        self.init(nanoseconds: seconds * 1_000_000_000 + Int64(time.tv_nsec))
    }
}

extension Instant {
    /// The last whole second before 64 bits of nanoseconds run out, one second spared for the rest.
    fileprivate static let reach: Int64 = 9_223_372_035
}

extension timespec {
    init(_ instant: Instant) {
        self.init(
            tv_sec: Int(instant.seconds), tv_nsec: Int(instant.nanoseconds - instant.seconds * 1_000_000_000))
    }
}
