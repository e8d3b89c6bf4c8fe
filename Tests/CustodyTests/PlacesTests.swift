import FileTree
import Testing

@testable import Custody

@Suite("What dies together")
struct PhysicalPlaceTests {
    private static func place(
        _ kind: String, _ source: String = "none", device: UInt64 = 1, disks: [String] = [], loop: Bool = false
    ) -> PhysicalPlace {
        PhysicalPlace(
            of: Volume(
                kind: FileSystemKind(named: kind), source: source, device: device, disks: disks, isOnLoop: loop,
                free: .zero), trustsLoop: false)
    }

    @Test("copies count as one when they share a disk, a server or memory, also through a third")
    func groups() {
        let places = [
            Self.place("ext4", disks: ["sda"]), Self.place("exfat", disks: ["sdb"]),
            Self.place("xfs", disks: ["sdc", "sda"]),  // a RAID that holds the first one's disk
            Self.place("nfs4", "nas:/one"), Self.place("cifs", "//NAS/two"), Self.place("fuse.sshfs", "dit@nas:/three"),
            Self.place("nfs4", "other:/one"), Self.place("tmpfs", device: 7), Self.place("tmpfs", device: 8),
            Self.place("ext4", disks: ["loop1"], loop: true), Self.place("ext4", disks: ["loop2"], loop: true),
            Self.place("zfs", "pool/a", device: 9), Self.place("zfs", "pool/b", device: 10),
            Self.place("zfs", "tank", device: 11),
        ]
        #expect(places.groups == [0, 1, 0, 3, 3, 3, 6, 7, 7, 9, 9, 11, 11, 13])
        let chain = [["a"], ["c"], ["a", "b"], ["b", "c"]].map { Self.place("ext4", disks: $0) }
        #expect(chain.groups == [0, 0, 0, 0])
    }
}

@Suite("Where damaged files go")
struct RollPlacesTests {
    @Test(
        "beside the roll's logs, else beside the roll, never on another volume",
        arguments: [
            ("/media/A/Day/A001", ["/media/A/Logs/Day/A001"], "/media/A", "Day/A001", "Logs/Day/A001/damaged"),
            ("/media/A/Day/A001", ["/media/A/Day/Logs/A001"], "/media/A/Day", "A001", "Logs/A001/damaged"),
            ("/media/A/Day/A001", [], "/media/A/Day", "A001", "Logs/A001/damaged"),
            ("/media/A/Day/A001", ["/media/Logs/A/Day/A001"], "/media/A/Day", "A001", "Logs/A001/damaged"),
            ("/media/A/A001.partial", [], "/media/A", "A001.partial", "Logs/A001.partial/damaged"),
        ])
    func places(_ roll: String, _ folders: [String], _ base: String, _ below: String, _ damaged: String) {
        let found = RollPlaces.around(
            roll: roll, isFolder: { folders.contains($0) }, isOnItsVolume: { $0.hasPrefix("/media/A") })
        #expect(found?.base == base)
        #expect(found?.roll.description == below)
        #expect(found?.damaged.description == damaged)
        #expect(found.map { String(decoding: $0.rollName, as: UTF8.self) } == "A001")
    }

    @Test("a roll that is the root of its volume has no place beside it")
    func root() {
        #expect(
            RollPlaces.around(roll: "/media/A", isFolder: { _ in false }, isOnItsVolume: { $0 == "/media/A" }) == nil)
        #expect(RollPlaces.around(roll: "/", isFolder: { _ in false }, isOnItsVolume: { _ in true }) == nil)
    }
}
