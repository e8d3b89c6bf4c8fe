import Checksums
import FileTree
import Foundation
import Ingest
import Manifests
import Offload
import Proof
import RushesFixtures
import Testing

@Suite("What a card's own manifests list")
struct OwnManifestTests {
    private func outcome(_ lists: [RelativePath: String], on disk: any Disk = CrashDisk()) throws -> CardOutcome {
        var card = Cart.small
        for (name, text) in lists { card[name] = .bytes(Array(text.utf8)) }
        return try #require(try Cart(card, on: ["/media/RAID_A": disk]).run().outcomes.first)
    }

    /// The line of a list of MD5 sums for a file of the card.
    private func line(_ path: RelativePath) throws -> String {
        let bytes = try #require(Cart.contents[file: path])
        return "\(Checksum.of(bytes, .md5))  \(path)\n"
    }

    @Test("counts as matched only what was compared with a checksum and proved")
    func matched() throws {
        let mhl = """
            <?xml version="1.0" encoding="UTF-8"?>
            <hashlist version="1.1"><hash><file>INDEX.bin</file><size>4096</size><crc32>00000000</crc32></hash>
            </hashlist>
            """
        let list = try line("notes.txt") + line("CLIP/A001C001.mov")
        let both = try outcome(["A001.md5": list, "B.mhl": mhl])
        let own = both.ownManifest
        #expect((own.listed, own.matched, own.notCompared) == (3, 2, 1))
        #expect(
            SummaryText(both).text.contains(
                "2 of 3 files matched the manifest they came with. 1 was not compared: left out, "))
        let dead = FailingDisk(CrashDisk(), failingAt: 4, .fromThenOn, only: [.makeFolder])
        let none = try outcome(["A001.md5": list], on: dead)
        #expect(none.copies.map(\.verified.count) == [0])
        #expect((none.ownManifest.listed, none.ownManifest.matched) == (2, 0))
    }

    @Test("and is not on it is said in the summary, its last line and the record")
    func missing() throws {
        let disk = CrashDisk()
        let text = "00000000000000000000000000000000  CLIP/GONE\u{1B}.mov\n"
        let outcome = try outcome(["A001.md5": text + line("notes.txt"), "again.md5": text], on: disk)
        let summary = SummaryText(outcome)
        #expect(summary.text.contains("1 of 1 files matched the manifest they came with.\n"))
        #expect(
            summary.text.contains(
                "1 file that the card's own manifest lists is not on it: CLIP/GONE\\x1b.mov.\n"))
        #expect(summary.verdict.contains(", 1 file that the card's own manifest lists is not on it. It may be"))
        let logs = try DriveView(disk).tree.below("Logs")
        let path = try #require(logs.files.first { $0.description.hasSuffix("_ingest.json") })
        let document = try JSONSerialization.jsonObject(with: Data(try #require(logs[file: path])))
        let source = try #require((document as? [String: Any])?["source"] as? [String: Any])
        #expect(source["missing_from_own_manifests"] as? [String] == ["CLIP/GONE\u{1B}.mov"])
        #expect(source["matched_own_manifests"] as? Int == 1)
    }

    @Test("cannot rule the terminal or fake a line by a list's name")
    func safeNames() throws {
        let evil = try #require(RelativePath(Array("a\u{1B}[31mEVIL\nA001 COMPLETE.md5".utf8)))
        let summary = SummaryText(try outcome([evil: "00000000000000000000000000000000  notes.txt\n"]))
        #expect(summary.text.contains("manifest a\\x1b[31mEVIL\\nA001 COMPLETE.md5: expected"))
        #expect(!summary.text.unicodeScalars.contains("\u{1B}"))
    }

    @Test("a manifest in a history on the card that its chain does not list is found before the start")
    func stray() throws {
        let first = CrashDisk()
        try Cart(on: ["/media/RAID_A": first]).run()
        var entries: [RelativePath: CardBuilder.Content] = ["ascmhl/0009_x.mhl": "<hashlist/>"]
        for (path, node) in try DriveView(first).tree.below("A001").nodes {
            if case .file(let bytes) = node { entries[path] = .bytes(bytes) } else { entries[path] = .folder }
        }
        let disk = RecordingDisk(CrashDisk())
        let cart = try Cart(CardBuilder(entries), on: ["/media/RAID_A": disk])
        let story = try cart.run()
        #expect(story.status == .obstacles)
        #expect(story.obstacles.map(\.code) == [.damagedHistory])
        #expect(story.obstacles.first?.sentence.contains("ascmhl/0009_x.mhl lies in a history") == true)
        #expect(disk.operations(.changing) == [])
        #expect(try cart.run { $0.ignore = IgnorePatterns(["ascmhl/"]) }.status == .done)
        try expectFinished(disk)
    }
}
