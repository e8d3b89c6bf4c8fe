import Checksums
import FileTree
import Foundation
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("The MHL v1.1 list beside the roll")
struct LegacyListTests {
    private static func asked(_ request: inout IngestRequest) {
        request.legacyMHL = true
        request.logs = .none
    }

    private func lists(_ disk: CrashDisk) throws -> [String] {
        try DriveView(disk).tree.files.map(\.description).filter { $0.hasPrefix("A001_") }
    }

    @Test("has its name only when the roll has, and any stop is made good by the same command", arguments: 1...12)
    func stopped(_ back: Int) throws {
        let card = try Cart.disk(Cart.small)
        let counted = FailingDisk(CrashDisk(), only: .changing)
        try Cart(disk: card, on: ["/media/RAID_A": counted]).run(LegacyListTests.asked)
        let disk = CrashDisk()
        let failing = FailingDisk(
            disk, failingAt: max(1, counted.operationCount + 1 - back), .fromThenOn, only: .changing)
        try Cart(disk: card, on: ["/media/RAID_A": failing]).run(LegacyListTests.asked)
        if try DriveView(disk).roll() == nil { #expect(try lists(disk).allSatisfy { !$0.hasSuffix(".mhl") }) }
        let story = try Cart(disk: card, on: ["/media/RAID_A": disk]).run {
            $0.legacyMHL = true
            $0.note = "another note"
        }
        #expect(story.status == .done)
        #expect(try lists(disk).map { $0.hasSuffix(".mhl") } == [true])
        let before = try lists(disk)
        #expect(story.outcomes.first?.copies.map { $0.legacyList?.description } == before)
        try expectFinished(disk)
        #expect(try Cart(disk: card, on: ["/media/RAID_A": disk]).run { $0.legacyMHL = true }.status == .done)
        #expect(try lists(disk) == before)
    }

    @Test("is written for a roll that was finished without one")
    func later() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        try Cart(disk: card, on: ["/media/RAID_A": disk]).run()
        #expect(try lists(disk) == [])
        #expect(try Cart(disk: card, on: ["/media/RAID_A": disk]).run { $0.legacyMHL = true }.status == .done)
        let name = try #require(try lists(disk).first)
        let path = try #require(RelativePath(name))
        let bytes = try #require(try DriveView(disk).tree[file: path])
        let list = String(decoding: bytes, as: UTF8.self)
        #expect(list.components(separatedBy: "<hash>").count - 1 == Cart.contents.files.count)
        try expectFinished(disk)
    }

    @Test("that cannot be written is said, and the card is kept")
    func refused() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        // The roll's own rename is the last but one.
        let counted = FailingDisk(CrashDisk(), only: [.rename])
        try Cart(disk: card, on: ["/media/RAID_A": counted]).run { $0.legacyMHL = true }
        let failing = FailingDisk(disk, failingAt: counted.operationCount, .fromThenOn, only: [.rename])
        let story = try Cart(disk: card, on: ["/media/RAID_A": failing]).run { $0.legacyMHL = true }
        #expect(story.status == .destinationFailed)
        let outcome = try #require(story.outcomes.first)
        #expect(!outcome.isComplete)
        let failure = outcome.copies.first?.failure
        #expect(failure?.sentence.hasPrefix("the roll is sealed, but its MHL v1.1 list could not be written: ") == true)
        #expect(try lists(disk) == [])
        try expectFinished(disk)
    }

    @Test("is not left behind when the roll could not take its name")
    func rollRefused() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Cart.small))
        let counted = FailingDisk(CrashDisk(), only: [.rename])
        try Cart(disk: card, on: ["/media/RAID_A": counted]).run { $0.legacyMHL = true }
        let failing = FailingDisk(disk, failingAt: counted.operationCount - 1, only: [.rename])
        let story = try Cart(disk: card, on: ["/media/RAID_A": failing]).run { $0.legacyMHL = true }
        #expect(story.status == .destinationFailed)
        #expect(try DriveView(disk).roll() == nil)
        #expect(try lists(disk) == [])
        #expect(try Cart(disk: card, on: ["/media/RAID_A": disk]).run().status == .done)
        try expectFinished(disk)
    }

    @Test("that the format cannot hold keeps no roll from its name")
    func cannotCarry() throws {
        let disk = CrashDisk()
        let story = try Cart(on: ["/media/RAID_A": disk]).run {
            $0.legacyMHL = true
            $0.rollPath = try RollTemplate("A\u{7}")
        }
        #expect(story.status == .destinationFailed)
        guard case .notListed? = story.outcomes.first?.copies.first?.failure?.cause else {
            Issue.record("\(String(describing: story.outcomes.first?.copies.first?.failure))")
            return
        }
        try expectFinished(disk, at: "A\u{7}")
    }
}
