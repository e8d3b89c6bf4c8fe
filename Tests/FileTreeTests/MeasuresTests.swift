import Testing

@testable import FileTree

@Suite("ByteCount") struct ByteCountTests {
    @Test(
        "sizes read as drives print them",
        arguments: [
            (0, "0 bytes"), (1, "1 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (1049, "1.0 kB"), (1050, "1.1 kB"),
            (999_949, "999.9 kB"), (999_950, "1.0 MB"), (486_200_000_000, "486.2 GB"), (-1500, "-1.5 kB"),
            (999_950_000_000_000, "1.0 PB"), (.max, "9223.4 PB"),
        ] as [(Int64, String)])
    func text(bytes: Int64, expected: String) {
        #expect(ByteCount(bytes).description == expected)
    }

    @Test(
        "room is rounded up to whole blocks",
        arguments: [(0, 0), (1, 4096), (4096, 4096), (4097, 8192)] as [(Int64, Int64)])
    func rounded(bytes: Int64, expected: Int64) {
        #expect(ByteCount(bytes).rounded(upTo: 4096) == ByteCount(expected))
    }

    @Test("sizes add up and compare")
    func arithmetic() {
        var size = ByteCount.kibibytes(1) + ByteCount(1)
        size += .mebibytes(1)
        #expect(size - ByteCount(1) == ByteCount(1_049_600))
        #expect(ByteCount.zero < size)
    }
}

@Suite("Instant") struct InstantTests {
    /// Checked against `date -u -d @…`.
    @Test(
        "days and times of day in UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (951_868_800, "2000-03-01T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
            (1_795_309_323, "2026-11-22T01:02:03Z"), (-1, "1969-12-31T23:59:59Z"),
            (-2_203_891_200, "1900-03-01T00:00:00Z"), (-3_600_000_000, "1855-12-03T08:00:00Z"),
            (-11_644_473_600 + 3_155_673_600, "1701-01-01T00:00:00Z"), (9_000_000_000, "2255-03-14T16:00:00Z"),
        ] as [(Int64, String)])
    func utc(seconds: Int64, expected: String) {
        let instant = Instant(nanoseconds: seconds * 1_000_000_000)
        #expect(instant.utc == expected)
        #expect(instant.seconds == seconds)
    }

    @Test("a part of a second belongs to the second before it, also before 1970")
    func partsOfSeconds() {
        #expect(Instant(nanoseconds: 999_999_999).utc == "1970-01-01T00:00:00Z")
        #expect(Instant(nanoseconds: -1).utc == "1969-12-31T23:59:59Z")
        #expect(Instant(nanoseconds: -1_000_000_000).seconds == -1)
        #expect(Instant(nanoseconds: -1_000_000_001).seconds == -2)
        #expect(Instant(nanoseconds: .min).seconds == -9_223_372_037)
    }

    @Test("stamps for names")
    func stamps() {
        let instant = Instant(nanoseconds: 1_795_309_323_999_999_999)
        #expect(instant.fileNameStamp == "2026-11-22_010203Z")
        #expect(instant.dayStamp == "20261122")
    }

    @Test(
        "a time is rounded down to what the file system keeps",
        arguments: [
            (1_999_999_999, 1, 1_999_999_999), (1_999_999_999, 100, 1_999_999_900),
            (1_999_999_999, 10_000_000, 1_990_000_000),
            (3_999_999_999, 2_000_000_000, 2_000_000_000), (-1, 2_000_000_000, -2_000_000_000), (0, 100, 0),
        ] as [(Int64, Int64, Int64)])
    func rounded(nanoseconds: Int64, grain: Int64, expected: Int64) {
        #expect(Instant(nanoseconds: nanoseconds).rounded(downTo: grain) == Instant(nanoseconds: expected))
    }
}

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

@Suite("Mount") struct MountTests {
    @Test(
        "a line of the list of mounts",
        arguments: [
            ("36 35 98:0 / /mnt rw,noatime master:1 - ext3 /dev/root rw", 36, "/mnt", "ext3", "/dev/root"),
            ("40 1 8:17 / /media/A\\040CARD rw - vfat /dev/sdb1 rw", 40, "/media/A CARD", "vfat", "/dev/sdb1"),
            ("41 1 8:17 / /m/\\134040\\011 rw - vfat /dev/sdb1 rw", 41, "/m/\\040\t", "vfat", "/dev/sdb1"),
            ("42 1 8:1 /home/dit /srv/dit rw - ext4 /dev/sda1 rw", 42, "/srv/dit", "ext4", "/dev/sda1"),
            (
                "43 1 0:50 / /net rw shared:7 - fuse.sshfs dit@cart:/a\\040b rw", 43, "/net", "fuse.sshfs",
                "dit@cart:/a b"
            ),
            ("44 1 0:51 / /m rw shared:1 master:2 propagate_from:3 - nfs4 nas:/x rw", 44, "/m", "nfs4", "nas:/x"),
            ("45 1 0:52 / /t rw - tmpfs  rw", 45, "/t", "tmpfs", ""),
            ("46 1 0:53 / /t/- rw - tmpfs none rw", 46, "/t/-", "tmpfs", "none"),
        ])
    func line(text: String, number: Int, mountPoint: String, fileSystem: String, source: String) throws {
        let mount = try #require(Mount(line: text[...]))
        #expect(mount.number == number)
        #expect(mount.mountPoint == mountPoint)
        #expect(mount.fileSystem == fileSystem)
        #expect(mount.source == source)
    }

    @Test(
        "what is no such line is refused",
        arguments: ["", "36 35 98:0 / /mnt rw", "x 35 98:0 / /mnt rw - ext3 /dev/root rw", "1 - a b c"])
    func refused(text: String) {
        #expect(Mount(line: text[...]) == nil)
    }
}
