import FileTree
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("Before the first byte moves")
struct ObstacleTests {
    /// Runs, expects nothing to have been written, and gives what stood in the way.
    private func obstacles(
        _ card: CardBuilder = Cart.small, on volume: Volume = .drive(), at path: String = "/media/RAID_A",
        _ change: (inout Cart) throws -> Void = { _ in }
    ) throws -> [String] {
        let recorded = RecordingDisk(CrashDisk(volume: volume))
        var cart = try Cart(card, on: ["/media/RAID_A": recorded])
        if path != "/media/RAID_A" {
            cart.drives = [path: recorded]
            cart.request.destinations = [path]
        }
        try change(&cart)
        let story = try cart.run()
        #expect(story.status == (story.obstacles.isEmpty ? .done : .obstacles))
        #expect(story.obstacles.isEmpty || recorded.operations(.changing) == [])
        #expect(story.obstacles.allSatisfy { $0.sentence.hasSuffix(".") && $0.nextStep.hasSuffix(".") })
        return story.obstacles.map { "\($0.code.rawValue) \($0.place)" }
    }

    @Test("a card that is missing, empty, without a name of its own, or named twice")
    func cards() throws {
        #expect(try obstacles { $0.request.cards = ["/cards/B"] } == ["card-missing /cards/B"])
        #expect(try obstacles(["A": .folder]) == ["card-empty /cards/A001"])
        #expect(
            try obstacles {
                $0.cards["/cards/NO NAME"] = $0.cards[Cart.card]
                $0.request.cards = ["/cards/NO NAME"]
            } == ["generic-name /cards/NO NAME"])
        #expect(
            try obstacles { $0.request.cards = [Cart.card, Cart.card] } == [
                "same-path /cards/A001", "card-twice /cards/A001",
            ])
    }

    @Test("a generic name is none once --as says which roll it is")
    func named() throws {
        #expect(
            try obstacles {
                $0.cards["/cards/NO NAME"] = $0.cards[Cart.card]
                $0.request.cards = ["/cards/NO NAME"]
                $0.request.rollPath = try RollTemplate("A001")
            } == [])
    }

    @Test("a destination that is missing, on the card, or named twice")
    func destinations() throws {
        #expect(
            try obstacles { $0.request.destinations = ["/media/NONE/x/y"] } == ["destination-missing /media/NONE/x/y"])
        #expect(
            try obstacles {
                $0.drives["/cards/A001/copy"] = CrashDisk()
                $0.request.destinations = ["/cards/A001/copy"]
            } == ["destination-inside-card /cards/A001/copy"])
        #expect(
            try obstacles { $0.request.destinations = ["/media/RAID_A", "/media/RAID_A"] } == [
                "same-destination /media/RAID_A"
            ])
    }

    @Test(
        "a volume that is read-only, not mounted, or too small",
        arguments: [
            (Volume.drive(isReadOnly: true), ["destination-read-only /media/RAID_A"]),
            (.drive(isSystem: true), ["nothing-mounted /media/RAID_A"]),
            (.drive(free: .mebibytes(1)), ["too-little-space /media/RAID_A"]),
            (.drive(freeFiles: 3), ["too-few-files /media/RAID_A"]),
            (
                .drive(free: .zero, freeFiles: 0, isReadOnly: true, isSystem: true),
                [
                    "nothing-mounted /media/RAID_A", "destination-read-only /media/RAID_A",
                    "too-little-space /media/RAID_A", "too-few-files /media/RAID_A",
                ]
            ),
        ])
    func volumes(_ volume: Volume, _ expected: [String]) throws {
        #expect(try obstacles(on: volume) == expected)
    }

    @Test("the system's own disk is none when that is meant, nor outside the mount folders")
    func systemDisk() throws {
        #expect(try obstacles(on: .drive(isSystem: true)) { $0.request.allowsSystemDisk = true } == [])
        #expect(try obstacles(on: .drive(isSystem: true), at: "/home/dit/copies") == [])
    }

    @Test(
        "names that the file system cannot keep apart or hold",
        arguments: [
            ("exfat", "a.mov", "A.MOV", ["names-collide"]), ("ext4", "a.mov", "A.MOV", []),
            ("apfs", "e\u{301}.mov", "\u{E9}.mov", ["names-collide"]),
            ("exfat", "e\u{301}.mov", "\u{E9}.mov", []), ("ntfs3", "a:b", "c?", ["name-not-allowed"]),
            ("vfat", "ends.", "b", ["name-not-allowed"]), ("xfs", "a:b", "ends.", []),
            ("ext4", String(repeating: "é", count: 128), "b", ["name-too-long"]),
            ("exfat", String(repeating: "é", count: 128), "b", []),
        ])
    func names(_ kind: String, _ one: String, _ other: String, _ expected: [String]) throws {
        let card = CardBuilder([
            try #require(RelativePath(one)): "1", try #require(RelativePath(other)): "2",
        ])
        #expect(try obstacles(card, on: .drive("RAID_A", kind)) == expected.map { "\($0) /media/RAID_A" })
    }

    @Test(
        "a name of the roll's own that the file system cannot hold",
        arguments: [
            ("exfat", "Day 1: Camera/A001", ["name-not-allowed"]), ("ext4", "Day 1: Camera/A001", []),
            ("xfs", String(repeating: "A", count: 250), ["name-too-long"]),
        ])
    func rollNames(_ kind: String, _ roll: String, _ expected: [String]) throws {
        let found = try obstacles(on: .drive("RAID_A", kind)) { $0.request.rollPath = try RollTemplate(roll) }
        #expect(found == expected.map { "\($0) /media/RAID_A" })
    }

    @Test("what lies where the roll should: a stranger's folder, or a file")
    func otherContent() throws {
        let strangers: [CardBuilder] = [["A001/x.mov": "x"], ["A001": "a file"], ["A001.partial": "a file"]]
        for stranger in strangers {
            let disk = CrashDisk()
            try stranger.write(to: disk)
            let before = try DriveView(disk).tree
            let story = try Cart(on: ["/media/RAID_A": disk]).run()
            #expect(story.obstacles.map(\.code) == [.otherContent], "\(before.files)")
            #expect(try DriveView(disk).tree == before)
        }
    }

    @Test("a lock that another run holds names it, and its desk is not touched")
    func locked() throws {
        let disk = CrashDisk()
        let place = RollPlace(roll: "A001")
        for folder in [RollPlace.desks, place.desk, place.staging] {
            try disk.makeFolder(folder, permissions: 0o755)
        }
        _ = try disk.lock(place.lock, for: LockHolder(host: "cart-2", process: 4711, boot: "b"))
        let story = try Cart(on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .obstacles)
        #expect(story.obstacles.map(\.code) == [.locked])
        #expect(story.obstacles.first?.sentence == "A001 is being written by process 4711 on cart-2.")
        #expect(try DriveView(disk).tree.nodes[place.staging] == .folder)
    }

    @Test("all at once, and a warning when two copies share a disk")
    func allAtOnce() throws {
        let (one, two) = (
            CrashDisk(volume: .drive(free: .zero)), CrashDisk(volume: .drive("RAID_B", device: 79, isReadOnly: true))
        )
        var cart = try Cart(on: ["/media/RAID_A": one, "/media/RAID_B": two])
        cart.request.cards = [Cart.card, "/cards/B"]
        let story = try cart.run()
        #expect(story.obstacles.map(\.code) == [.cardMissing, .destinationReadOnly, .tooLittleSpace])
        #expect(story.warnings.map(\.place) == ["/media/RAID_B"])
    }
}
