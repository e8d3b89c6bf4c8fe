import Testing

@testable import FileTree

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
