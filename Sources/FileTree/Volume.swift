/// The volume a folder lies on, as it was when it was measured.
public struct Volume: Hashable, Sendable {
    /// What kind of file system.
    public let kind: FileSystemKind
    /// Where it is mounted, and from what: `/media/RAID`, `/dev/sdb1`.
    public let mountPoint: String
    /// The device or share that is mounted.
    public let source: String
    /// What tells this volume from others of its name, if the system knows: its UUID, or its file system's own number.
    public let identity: String?
    /// The name people gave the volume; nil when the system lists none.
    public let label: String?
    /// The system's number for it while it is mounted (st_dev).
    public let device: UInt64
    /// Names of the physical disks below it (`sda`); empty when there are none (a share, memory).
    public let disks: [String]
    /// Whether a loop device lies anywhere below it: then "the device" may be another file's cache.
    public let isOnLoop: Bool
    /// Whether the disk below turns; seeking then costs more than waiting.
    public let isRotating: Bool
    /// Whether it is mounted read-only.
    public let isReadOnly: Bool
    /// Whether it is the file system that the system itself runs from.
    public let isSystem: Bool
    /// Bytes that this user may still write.
    public let free: ByteCount
    /// Room is given out in steps of so many bytes.
    public let blockSize: Int64
    /// How many more files it can hold; nil when it does not count.
    public let freeFiles: UInt64?

    /// Makes a volume from its parts; tests build the ones that cannot be mounted here.
    public init(
        kind: FileSystemKind, mountPoint: String = "/", source: String = "none", identity: String? = nil,
        label: String? = nil, device: UInt64 = 0, disks: [String] = [], isOnLoop: Bool = false,
        isRotating: Bool = false,
        isReadOnly: Bool = false, isSystem: Bool = false, free: ByteCount, blockSize: Int64 = 4096,
        freeFiles: UInt64? = nil
    ) {
        self.kind = kind
        self.mountPoint = mountPoint
        self.source = source
        self.identity = identity
        self.label = label
        self.device = device
        self.disks = disks
        self.isOnLoop = isOnLoop
        self.isRotating = isRotating
        self.isReadOnly = isReadOnly
        self.isSystem = isSystem
        self.free = free
        self.blockSize = blockSize
        self.freeFiles = freeFiles
    }
}
