import FileTree
import Testing

@Suite("FileSystemKind") struct FileSystemKindTests {
    private static let known = [
        "ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "vfat", "exfat", "ntfs3", "apfs", "hfs", "nfs", "cifs", "tmpfs",
        "overlay", "zfs", "fuse.sshfs", "fuseblk", "unheard-of",
    ]

    @Test("proof is only claimed for the file systems of the list", arguments: known)
    func proof(name: String) {
        let list = ["ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "vfat", "exfat", "ntfs3", "apfs", "hfs"]
        #expect(FileSystemKind(named: name).canProve == list.contains(name))
    }

    @Test("each kind is flushed in its way", arguments: known)
    func flush(name: String) {
        let expected: FileSystemKind.Flush =
            switch name {
            case "ext2", "ext3", "ext4", "xfs", "btrfs": .volume
            case "vfat", "exfat", "ntfs3": .volumeThenFile
            default: .eachFile
            }
        #expect(FileSystemKind(named: name).flush == expected)
    }

    @Test("an earlier proof is only trusted where change times are kept", arguments: known)
    func changeTimes(name: String) {
        #expect(FileSystemKind(named: name).keepsChangeTimes == ["ext4", "xfs", "btrfs"].contains(name))
    }

    @Test("FAT has two-second times, 4 GiB less one byte, and Windows' names")
    func fat() {
        let fat = FileSystemKind(named: "vfat")
        #expect(fat.timeGrain == 2_000_000_000)
        #expect(fat.largestFile == ByteCount(4_294_967_295))
        #expect(fat.refusesWindowsNames && fat.foldsCase && !fat.foldsComposition)
        #expect(fat.longestName == .utf16(255))
        #expect(FileSystemKind(named: "exfat").largestFile == nil)
    }

    @Test("Linux' own keep every byte of a name apart", arguments: ["ext4", "xfs", "btrfs", "unheard-of"])
    func linux(name: String) {
        let kind = FileSystemKind(named: name)
        #expect(!kind.refusesWindowsNames && !kind.foldsCase && !kind.foldsComposition)
        #expect(kind.longestName == .bytes(255))
        #expect(kind.timeGrain == 1)
    }
}
