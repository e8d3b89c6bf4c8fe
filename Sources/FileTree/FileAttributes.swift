/// What the file system says of one name, without following links.
public struct FileAttributes: Hashable, Sendable {
    /// What kind of thing carries the name.
    public enum Kind: UInt8, Sendable {
        case file, folder, symbolicLink, fifo, socket, device, mount

        /// The kind in words, for reports.
        public var name: String {
            switch self {
            case .file: "file"
            case .folder: "folder"
            case .symbolicLink: "symbolic link"
            case .fifo: "FIFO"
            case .socket: "socket"
            case .device: "device"
            case .mount: "mounted volume"
            }
        }
    }

    /// What it is.
    public var kind: Kind
    /// Size of the content; what the system reports for folders and links.
    public var size: ByteCount
    /// When the content was last changed (mtime).
    public var modified: Instant
    /// When content or attributes were last changed (ctime).
    public var changed: Instant
    /// The file's number on its volume.
    public var inode: UInt64
    /// The volume it lies on (st_dev).
    public var device: UInt64
    /// Permission bits, masked to 07777.
    public var permissions: UInt16

    /// Makes attributes from their parts.
    public init(
        kind: Kind, size: ByteCount, modified: Instant, changed: Instant, inode: UInt64, device: UInt64,
        permissions: UInt16
    ) {
        self.kind = kind
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
        self.device = device
        self.permissions = permissions
    }

    /// Whether nothing that tells a changed file from an unchanged one differs.
    public func isUnchanged(since earlier: FileAttributes) -> Bool {
        kind == earlier.kind && size == earlier.size && modified == earlier.modified && changed == earlier.changed
            && inode == earlier.inode && device == earlier.device
    }
}

/// A name in a folder, with what the file system says of it.
public struct FolderEntry: Hashable, Sendable {
    /// The raw bytes of the name.
    public let name: [UInt8]
    /// Its attributes; a link's own, not its target's.
    public let attributes: FileAttributes

    /// Pairs a name with its attributes.
    public init(name: [UInt8], attributes: FileAttributes) {
        self.name = name
        self.attributes = attributes
    }
}

/// One `user.*` attribute of a file.
public struct ExtendedAttribute: Hashable, Sendable {
    /// Its full name, `user.` included.
    public let name: String
    /// Its value.
    public let value: [UInt8]

    /// Pairs a name with a value.
    public init(name: String, value: [UInt8]) {
        self.name = name
        self.value = value
    }
}
