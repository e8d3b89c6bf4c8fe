import Checksums
import FileTree
import Manifests
import RushesFixtures
import Testing

@Suite("Recording a folder that nobody copied with us")
struct RecordTests {
    @Test("the first generation calls itself in-place and every file original (W5)")
    func first() throws {
        let roll = try Roll()
        let receipt = try roll.record([.md5, .xxh64])
        #expect(receipt.manifests.map(\.path.description) == ["Y/ascmhl/0001_Y_2026-11-22_010000Z.mhl"])
        #expect((receipt.original, receipt.verified) == (2, 0))
        let text = try roll.manifest()
        #expect(text.contains("<process>in-place</process>"))
        #expect(lines(of: text) == ["a.mov md5 original, xxh64 original", "s/b.txt md5 original, xxh64 original"])
    }

    @Test("what is said of a folder is said word for word as in a transfer, but for the process and the time")
    func likeTransfer() throws {
        let copied = try Roll()
        try copied.seal(copied.request([.xxh64, .md5]))
        let found = try Roll()
        try found.record([.xxh64, .md5])
        let plain = { (text: String) in
            text.replacing(/\ hashdate="[^"]*"/, with: "").replacing(/<process>[^<]*/, with: "<process>")
        }
        #expect(try plain(found.manifest()) == plain(copied.manifest()))
    }

    /// What a history has, what is asked for, and what the next generation lists of a whole and of a changed file.
    static let formats: [(recorded: [ChecksumAlgorithm], asked: [ChecksumAlgorithm], whole: String, changed: String)] =
        [
            ([.md5], [.md5], "md5 verified", "md5 failed"),
            ([.md5], [.xxh64], "md5 verified, xxh64 verified", "md5 failed"),
            ([.md5, .xxh64], [.c4], "c4 verified, md5 verified", "md5 failed"),
            ([.md5, .xxh64], [.xxh64], "xxh64 verified", "md5 failed, xxh64 failed"),
            ([.md5, .xxh64], [.c4, .xxh64], "c4 verified, xxh64 verified", "md5 failed, xxh64 failed"),
            ([.c4, .sha1], [.c4, .sha1], "c4 verified, sha1 verified", "c4 failed, sha1 failed"),
        ]

    @Test(
        "a file listed before is compared with its own formats; a new one counts only beside them", arguments: formats)
    func later(
        _ recorded: [ChecksumAlgorithm], _ asked: [ChecksumAlgorithm], _ whole: String, _ changed: String
    ) throws {
        let roll = try Roll(["a.mov": "abc", "b.mov": "hello"])
        try roll.record(recorded)
        try roll.change("b.mov", to: "hellO")
        let receipt = try roll.record(asked, after: 60)
        #expect(lines(of: try roll.manifest(2)) == ["a.mov \(whole)", "b.mov \(changed)"])
        #expect((receipt.original, receipt.verified, receipt.failed.count) == (0, 1, 1))
    }

