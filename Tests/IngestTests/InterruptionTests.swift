import Checksums
import FileTree
import Foundation
import Ingest
import Manifests
import Offload
import Proof
import RushesFixtures
import Testing

@Suite("A run that is stopped")
struct InterruptionTests {
    @Test("in the middle of copying ends with 130, and a rerun reads only what is missing", arguments: 1...6)
    func whileCopying(_ file: Int) throws {
        let (one, two) = (CrashDisk(), CrashDisk.second())
        let card = RecordingDisk(try Cart.disk(Cart.small))
        let gated = GatedDisk(card, at: file, of: .openForReading)
        let story = try Cart(disk: gated, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run(until: {
            guard gated.isReached else { return false }
            gated.open()
            return true
        })
        #expect(story.status == .interrupted)
        #expect(!story.leftThreadsBehind)
        let proved = try #require(story.outcomes.first).copies.map(\.verified.count)
        for disk in [one, two] {
            let view = try DriveView(disk)
            #expect(try view.brokenPromises() == [])
            #expect(view.tree[file: journal] != nil)
        }
        let before = card.operations([.openForReading]).count
        #expect(try Cart(disk: card, on: ["/media/RAID_A": one, "/media/RAID_B": two]).run().status == .done)
        let missing = Cart.contents.files.count - (proved.min() ?? 0)
        #expect(card.operations([.openForReading]).count - before <= missing)
        for disk in [one, two] { try expectFinished(disk) }
    }

    @Test("before the first byte ends with 130 and is completed by a rerun", arguments: 0...3)
    func early(_ calls: Int) throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        let cart = Cart(disk: card, on: ["/media/RAID_A": disk])
        var asked = 0
        let story = try cart.run(until: {
            asked += 1
            return asked > calls
        })
        #expect(story.status == .interrupted)
        #expect(try DriveView(disk).brokenPromises() == [])
        #expect(try cart.run().status == .done)
        try expectFinished(disk)
    }

    /// A drive with an unfinished roll whose journal holds two groups.
    private func unfinished() throws -> (drive: CrashDisk, card: CrashDisk) {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        let failing = FailingDisk(disk, failingAt: 5, .fromThenOn, only: [.rename])
        #expect(try Cart(disk: card, on: ["/media/RAID_A": failing]).run().status == .destinationFailed)
        return (disk, card)
    }

    private let journal = RollPlace(roll: "A001").journal

    private func change(_ disk: CrashDisk, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try disk.contents(of: journal, limit: .mebibytes(1))
        change(&bytes)
        let file = try disk.openForWriting(journal, direct: false)
        defer { disk.close(file) }
        try disk.resize(file, to: ByteCount(Int64(bytes.count)))
        try disk.write(file, bytes, at: 0)
    }

    @Test("goes on where the journal's last good record ends", arguments: ["torn", "middle", "appended"])
    func damaged(_ how: String) throws {
        let (disk, card) = try unfinished()
        try change(disk) { bytes in
            switch how {
            case "torn": bytes.removeLast(3)
            case "middle": bytes[bytes.count * 2 / 3] ^= 0x40
            default: bytes += [1, 2, 3]
            }
        }
        #expect(try Cart(disk: card, on: ["/media/RAID_A": disk]).run().status == .done)
        try expectFinished(disk)
    }

    @Test("says so when nothing tells any more whose roll it is", arguments: [6, 30])
    func noHeader(_ place: Int) throws {
        let (disk, card) = try unfinished()
        try change(disk) { $0[place] ^= 0x40 }
        let before = try DriveView(disk).tree
        let story = try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .obstacles)
        #expect(story.obstacles.map(\.code) == [.damagedJournal])
        #expect(try DriveView(disk).tree.below("A001.partial") == before.below("A001.partial"))
    }

    @Test("keeps its roll from another card of that name")
    func otherCard() throws {
        let (disk, _) = try unfinished()
        var other = Cart.small
        other["CLIP/A001C009.mov"] = .random(100)
        let story = try Cart(other, on: ["/media/RAID_A": disk]).run()
        #expect(story.obstacles.map(\.code) == [.otherCard])
    }

    @Test("goes on when files that are left out anyway have come or gone since", arguments: [true, false])
    func leftOutFiles(_ come: Bool) throws {
        var with = Cart.small
        with[".Trashes/gone.mov"] = .random(100)
        with["CLIP/.DS_Store"] = "x"
        let (first, second) = come ? (Cart.small, with) : (with, Cart.small)
        let disk = CrashDisk()
        let failing = FailingDisk(disk, failingAt: 6, .fromThenOn, only: [.rename])
        #expect(try Cart(first, on: ["/media/RAID_A": failing]).run().status == .destinationFailed)
        #expect(try Cart(second, on: ["/media/RAID_A": disk]).run().status == .done)
        try expectFinished(disk)
    }

    @Test("moves a file that is not the card's out of the way, and copies it again")
    func rejected() throws {
        let (disk, card) = try unfinished()
        let view = try DriveView(disk)
        let named = try #require(view.roll("A001.partial")?.files.first)
        let path = RelativePath("A001.partial").appending(named)
        let file = try disk.openForWriting(path, direct: false)
        try disk.write(file, [0x21], at: 0)
        disk.close(file)
        let story = try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
        #expect(story.status == .done)
        let after = try DriveView(disk)
        #expect(after.roll()?.differences(from: Cart.contents) == [])
        let number = try #require(try TreeWalk.snapshot(of: card).number(at: named))
        let name = String(decoding: named.name, as: UTF8.self)
        let moved = after.tree.below(RollPlace(roll: "A001").rejected).files.map(\.description)
        #expect(moved == ["\(number)-1-\(name)"])
        let outcome = try #require(story.outcomes.first)
        #expect(outcome.copies.map(\.shortfalls.movedAway) == [1])
        #expect(
            SummaryText(outcome).text.contains(
                "/media/RAID_A: 1 file that was there and not the card's was moved to .rushes/A001/rejected.\n"))
    }

    @Test("goes on with other checksums, which every file of the roll then has")
    func otherChecksums() throws {
        let (disk, card) = try unfinished()
        #expect(try Cart(disk: card, on: ["/media/RAID_A": disk]).run { $0.algorithms = [.md5] }.status == .done)
        try expectFinished(disk)
        let manifest = try #require(try DriveView(disk).manifests().first)
        #expect(manifest.components(separatedBy: "<path ").count - 1 == Cart.contents.files.count)
        #expect(manifest.components(separatedBy: "<md5 ").count > Cart.contents.files.count)
        #expect(try Cart(disk: card, on: ["/media/RAID_A": disk]).run { $0.algorithms = [.xxh64] }.status == .done)
        try expectFinished(disk)
    }

    @Test("goes on under the same path on the next day")
    func nextDay() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        let failing = FailingDisk(disk, failingAt: 5, .fromThenOn, only: [.rename])
        var cart = Cart(disk: card, on: ["/media/RAID_A": failing])
        cart.request.rollPath = try RollTemplate("{day}/Camera/{card}")
        // A day long past stands for yesterday.
        let first = try cart.run { $0.day = "20200101" }
        #expect(first.status == .destinationFailed)
        cart.drives["/media/RAID_A"] = disk
        let again = try cart.run()
        #expect(again.status == .done)
        #expect(again.outcomes.map(\.roll) == ["20200101/Camera/A001"])
        try expectFinished(disk, at: "20200101/Camera/A001")
    }
}
