internal import CLinux
internal import Glibc

/// What the machine and the process say of themselves.
public enum Machine {
    /// The machine's name.
    public static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The name of the user this process runs as.
    public static var userName: String {
        guard let user = getpwuid(geteuid()), let name = user.pointee.pw_name else { return "\(geteuid())" }
        return String(cString: name)
    }

    /// This process, as the holder of a lock.
    public static var holder: LockHolder {
        let boot = SmallFile.text("/proc/sys/kernel/random/boot_id")?.split(separator: "\n").first
        return LockHolder(host: hostName, process: getpid(), boot: boot.map(String.init) ?? "unknown")
    }

    /// The time now.
    public static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(time)
    }

    /// A clock that never jumps, for durations; nanoseconds since some moment.
    public static var ticks: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(time).nanoseconds
    }

    /// The local calendar day, `20261122`.
    public static func localDay(of instant: Instant) -> String {
        var seconds = time_t(instant.seconds)
        var local = tm()
        localtime_r(&seconds, &local)
        return Instant(nanoseconds: (instant.seconds + Int64(local.tm_gmtoff)) * 1_000_000_000).dayStamp
    }

    /// The value of an environment variable.
    public static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// A path without links and relative parts; nil when there is nothing there.
    public static func resolvedPath(_ path: String) -> String? {
        SmallFile.resolved(path)
    }

    /// What lies at a path, links followed; nil when nothing does.
    public static func kind(ofPath path: String) -> FileAttributes.Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return SystemCalls.attributes(status).kind
    }

    /// Whether two paths lead to one file or folder, by its number on its volume and links followed.
    ///
    /// False where nothing is there.
    public static func isSame(_ one: String, _ other: String) -> Bool {
        var (here, there) = (stat(), stat())
        guard stat(one, &here) == 0, stat(other, &there) == 0 else { return false }
        return here.st_dev == there.st_dev && here.st_ino == there.st_ino
    }

    /// Makes one folder at a path of the system, for a destination whose parent exists.
    public static func makeFolder(atPath path: String) throws(DiskError) {
        _ = try SystemCalls.check(.makeFolder, at: .root) { mkdir(path, 0o777) }
    }

    /// Removes one empty folder at a path of the system.
    public static func removeFolder(atPath path: String) throws(DiskError) {
        _ = try SystemCalls.check(.remove, at: .root) { rmdir(path) }
    }

    /// Ends the process at once, whatever its threads are doing: one may be stuck in the kernel.
    public static func exitNow(_ status: Int32) -> Never {
        _exit(status)
    }

    /// Bytes that the calling thread has caused to be read from a device (proc_pid_io(5)); nil where not counted.
    public static func deviceBytesReadByThisThread() -> Int64? {
        // Read by hand: this is called for every batch of a read-back.
        let descriptor = open("/proc/thread-self/io", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0 else { return nil }
            return counter(named: "\nread_bytes: ", in: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private static func counter(named name: StaticString, in text: UnsafeRawBufferPointer) -> Int64? {
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard text.count > name.count,
            let start = (0...(text.count - name.count)).first(where: { text[$0...].starts(with: name) })
        else { return nil }
        var value: Int64 = 0
        for byte in text[(start + name.count)...] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
            value = value &* 10 &+ Int64(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
