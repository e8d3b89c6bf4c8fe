/// A kind of file system, with the facts that decisions about it rest on.
///
/// One table, so that no `if exFAT` is scattered about.
public struct FileSystemKind: Hashable, Sendable {
    /// How what was written to it is made to last.
    public enum Flush: Sendable {
        /// One flush of the volume covers a whole group of files.
        case volume
        /// The same, and then one file of the group is flushed by itself, which also empties the drive's cache.
        case volumeThenFile
        /// Each file is flushed by itself.
        case eachFile
    }

    /// The system's name for it: `ext4`, `vfat`, `fuse.sshfs` and the like.
    public let name: String
    /// Whether a read-back can be shown to come from the device (given a real block device below).
    public let canProve: Bool
    /// How it is flushed.
    public let flush: Flush
    /// Whether size, mtime, ctime and inode together tell that a file was not changed since.
    public let keepsChangeTimes: Bool
    /// Whether names that differ only in case are one name.
    public let foldsCase: Bool
    /// Whether names that differ only in Unicode composition are one name.
    public let foldsComposition: Bool
    /// The steps in which modification times are kept, in nanoseconds.
    public let timeGrain: Int64
    /// The largest file it can hold; nil when that is beyond any card.
    public let largestFile: ByteCount?
    /// Whether it refuses the characters and endings that Windows refuses.
    public let refusesWindowsNames: Bool
    /// The longest name.
    public let longestName: NameLimit

    /// A limit on the length of one name.
    public enum NameLimit: Hashable, Sendable {
        case bytes(Int)
        /// UTF-16 code units, as FAT, exFAT and NTFS count.
        case utf16(Int)
    }

    /// Looks up a kind by the system's name; an unknown one gets the most careful answers.
    public init(named name: String) {
        self.name = name
        let isWindows = ["vfat", "msdos", "exfat", "ntfs3", "ntfs", "fuseblk", "cifs", "smb3"].contains(name)
        let isApple = ["apfs", "hfs", "hfsplus"].contains(name)
        canProve = [
            "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "vfat", "exfat", "ntfs3", "apfs", "hfs",
        ].contains(name)
        flush =
            switch name {
            case "ext2", "ext3", "ext4", "xfs", "btrfs": .volume
            case "vfat", "exfat", "ntfs3": .volumeThenFile
            default: .eachFile
            }
        keepsChangeTimes = ["ext4", "xfs", "btrfs"].contains(name)
        foldsCase = isWindows || isApple
        foldsComposition = isApple
        timeGrain =
            switch name {
            case "vfat", "msdos": 2_000_000_000
            case "exfat": 10_000_000
            case "ntfs3", "ntfs", "fuseblk", "cifs", "smb3": 100
            case "hfs", "hfsplus", "ext2", "ext3", "nfs": 1_000_000_000
            default: 1
            }
        largestFile = ["vfat", "msdos"].contains(name) ? ByteCount(4_294_967_295) : nil
        refusesWindowsNames = isWindows
        longestName = isWindows || isApple ? .utf16(255) : .bytes(255)
    }
}
