import Checksums
import FileTree
import Manifests
import Testing

@Suite("Recording nested histories")
struct NestedRecordTests {
    /// A project with a day in it, and two rolls on that day, each with a history of its own.
    private func project() throws -> Roll {
        let roll = try Roll(
            ["top.txt": "t", "Day01/day.txt": "d", "Day01/A001/a.mov": "abc", "Day01/A002/b.mov": "hello"])
        try roll.record([.xxh64], below: "Day01/A001")
        try roll.record([.md5], after: 1, below: "Day01/A002")
        try roll.record([.xxh64], after: 2, below: "Day01")
        try roll.record([.xxh64], after: 3)
        return roll
    }

    private func paths(_ receipt: RecordReceipt) -> [String] { receipt.manifests.map(\.path.description) }

    @Test("every history gets a generation of the closest files, and names its direct children alone")
    func whole() throws {
        let roll = try project()
        let receipt = try roll.record(after: 60)
        #expect(
            paths(receipt) == [
                "Y/Day01/A002/ascmhl/0004_A002_2026-11-22_010100Z.mhl",
                "Y/Day01/A001/ascmhl/0004_A001_2026-11-22_010100Z.mhl",
                "Y/Day01/ascmhl/0003_Day01_2026-11-22_010100Z.mhl", "Y/ascmhl/0002_Y_2026-11-22_010100Z.mhl",
            ])
        let texts = try receipt.manifests.map { try roll.text($0.path) }
        #expect(lines(of: texts[0]) == ["b.mov xxh64 verified"])
        #expect(lines(of: texts[2]) == ["day.txt xxh64 verified"])
        #expect(lines(of: texts[3]) == ["top.txt xxh64 verified"])
        #expect(references(texts[3]) == ["Day01/ascmhl/0003_Day01_2026-11-22_010100Z.mhl"])
        #expect(
            references(texts[2]) == [
                "A001/ascmhl/0004_A001_2026-11-22_010100Z.mhl", "A002/ascmhl/0004_A002_2026-11-22_010100Z.mhl",
            ])
        for (reference, sealed) in [(texts[3], receipt.manifests[2]), (texts[2], receipt.manifests[1])] {
            #expect(reference.contains("<c4>\(sealed.c4)</c4>"))
        }
        #expect(try roll.history(includingNested: true).count == 4)
    }

    @Test("one file in a nested history: its record there, references alone above, others keep their newest")
    func oneFile() throws {
        let roll = try project()
        let receipt = try roll.record(after: 60, only: ["Day01/A001/a.mov"])
        #expect(
            paths(receipt) == [
                "Y/Day01/A001/ascmhl/0004_A001_2026-11-22_010100Z.mhl",
                "Y/Day01/ascmhl/0003_Day01_2026-11-22_010100Z.mhl", "Y/ascmhl/0002_Y_2026-11-22_010100Z.mhl",
            ])
        let day = try roll.text(receipt.manifests[1].path)
        #expect(!day.contains("<hashes>") && !day.contains("roothash"))
        #expect(
            references(day) == [
                "A001/ascmhl/0004_A001_2026-11-22_010100Z.mhl", "A002/ascmhl/0003_A002_2026-11-22_010003Z.mhl",
            ])
        #expect(try roll.history(includingNested: true).count == 4)
    }

    @Test("a history that is referred to and gone is told before anything is written (30)")
    func gone() throws {
        let roll = try project()
        _ = try roll.disk.rename(path("Y/Day01/A001/ascmhl"), to: path("Y/Day01/A001/moved"))
        let before = try roll.manifests()
        let refusal = #expect(throws: ManifestError.self) { try roll.record(after: 60) }
        #expect(refusal?.status == 30)
        #expect(refusal?.place == (try path("Y/Day01/A001")))
        #expect(try roll.manifests() == before)
    }

    @Test("a pattern tied to the top holds below it, shortened by the way there")
    func patterns() throws {
        let roll = try Roll(["A001/proxy/p.mov": "1", "A001/a.mov": "abc", "proxy/q.mov": "2", "A001/x.tmp": "3"])
        try roll.record(below: "A001")
        try roll.record(after: 60, ignore: ["A001/proxy/", "/proxy", "*.tmp"])
        #expect(try roll.history().ignorePatterns.suffix(3) == ["A001/proxy/", "/proxy", "*.tmp"])
        let inner = try #require(try ASCMHL.history(on: roll.disk, at: path("Y/A001")))
        #expect(inner.ignorePatterns.suffix(2) == ["/proxy/", "*.tmp"])
        #expect(try roll.manifest().contains("<roothash>"))
    }

    @Test("what a nested history leaves out is left out for those above it as well")
    func innerPatterns() throws {
        let roll = try Roll(["A001/a.mov": "abc", "A001/x.tmp": "3", "x.tmp": "4"])
        try roll.record(ignore: ["*.tmp"], below: "A001")
        try roll.record(after: 60)
        #expect(try lines(of: roll.manifest()) == ["x.tmp xxh64 original"])
        #expect(try roll.manifest().contains("<roothash>"))
    }

    private func references(_ manifest: String) -> [String] {
        manifest.split(separator: "<hashlistreference>").dropFirst().compactMap { text in
            text.firstMatch(of: /<path>([^<]*)</).map { String($0.1) }
        }
    }
}
