import ClipMetadata
import FileTree
import Testing

@Suite("Who may be shown to mediainfo")
struct ProbePermissionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let place: ProbePermission.Place
        let isAllowed: Bool

        init(
            _ description: String, _ isAllowed: Bool, _ fileSystem: String, at mountPoint: String,
            folder: String, layouts: [String] = [], readOnly: Bool = false, system: Bool = false, history: Bool = false
        ) {
            testDescription = description
            self.isAllowed = isAllowed
            let volume = Volume(
                kind: FileSystemKind(named: fileSystem), mountPoint: mountPoint, isReadOnly: readOnly,
                isSystem: system, free: .zero)
            place = ProbePermission.Place(
                volume: volume, folder: folder, layoutRoots: layouts, hasHistory: history)
        }
    }

    @Test(
        "A card that can be written is refused; copies, drives and cards that cannot are not",
        arguments: [
            Case("a card in a reader", false, "exfat", at: "/media/A001", folder: "/media/A001"),
            Case("one clip of it", false, "exfat", at: "/media/A001", folder: "/media/A001/CLIP"),
            Case("a stick with FAT", false, "vfat", at: "/media/SOUND", folder: "/media/SOUND/DAY1"),
            Case("a disc", false, "udf", at: "/media/XDCAM", folder: "/media/XDCAM/Clip"),
            Case("a magazine with ext4, whole", false, "ext4", at: "/media/MAG", folder: "/media/MAG"),
            Case(
                "a magazine whose layout is its root", false, "hfsplus", at: "/media/RED",
                folder: "/media/RED/A001.RDM",
                layouts: ["/media/RED"]),
            Case("the card mounted read-only", true, "exfat", at: "/media/A001", folder: "/media/A001", readOnly: true),
            Case(
                "a copy on a drive", true, "ext4", at: "/mnt/RAID", folder: "/mnt/RAID/A001",
                layouts: ["/mnt/RAID/A001"]),
            Case(
                "a sealed copy on an exFAT drive", true, "exfat", at: "/media/T7", folder: "/media/T7/A001",
                history: true),
            Case("an unsealed copy on an exFAT drive", false, "exfat", at: "/media/T7", folder: "/media/T7/A001"),
            Case("a folder of the system's disk", true, "ext4", at: "/", folder: "/tmp/A001", system: true),
            Case("the system's disk, whole", true, "ext4", at: "/", folder: "/", system: true),
            Case("a share", true, "nfs4", at: "/mnt/nas", folder: "/mnt/nas/A001"),
        ])
    func permission(_ each: Case) {
        #expect((ProbePermission(for: each.place) == .allowed) == each.isAllowed)
    }

    @Test("The refusal names the card and the command that helps, which a shell takes as it is")
    func sentence() {
        let card = Case("", false, "exfat", at: "/media/o'neil/A 001", folder: "/media/o'neil/A 001")
        #expect(
            ProbePermission(for: card.place)
                == .refused(
                    "/media/o'neil/A 001 looks like a card and is mounted read-write, and mediainfo could change "
                        + "access times on it: mount it with `mount -o remount,ro '/media/o'\\''neil/A 001'`, "
                        + "or read a copy."))
    }
}
