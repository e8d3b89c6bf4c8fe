import FileTree
import Ingest
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
        arguments: [("ext4", 2), ("exfat", 5), ("nfs", 7)])
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
