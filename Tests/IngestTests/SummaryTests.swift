import Checksums
import FileTree
import Foundation
import Ingest
import Offload
import RushesFixtures
import Testing

@Suite("What is said and recorded at the end")
struct SummaryTests {
    private func outcome(
        _ card: any ReadableDisk, on drives: KeyValuePairs<String, any Disk>,
        _ change: (inout IngestRequest) throws -> Void = { _ in }
    ) throws -> CardOutcome {
        try #require(try Cart(disk: card, on: drives).run(change).outcomes.first)
    }

    @Test("one line for a card that is complete")
    func complete() throws {
        let card = try Cart.disk(Cart.small)
        let drives: KeyValuePairs<String, any Disk> = [
            "/media/RAID_A": CrashDisk(), "/media/RAID_B": CrashDisk.second(),
        ]
        let verdicts = try [
            outcome(card, on: drives), outcome(card, on: drives),
            outcome(card, on: ["/media/C": CrashDisk()]) { $0.sourceTwice = true },
        ].map { SummaryText($0).verdict }
        #expect(
            verdicts == [
                "A001 COMPLETE: 6 files, 64.1 kB, read-back on 2 of 2 destinations (2 devices), source read once. "
                    + "Both may be unplugged.",
                "A001 COMPLETE: 6 files, 64.1 kB, already there, read-back on 2 of 2 destinations (2 devices), "
                    + "source read once. Both may be unplugged.",
                "A001 COMPLETE: 6 files, 64.1 kB, read-back on 1 of 1 destinations (1 device), source read twice. "
                    + "It may be unplugged.",
            ])
    }

    @Test("one line for a card that is not")
    func notComplete() throws {
        let card = try Cart.disk(Cart.small)
        let unreadable = FailingDisk(card, failingAt: 1, only: [.read])
        let dead = FailingDisk(CrashDisk.second(), failingAt: 1, .fromThenOn, only: [.rename])
        #expect(
            SummaryText(try outcome(unreadable, on: ["/media/RAID_A": CrashDisk(), "/media/RAID_B": dead])).verdict
                == "A001 NOT COMPLETE: 1 file unreadable, 1 destination failed. Keep the card.")
        let number = try #require(try TreeWalk.snapshot(of: card).number(at: "notes.txt"))
        let flipping = FlippingDisk(CrashDisk(), .file(named: Array(String(number).utf8)))
        let summary = SummaryText(try outcome(card, on: ["/media/RAID_A": flipping]))
        #expect(summary.verdict == "A001 NOT COMPLETE: 1 copy not equal to the card. Keep the card.")
        #expect(summary.text.contains("notes.txt on /media/RAID_A read back differently: expected "))
        #expect(!summary.text.contains("safe to erase"))
    }

    @Test("the record is JSON and holds every file with its proofs, what failed and what was left out")
    func record() throws {
        var builder = Cart.small
        builder[".DS_Store"] = "x"
        builder[try #require(RelativePath([0x62, 0xFF]))] = "not UTF-8"
        let drive = CrashDisk()
        let failing = FailingDisk(try Cart.disk(builder), failingAt: 1, only: [.read])
        let story = try Cart(disk: failing, on: ["/media/RAID_A": drive]).run {
            $0.author = "A \"B\""
            $0.algorithms = [.xxh64, .md5]
        }
        let outcome = try #require(story.outcomes.first)
        let logs = try DriveView(drive).tree.below("Logs")
        let path = try #require(logs.files.first { $0.description.hasSuffix("_ingest.json") })
        let document = try JSONSerialization.jsonObject(with: Data(try #require(logs[file: path])))
        let record = try #require(document as? [String: Any])
        #expect(record["author"] as? String == "A \"B\"")
        #expect(record["status"] as? Int == 40)
        #expect(record["complete"] as? Bool == false)
        let files = try #require(record["files"] as? [[String: Any]])
        #expect(files.count == outcome.fileCount)
        #expect(files.count { $0["failure"] is String } == 1)
        #expect(files.count { ($0["checksums"] as? [String: String])?.keys.sorted() == ["md5", "xxh64"] } == 6)
        #expect(files.compactMap { $0["path_base64"] as? String } == ["Yv8="])
        let leftOut = try #require(record["left_out"] as? [[String: Any]])
        #expect(leftOut.map { $0["path"] as? String } == [".DS_Store"])
    }

    @Test("no log is ever written over: two runs of one second leave two of each")
    func neverOver() throws {
        let (drive, card) = (CrashDisk(), try Cart.disk(Cart.small))
        for _ in 0..<3 { _ = try outcome(card, on: ["/media/RAID_A": drive]) }
        let logs = try DriveView(drive).tree.below("Logs").files.map(\.description)
        #expect(logs.count { $0.hasSuffix("ingest.json") } == 3)
        #expect(logs.count { $0.hasSuffix("summary.txt") } == 3)
    }
}
