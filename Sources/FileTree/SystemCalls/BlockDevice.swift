internal import CLinux
internal import Glibc

/// What lies below a volume, as sysfs tells it.
struct BlockDevice: Sendable {
    var disks: [String] = []
    var isLoop = false
    var isRotating = false

    /// Disks may be stacked (LUKS on LVM on RAID on partitions); nobody stacks them deeper than this.
    private static let deepestStack = 16

    /// Follows a device number down to the physical disks.
    ///
    /// - Parameter source: what is mounted, for file systems whose numbers are their own (btrfs).
    static func below(device: UInt64, source: String) -> BlockDevice {
        var found = BlockDevice()
        var numbers = (rushes_major(device), rushes_minor(device))
        if numbers.0 == 0 {
            var status = stat()
            guard stat(source, &status) == 0, status.st_mode & S_IFMT == S_IFBLK else { return found }
            numbers = (rushes_major(UInt64(status.st_rdev)), rushes_minor(UInt64(status.st_rdev)))
        }
        guard let folder = SmallFile.resolved("/sys/dev/block/\(numbers.0):\(numbers.1)") else { return found }
        found.add(folder, depth: 0)
        found.disks = Array(Set(found.disks)).sorted()
        return found
    }

    private mutating func add(_ folder: String, depth: Int) {
        guard depth < BlockDevice.deepestStack else { return }
        var disk = folder
        if SmallFile.text(folder + "/partition") != nil {
            disk = folder.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
        }
        let below = SmallFile.names(in: folder + "/slaves")
        for slave in below {
            if let next = SmallFile.resolved(folder + "/slaves/" + slave) { add(next, depth: depth + 1) }
        }
        guard below.isEmpty else { return }
        let name = disk.split(separator: "/").last.map(String.init) ?? disk
        disks.append(name)
        if name.hasPrefix("loop") { isLoop = true }
        // Virtual disks say "rotating" because nobody told them otherwise: that is no evidence.
        let isVirtual = SmallFile.resolved(disk + "/device/driver")?.contains("virtio") ?? false
        if !isVirtual, SmallFile.text(disk + "/queue/rotational")?.first == "1" { isRotating = true }
    }

    /// The UUID of the volume on a device, where udev lists it.
    static func uuid(of source: String) -> String? { name(of: source, in: "/dev/disk/by-uuid/") }

    /// The label of the volume on a device, where udev lists it; udev writes spaces as `\x20`.
    static func label(of source: String) -> String? {
        name(of: source, in: "/dev/disk/by-label/").map { name in
            var parts = name.components(separatedByEscape: "\\x")
            for index in parts.indices.dropFirst() {
                guard let value = UInt8(parts[index].prefix(2), radix: 16) else { return name }
                parts[index] = String(UnicodeScalar(value)) + parts[index].dropFirst(2)
            }
            return parts.joined()
        }
    }

    private static func name(of source: String, in folder: String) -> String? {
        guard source.hasPrefix("/dev/"), let target = SmallFile.resolved(source) else { return nil }
        return SmallFile.names(in: folder).first { SmallFile.resolved(folder + $0) == target }
    }
}

extension String {
    /// The parts between occurrences of a separator.
    fileprivate func components(separatedByEscape separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

/// Files of /proc and /sys: small, of unknown size, read whole.
enum SmallFile {
    /// The longest answer read; mountinfo of a busy server is the largest of them.
    private static let longest = 4 << 20

    /// The text of a file, nil when it cannot be read.
    static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16_384)
        while bytes.count < longest {
            let count = Glibc.read(descriptor, &part, part.count)
            guard count > 0 else { break }
            bytes += part[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The path without links, nil when there is nothing there.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in a folder, none when it cannot be read.
    static func names(in path: String) -> [String] {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        let names = (try? SystemCalls.names(in: descriptor, at: .root)) ?? []
        return names.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }
}
