import FileTree
import Foundation
import Ingest
import Manifests
import Offload
import RushesFixtures
import Testing

@Suite("The clips of a roll that was proved")
struct ClipLossTests {
    /// An ALEXA 35 reel of two clips; the second ends before its footer.
    private static let card: CardBuilder = [
        "A_0076_1CTJ/A_0076C001_230511_184122_a1CTJ.mxf": .bytes(MXFBuilder().bytes),
        "A_0076_1CTJ/A_0076C002_230511_190000_a1CTJ.mxf": .bytes(Array(MXFBuilder().bytes.dropLast(100))),
    ]

    private func logs(on disk: CrashDisk) throws -> [String] {
        try DriveView(disk).tree.below("Logs").files.map { String(decoding: $0.name, as: UTF8.self) }.filter {
            $0.contains(".clips.")
        }
    }

    private func losses(_ story: Cart.Story) -> [Warning] {
        story.warnings.filter { $0.sentence.contains("ends too early") }
    }

    @Test(
        "what is lost in a clip is told at the end of the run, whatever becomes of the log, and again of a roll that is there"
    )
    func losses() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Self.card))
        let cart = Cart(disk: card, on: ["/media/RAID_A": disk])
        for logs in [IngestRequest.Logs.none, .onDestinations, .onDestinations] {
            let story = try cart.run { $0.logs = logs }
            #expect(story.status == .done)
            let told = losses(story)
            #expect(told.map(\.place) == ["/media/RAID_A/A001"])
            #expect(told.first?.sentence.hasPrefix("A_0076C002_230511_190000_a1CTJ.mxf ends too early: ") == true)
            #expect(
                told.first?.sentence.hasSuffix(
                    ". It is the same on the card: tell the camera crew before the card is erased.") == true)
        }
    }

    @Test("more losses than a person reads are counted")
    func many() throws {
        let whole = MXFBuilder().bytes
        var card: CardBuilder = [:]
        for number in 10..<40 {
            card[try #require(RelativePath("A_0076_1CTJ/A_0076C0\(number)_230511_184122_a1CTJ.mxf"))] = .bytes(
                Array(whole.dropLast(100)))
        }
        let story = try Cart(card, on: ["/media/RAID_A": CrashDisk()]).run()
        #expect(losses(story).count == 20)
        #expect(
            story.warnings.last
                == Warning(
                    at: "/media/RAID_A/A001", "10 more errors in its clips: `rushes clips` tells all."))
    }

    @Test("a stop before the clips are read is told, is no success, and a rerun writes their log")
    func stopped() throws {
        let (disk, card) = (CrashDisk(), try Cart.disk(Self.card))
        let cart = Cart(disk: card, on: ["/media/RAID_A": disk])
        let story = try cart.run(until: {
            let logs = (try? disk.entries(of: "Logs/A001")) ?? []
            return logs.contains { String(decoding: $0.name, as: UTF8.self).hasSuffix("_summary.txt") }
        })
        #expect(story.status == .interrupted)
        #expect(story.outcomes.map(\.isComplete) == [true])
        #expect(
            story.warnings.last
                == Warning(
                    at: Cart.card,
                    "Its clips were not read, because the run was stopped. Run the same command again: it reads them, and "
                        + "writes their log."))
        #expect(try logs(on: disk) == [])
        #expect(try cart.run().status == .done)
        #expect(try logs(on: disk) == ["A001.clips.csv", "A001.clips.json"])
    }

    @Test("a roll that is only compared keeps the log it has, and gets one where there is none")
    func compared() throws {
        let (one, two) = (CrashDisk(), CrashDisk.second())
        let cart = try Cart(Self.card, on: ["/media/RAID_A": one, "/media/RAID_B": two])
        #expect(try cart.run().status == .done)
        let before = try one.contents(of: "Logs/A001/A001.clips.json", limit: .mebibytes(1))
        for ending in ["csv", "json"] { try two.remove(try #require(RelativePath("Logs/A001/A001.clips.\(ending)"))) }
        let story = try cart.run()
        #expect(story.outcomes.map(\.wasFinished) == [true])
        for disk in [one, two] {
            #expect(try logs(on: disk) == ["A001.clips.csv", "A001.clips.json"])
            #expect(try disk.contents(of: "Logs/A001/A001.clips.json", limit: .mebibytes(1)) == before)
        }
    }

    @Test("a card that grew gets a second log, which bears the time of its run, and keeps the first")
    func grown() throws {
        let disk = CrashDisk()
        #expect(try Cart(Self.card, on: ["/media/RAID_A": disk]).run().status == .done)
        var grown = Self.card
        grown["A_0076_1CTJ/A_0076C003_230511_200000_a1CTJ.mxf"] = .bytes(MXFBuilder().bytes)
        for _ in 0..<2 {
            #expect(try Cart(grown, on: ["/media/RAID_A": disk]).run().status == .done)
            let names = try logs(on: disk)
            #expect(names.count == 4)
            #expect(names.filter { $0.hasPrefix("A001_") && $0.hasSuffix("Z.clips.json") }.count == 1)
        }
    }
}
