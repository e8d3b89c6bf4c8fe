import FileTree
import Manifests
import RushesFixtures
import Testing

@testable import Custody

@Suite("A healing that is stopped")
struct HealStoppedTests {
    @Test(
        "by a power cut at any moment keeps the damaged file, and the same command finishes it",
        arguments: [("ext4", 1), ("exfat", 2), ("nfs", 2)])
    func powerCut(_ kind: String, _ step: Int) throws {
        let ward = try Ward(kind: kind)
        let whole = ward.damaged.copy()
        #expect(try Ward.heal(whole, from: ward.good).outcome.status == .done)
        #expect(whole.operationLog.count > 40)
        for moment in stride(from: 0, through: whole.operationLog.count, by: step) {
            let disk = ward.damaged.copy()
            disk.crash(afterOperation: moment)
            _ = try? Ward.heal(disk, from: ward.good)
            for (number, state) in disk.crashStates(limit: 4, seed: UInt64(moment)).enumerated() {
                let found = disk.crashed(state)
                let place: Comment = "\(kind), cut after \(moment), state \(number)"
                #expect(try ward.brokenPromises(on: found) == [], place)
                try ward.expectFinished(found, place)
            }
        }
    }

    @Test(
        "by a disk that fails at any operation keeps the damaged file, and the same command finishes it",
        arguments: [FailingDisk.Lasting.once, .fromThenOn], [FailingDisk.inputOutput, FailingDisk.noSpace])
    func failingDisk(_ lasting: FailingDisk.Lasting, _ number: Int32) throws {
        let ward = try Ward()
        let counting = FailingDisk(ward.damaged.copy())
        try Ward.heal(counting, from: ward.good)
        for turn in 1...counting.operationCount {
            let disk = ward.damaged.copy()
            _ = try? Ward.heal(FailingDisk(disk, failingAt: turn, lasting, number: number), from: ward.good)
            let place: Comment = "operation \(turn) failed"
            #expect(try ward.brokenPromises(on: disk) == [], place)
            try ward.expectFinished(disk.copy(), place)
        }
    }

    @Test("by the person leaves what is healed, and the rest to the same command")
    func interrupted() throws {
        let ward = try Ward()
        var asked = 0
        try Ward.heal(ward.damaged.copy(), from: ward.good) {
            asked += 1
            return false
        }
        for turn in 1...asked {
            let disk = ward.damaged.copy()
            var count = 0
            let outcome = try Ward.heal(disk, from: ward.good) {
                count += 1
                return count >= turn
            }.outcome
            #expect(outcome.status == .interrupted)
            #expect(try ward.brokenPromises(on: disk) == [])
            try ward.expectFinished(disk, "asked \(turn) times")
        }
    }
}

@Suite("What heals a file")
struct CureTests {
    @Test("bytes that come back other than they were written never get the file's name")
    func readBack() throws {
        let ward = try Ward()
        let disk = ward.damaged.copy()
        let lying = FlippingDisk(disk, .file(named: Array("0".utf8)))
        let (outcome, told) = try Ward.heal(lying, from: ward.good)
        #expect(outcome.status == .destinationFailed)
        #expect(
            told["CLIP/a.mov"] == .failed("what was written was not found again when it was read back"))
        #expect(
            try Ward.content(of: disk)[file: "CLIP/a.mov"] == Ward.content(of: ward.damaged)[file: "CLIP/a.mov"])
        #expect(outcome.restored == 1)
    }

    @Test("a good copy that cannot be read heals nothing, and nothing is changed")
    func unreadableGoodCopy() throws {
        let ward = try Ward()
        let disk = ward.damaged.copy()
        let dead = FailingDisk(ward.good, failingAt: 1, .fromThenOn, only: [.read])
        let outcome = try Ward.heal(disk, from: dead).outcome
        #expect(outcome.status == .contentDiffers)
        #expect(outcome.restored == 0)
        #expect(disk.operationLog == [])
    }

    @Test("the good copy may still have a file under the name it had before")
    func formerName() throws {
        let ward = try Ward()
        let disk = ward.good.copy()
        _ = try disk.rename("Day/A001/CLIP/b.mov", to: "Day/A001/CLIP/b_renamed.mov")
        try Ward.seal(disk, after: 10, detectsRenames: true)
        try disk.remove("Day/A001/CLIP/b_renamed.mov")
        let (outcome, told) = try Ward.heal(disk, from: ward.good)
        #expect(told.keys.sorted() == ["CLIP/b_renamed.mov"])
        #expect(outcome.status == .done)
        #expect(
            try Ward.content(of: disk)[file: "CLIP/b_renamed.mov"] == Ward.content(of: ward.good)[file: "CLIP/b.mov"])
    }
}
