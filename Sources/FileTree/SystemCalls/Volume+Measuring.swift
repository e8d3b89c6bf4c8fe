internal import CLinux
internal import Glibc

extension Volume {
    /// Measures the volume that an open folder lies on.
    static func measured(root: Int32) throws(DiskError) -> Volume {
        var space = statvfs()
        _ = try SystemCalls.check(.measure, at: .root) { fstatvfs(root, &space) }
        let device = try SystemCalls.attributes(of: root, at: .root).device
        let mount = Mount.of(descriptor: root)
        let blocks = BlockDevice.below(device: device, source: mount?.source ?? "")
        return Volume(
            kind: FileSystemKind(named: mount?.fileSystem ?? "unknown"),
            mountPoint: mount?.mountPoint ?? "?", source: mount?.source ?? "?",
            identity: identity(of: mount, fileSystemNumber: UInt64(space.f_fsid)),
            label: mount.flatMap { BlockDevice.label(of: $0.source) }, device: device,
            disks: blocks.disks, isOnLoop: blocks.isLoop, isRotating: blocks.isRotating,
            isReadOnly: space.f_flag & UInt(ST_RDONLY) != 0,
            isSystem: (try? SystemCalls.attributes(of: "/".utf8, in: AT_FDCWD, at: .root).device) == device,
            free: ByteCount(Int64(clamping: UInt64(space.f_bavail) &* UInt64(space.f_frsize))),
            blockSize: max(1, Int64(space.f_frsize)),
            freeFiles: space.f_files == 0 ? nil : UInt64(space.f_favail))
    }

    /// The UUID where the system lists it, else the number that ext, btrfs and XFS derive from it.
    private static func identity(of mount: Mount?, fileSystemNumber: UInt64) -> String? {
        guard let mount else { return nil }
        if let uuid = BlockDevice.uuid(of: mount.source) { return "\(mount.fileSystem):\(uuid)" }
        guard ["ext2", "ext3", "ext4", "btrfs"].contains(mount.fileSystem) else { return nil }
        return "\(mount.fileSystem):" + String(fileSystemNumber, radix: 16)
    }
}

/// One line of the system's list of mounts (proc_pid_mountinfo(5)).
struct Mount: Hashable, Sendable {
    let number: Int
    let mountPoint: String
    let fileSystem: String
    let source: String

    /// Reads one line; nil when it is not one.
    init?(line: Substring) {
        // A mount may have no source: two spaces then stand for an empty field.
        let fields = line.split(separator: " ", omittingEmptySubsequences: false)
        guard let dash = fields.firstIndex(of: "-"), dash >= 6, fields.count > dash + 2,
            let number = Int(fields[0])
        else { return nil }
        self.number = number
        mountPoint = Mount.unescaped(fields[4])
        fileSystem = String(fields[dash + 1])
        source = Mount.unescaped(fields[dash + 2])
    }

    /// The mount that an open file or folder lies on.
    static func of(descriptor: Int32) -> Mount? {
        guard let own = SmallFile.text("/proc/self/fdinfo/\(descriptor)"),
            let line = own.split(separator: "\n").first(where: { $0.hasPrefix("mnt_id:") }),
            let number = Int(line.dropFirst("mnt_id:".count).drop { $0 == "\t" || $0 == " " })
        else { return nil }
        return SmallFile.text("/proc/self/mountinfo")?.split(separator: "\n").lazy
            .compactMap(Mount.init(line:)).last { $0.number == number }
    }

    /// Turns `\040` and its like back into the bytes they stand for.
    static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(field.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), rest.count >= 3,
                let value = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
            {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
