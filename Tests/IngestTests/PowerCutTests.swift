import FileTree
import Ingest
import Manifests
import Offload
import Proof
import RushesFixtures
import Testing

@Suite("A drive that loses its power")
struct PowerCutTests {
    /// States that are looked at for each moment; each write torn comes on top of them.
    private static let states = 6

    @Test(
        "shows no half-written file, remembers no false proof, and is completed by a rerun",
        arguments: [("ext4", 3), ("exfat", 5), ("nfs", 7)])
    func everyMoment(_ kind: String, _ step: Int) throws {
        let card = try Cart.disk(Cart.small)
        for moment in stride(from: 0, through: try changes(kind, card), by: step) {
            let disk = PowerCutTests.drive(kind)
            disk.crash(afterOperation: moment)
            try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
            for (number, state) in disk.crashStates(limit: PowerCutTests.states, seed: UInt64(moment)).enumerated() {
                let found = disk.crashed(state)
                let place: Comment = "\(kind), cut after \(moment), state \(number)"
                let broken = try DriveView(found).brokenPromises()
                #expect(broken == [], place)
                #expect(try falseProofs(found, card) == [], place)
                let again = try Cart(disk: card, on: ["/media/RAID_A": found]).run()
                #expect(again.status == .done, "\(place): \(again.obstacles)")
                try expectFinished(found, comment: place)
            }
        }
    }

    @Test("while a finished roll grows keeps every file of it, and the rerun adds one generation", arguments: 0...2)
    func growing(_ first: Int) throws {
        let start = CrashDisk()
        try Cart(on: ["/media/RAID_A": start]).run()
        var more = Cart.small
        more["CLIP/A001C003.mov"] = .random(20_000)
        more["NEW"] = .folder
        let (card, contents) = (try Cart.disk(more), more.contents)
        let whole = start.copy()
        try Cart(disk: card, on: ["/media/RAID_A": whole]).run()
        for moment in stride(from: first, through: whole.operationLog.count, by: 6) {
            let disk = start.copy()
            disk.crash(afterOperation: moment)
            try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
            for state in disk.crashStates(limit: 2, seed: UInt64(moment)) {
                let found = disk.crashed(state)
                let place: Comment = "cut after \(moment)"
                let view = try DriveView(found)
                let held = (view.roll() ?? view.roll("A001.partial"))?.nodes ?? [:]
                let lost = Cart.contents.nodes.filter { held[$0.key] != $0.value }.keys.sorted()
                #expect(lost == [], place)
                let again = try Cart(disk: card, on: ["/media/RAID_A": found]).run()
                #expect(again.status == .done, "\(place): \(again.obstacles)")
                try expectFinished(found, contents, generations: 2, comment: place)
            }
        }
    }

    private static func drive(_ kind: String) -> CrashDisk { CrashDisk(volume: .drive("RAID_A", kind)) }

    /// How many changes a run asks for that nobody disturbs.
    private func changes(_ kind: String, _ card: CrashDisk) throws -> Int {
        let disk = PowerCutTests.drive(kind)
        try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
        try expectFinished(disk)
        return disk.operationLog.count
    }

    /// Files that the journal calls proved and that are not what the card holds.
    private func falseProofs(_ disk: CrashDisk, _ card: CrashDisk) throws -> [RelativePath] {
        let place = RollPlace(roll: "A001")
        guard (try? disk.attributes(of: place.journal)) != nil else { return [] }
        let tree = try TreeWalk.snapshot(of: card)
        let view = try DriveView(disk)
        let roll = view.roll(place.partial) ?? view.roll(place.roll)
        var wrong: [RelativePath] = []
        _ = try Journal.read(at: place.journal, on: disk) { _, record in
            guard case .proved(let files) = record else { return }
            for file in files {
                let path = tree.path(of: file.number)
                if roll?[file: path] != Cart.contents[file: path] { wrong.append(path) }
            }
        }
        return wrong
    }
}