    @Test("a failed entry is never compared with: the next generation judges by the first again")
    func restored() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.record()
        try roll.change("a.mov", to: "abX")
        #expect(try roll.record(after: 60).failed.count == 1)
        try roll.change("a.mov", to: "abc")
        #expect(try roll.record(after: 120).verified == 1)
        #expect(try lines(of: roll.manifest(3)) == ["a.mov xxh64 verified"])
        try roll.change("a.mov", to: "abX")
        #expect(try roll.record(after: 180).failed.count == 1)
    }

    @Test("a new file gets the format of the folders' hashes as well, so that a history keeps one (W13)")
    func folderFormat() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.record([.md5])
        try roll.add(["n/c.mov": "new"])
        try roll.record([.xxh64], after: 60)
        let text = try roll.manifest(2)
        #expect(lines(of: text) == ["a.mov md5 verified, xxh64 verified", "n/c.mov md5 original, xxh64 original"])
        #expect(try roll.history().folderHashAlgorithms == [.md5])
        #expect(text.contains("<roothash>"))
    }

    @Test("a file that is gone is not listed, and stays known")
    func gone() throws {
        let roll = try Roll()
        try roll.record()
        try roll.disk.remove(path("Y/a.mov"))
        try roll.record(after: 60)
        #expect(try lines(of: roll.manifest(2)) == ["s/b.txt xxh64 verified"])
        #expect(try roll.history().count == 2)
    }

    @Test("some files alone: only their records, no folder hashes, no root hash")
    func someFiles() throws {
        let roll = try Roll()
        let receipt = try roll.record(only: ["a.mov"])
        #expect(receipt.original == 1)
        let text = try roll.manifest()
        #expect(lines(of: text) == ["a.mov xxh64 original"])
        #expect(!text.contains("roothash") && !text.contains("directoryhash"))
        #expect(try roll.record(after: 60, only: []).manifests == [])
        #expect(try roll.manifests().count == 1)
    }

    @Test("what a plan wants of each file is what the rule says, and the folders' format")
    func plan() throws {
        let roll = try Roll(["a.mov": "abc", "b.tmp": "x"])
        try roll.record([.md5], ignore: ["*.tmp"])
        try roll.add(["c.mov": "new"])
        let request = try roll.recordRequest([.xxh64], after: 60)
        let plan = try ASCMHL.plan(request, on: roll.disk, at: roll.place)
        let wanted = request.tree.entries.indices.filter { !plan.wanted[$0].isEmpty }.map {
            "\(request.tree.path(of: $0)) \(plan.wanted[$0].algorithms.map(\.rawValue).joined(separator: " "))"
        }
        #expect(wanted == ["a.mov md5 xxh64", "c.mov md5 xxh64"])
        #expect(GenerationPlan.algorithms(recorded: [.md5, .xxh64], asked: [.c4]) == [.md5, .c4])
        #expect(GenerationPlan.algorithms(recorded: [], asked: [.c4]) == [.c4])
    }

    @Test("names that XML cannot carry are all told, and nothing is written (W7)")
    func names() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.add([0x62, 0xFF], "1")
        try roll.add([0x63, 0x1B, 0x2F] + Array("in.mov".utf8), "2")
        let request = try roll.recordRequest()
        #expect(try ASCMHL.plan(request, on: roll.disk, at: roll.place).uncarriable.count == 2)
        let files = try roll.hashed(request)
        let refusal = #expect(throws: ManifestError.self) {
            try ASCMHL.record(request, files, on: roll.disk, at: roll.place)
        }
        #expect(refusal?.code == .cannotCarry)
        #expect(refusal?.concerned.map(\.bytes) == [[0x62, 0xFF], [0x63, 0x1B]])
        #expect(try roll.manifests() == [])
        #expect(try roll.record(ignore: ["b*", "c*/"]).original == 1)
    }

    @Test("a pattern that XML cannot carry is refused before anything is written")
    func uncarriablePattern() throws {
        let roll = try Roll()
        let refusal = #expect(throws: ManifestError.self) { try roll.record(ignore: ["a\u{1B}"]) }
        #expect(refusal?.code == .cannotCarry)
        #expect(try roll.manifests() == [])
    }

    @Test("patterns are inherited and only grow; what they leave out is not read (W8)")
    func patterns() throws {
        let roll = try Roll(["a.mov": "abc", "x.tmp": "1", "proxy/p.mov": "2"])
        try roll.record(ignore: ["*.tmp"])
        try roll.record(after: 60, ignore: ["proxy/", "*.tmp"])
        #expect(try roll.history().ignorePatterns == [".DS_Store", "ascmhl", "ascmhl/", "*.tmp", "proxy/"])
        #expect(try lines(of: roll.manifest(2)) == ["a.mov xxh64 verified"])
        try roll.record(after: 120)
        #expect(try roll.history().ignorePatterns == [".DS_Store", "ascmhl", "ascmhl/", "*.tmp", "proxy/"])
    }

    @Test("an empty folder, or one in which all is left out, is valid without hashes (W9)")
    func nothing() throws {
        let roll = try Roll(["x.tmp": "1"])
        #expect(try roll.record(ignore: ["*"]).manifests.count == 1)
        #expect(try !roll.manifest().contains("<hashes"))
    }

    @Test("what an ingest could not copy stays said until it is there")
    func failedFiles() throws {
        let roll = try Roll()
        var request = try roll.request(absent: ["s/b.txt"])
        request.failed = [FailedFile(path: try path("s/lost.mov"), reason: "unreadable")]
        try roll.seal(request)
        try roll.record(after: 60)
        #expect(try roll.history().failed == request.failed)
        try roll.add(["s/lost.mov": "found"])
        try roll.record(after: 120)
        #expect(try roll.history().failed == [])
    }

    @Test("W2: UTF-8 without a byte order mark, line feeds, the default namespace and version 2.0")
    func text() throws {
        let roll = try Roll(["caf\u{E9}.mov": "abc"])
        try roll.record()
        let text = try roll.manifest()
        #expect(
            text.hasPrefix(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <hashlist version="2.0" xmlns="urn:ASC:MHL:v2.0">
                """))
        #expect(!text.utf8.contains(0x0D))
        #expect(text.contains(">caf\u{E9}.mov</path>"))
    }

    @Test("W10: a chain with another kind of hash becomes one of C4 IDs, after it was checked with its own")
    func chain() throws {
        let roll = try Roll()
        try roll.record()
        let place = try path("Y/ascmhl/ascmhl_chain.xml")
        let bytes = try Array(roll.manifest().utf8)
        let c4 = "<c4>\(Checksum.of(bytes, .c4))</c4>"
        let text = try roll.text(place).replacing(c4, with: "<md5>\(Checksum.of(bytes, .md5))</md5>")
        try roll.disk.remove(place)
        try roll.add(["ascmhl/ascmhl_chain.xml": text])
        try roll.record(after: 60)
        let after = try roll.text(place)
        #expect(after.contains(c4) && !after.contains("md5"))
        try roll.disk.remove(place)
        try roll.add(["ascmhl/ascmhl_chain.xml": text.replacing("<md5>", with: "<md5>00")])
        #expect(#expect(throws: ManifestError.self) { try roll.record(after: 120) } != nil)
    }

    @Test("a file that was not read is not listed, and then nothing is said of folders")
    func unread() throws {
        let roll = try Roll()
        let request = try roll.recordRequest()
        let files = try roll.hashed(request, only: ["a.mov"])
        _ = try ASCMHL.record(request, files, on: roll.disk, at: roll.place)
        let text = try roll.manifest()
        #expect(lines(of: text) == ["a.mov xxh64 original"])
        #expect(!text.contains("roothash"))
        #expect(text.contains("<content/>"))
    }

    @Test("on a read-only medium one sentence says it, and nothing is recorded")
    func readOnly() throws {
        let roll = try Roll()
        let request = try roll.recordRequest()
        let files = try roll.hashed(request)
        let disk = FailingDisk(roll.disk, failingAt: 1, .fromThenOn, number: FailingDisk.readOnly, only: .changing)
        let refusal = #expect(throws: ManifestError.self) {
            try ASCMHL.record(request, files, on: disk, at: roll.place)
        }
        #expect(refusal?.code == .readOnlyMedium)
        #expect(refusal?.sentence == "the medium is read-only; nothing was recorded")
        #expect(try roll.manifests() == [])
        #expect(try roll.leftovers() == [])
    }
}
