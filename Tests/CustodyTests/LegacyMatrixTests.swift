import Checksums
import Custody
import Manifests
import RushesFixtures
import Testing

@Suite("Legacy lists, row by row as tools write them")
struct LegacyMatrixTests {
    /// One row: what stands in the record of `d/a.mov`, which holds "abc".
    struct Row: CustomTestStringConvertible {
        let name: String
        let record: String
        var status = RunStatus.done
        var findings: [String] = []
        var problems: [String] = []
        var testDescription: String { name }
    }

    private static let head = "<file>d/a.mov</file><size>3</size>"
    private static let md5 = "<md5>900150983cd24fb0d6963f7d28e17f72</md5>"
    private static let wrong = "<md5>900150983cd24fb0d6963f7d28e17f73</md5>"
    private static let other = ["d/a.mov other byte order"]

    static let hashes = [
        Row(name: "xxhash64be canonical", record: head + "<xxhash64be>44bc2cf5ad770999</xxhash64be>"),
        Row(name: "xxhash64be in upper case", record: head + "<xxhash64be>44BC2CF5AD770999</xxhash64be>"),
        Row(name: "xxhash64 little-endian", record: head + "<xxhash64>990977adf52cbc44</xxhash64>"),
        Row(
            name: "xxhash64 canonical (o/COPY's and simple-mhl's)",
            record: head + "<xxhash64>44bc2cf5ad770999</xxhash64>", findings: other),
        Row(
            name: "xxhash64be little-endian (CopyCore)", record: head + "<xxhash64be>990977adf52cbc44</xxhash64be>",
            findings: other),
        Row(name: "xxhash of ten digits", record: head + "<xxhash>0852579327</xxhash>"),
        Row(name: "xxhash unpadded (Kocard)", record: head + "<xxhash>852579327</xxhash>"),
        Row(name: "xxhash in hex", record: head + "<xxhash>32d153ff</xxhash>"),
        Row(
            name: "xxhash that differs", record: head + "<xxhash>0852579326</xxhash>", status: .contentDiffers,
            findings: ["d/a.mov differs"]),
        Row(
            name: "sixteen digits in xxhash", record: head + "<xxhash>44bc2cf5ad770999</xxhash>",
            problems: ["remark"]),
        Row(name: "white space around the hash", record: head + "<md5>\n\t900150983cd24fb0d6963f7d28e17f72 \n</md5>"),
        Row(name: "MD5 in upper case (YoYotta)", record: head + "<md5>900150983CD24FB0D6963F7D28E17F72</md5>"),
        Row(
            name: "several hashes, all right",
            record: head + md5 + "<sha1>a9993e364706816aba3e25717850c26c9cd0d89d</sha1>"),
        Row(
            name: "several hashes, the first wrong",
            record: head + wrong + "<sha1>a9993e364706816aba3e25717850c26c9cd0d89d</sha1>", status: .contentDiffers,
            findings: ["d/a.mov differs"]),
        Row(
            name: "several hashes, the last wrong",
            record: head + md5 + "<xxhash64be>44bc2cf5ad770998</xxhash64be>", status: .contentDiffers,
            findings: ["d/a.mov differs"]),
        Row(
            name: "R6: the wrong size and the right hash", record: "<file>d/a.mov</file><size>4</size>" + md5,
            status: .contentDiffers, findings: ["d/a.mov size 3, not 4"]),
        Row(
            name: "null with the right size: never verified", record: head + "<null/>", status: .nothingVerified,
            findings: ["d/a.mov size only"]),
        Row(
            name: "null with the wrong size", record: "<file>d/a.mov</file><size>4</size><null/>",
            status: .contentDiffers, findings: ["d/a.mov size 3, not 4"]),
        Row(name: "no size", record: "<file>d/a.mov</file>" + md5),
        Row(name: "a size of -1 is none", record: "<file>d/a.mov</file><size>-1</size>" + md5),
        Row(name: "a size of 2^63 is none", record: "<file>d/a.mov</file><size>9223372036854775808</size>" + md5),
        Row(name: "the hash in front", record: md5 + "<size>3</size><file>d/a.mov</file>"),
        Row(
            name: "all that may be missing is there",
            record: head + "<creationdate>2026-01-01T00:00:00Z</creationdate><lastmodificationdate>2019-01-01T00:00:00"
                + "</lastmodificationdate>" + md5 + "<hashdate>2026-01-01T00:00:00Z</hashdate>"),
        Row(
            name: "sha256 alone",
            record: head + "<sha256>ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad</sha256>",
            problems: ["remark"]),
        Row(
            name: "xxh128 alone", record: head + "<xxh128>06b05ab6733a618578af5f94892f3950</xxh128>",
            problems: ["remark"]),
        Row(name: "xxhash3_64", record: head + "<xxhash3_64>78af5f94892f3950</xxhash3_64>", problems: ["remark"]),
        Row(
            name: "C4",
            record: head
                + "<c4>c45S4rnaTNWonxss1u8LzsaJdEph1AJhWUF4sh2waXKMsutyfAxg4ybUeuXVWS9HdNcEypmeXn8FZGonD4w1rj9DZp</c4>",
            problems: ["remark"]),
        Row(
            name: "a hash nobody knows is said, and nothing is verified by it",
            record: head + "<crc32>352441c2</crc32>",
            status: .nothingVerified, findings: ["d/a.mov size only"], problems: ["unknownHash"]),
        Row(name: "<path> for <file>", record: "<path>d/a.mov</path>" + md5),
        Row(name: "<file name>", record: "<file name=\"d/a.mov\"/>" + md5),
    ]

    @Test("hashes, sizes and what is missing", arguments: LegacyMatrixTests.hashes)
    func rows(ofHashes row: Row) throws { try check(row) }

    static let paths = [
        Row(name: "./", record: "<file>./d/a.mov</file>" + md5),
        Row(name: "back into the root", record: "<file>../R/d/a.mov</file>" + md5),
        Row(
            name: "out of the root", record: "<file>../x/d/a.mov</file>" + md5, status: .missing, problems: ["outside"]),
        Row(name: "Windows", record: "<file>d\\a.mov</file>" + md5, problems: ["respelled"]),
        Row(name: "a slash in front (Kocard)", record: "<file>/d/a.mov</file>" + md5),
        Row(name: "blanks around it", record: "<file>\n  d/a.mov \n</file>" + md5, problems: ["respelled"]),
        Row(
            name: "another path of the machine", record: "<file>/etc/passwd</file>" + md5, status: .missing,
            findings: ["/etc/passwd missing"]),
        Row(
            name: "the source folder in front (ShotPut)", record: "<file>CARD/d/a.mov</file>" + md5,
            problems: ["remark"]),
        Row(
            name: "a folder in a file's place", record: "<file>d</file>" + md5, status: .missing,
            findings: ["d missing"]),
    ]

    @Test("paths", arguments: LegacyMatrixTests.paths)
    func rows(ofPaths row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        let verified = try Verified(["d/a.mov": "abc", "x.mhl": HandMade.legacy(row.record)], part: "x.mhl")
        #expect(verified.status == row.status)
        #expect(verified.findings == row.findings)
        #expect(verified.problems == row.problems, "\(verified.sentences)")
        #expect(verified.equal == (row.findings == [] && row.status == .done || row.findings == Self.other ? 1 : 0))
    }

    @Test("an absolute path that lies in the root is found")
    func absolute() throws {
        let verified = try Verified(
            ["d/a.mov": "abc"], part: "x.mhl",
            prepare: { root in
                let list = HandMade.legacy("<file>\(root)/d/a.mov</file>" + Self.md5)
                try CardBuilder(["x.mhl": .bytes(Array(list.utf8))]).write(intoFolder: root)
            })
        #expect(verified.status == .done)
        #expect(verified.equal == 1)
    }

    @Test("NFC and NFD: the one file of that name is found and it is said; of two, each is its own")
    func composition() throws {
        let list = HandMade.legacy("<file>cafe\u{301}.mov</file>" + Self.md5)
        let one = try Verified(["caf\u{E9}.mov": "abc", "x.mhl": list], part: "x.mhl")
        #expect((one.status, one.problems) == (.done, ["respelled"]))
        // Two texts that Swift takes for one.
        let both = try Verified(
            ["caf\u{E9}.mov": "xyz", "x.mhl": list], part: "x.mhl", raw: ["cafe\u{301}.mov": Array("abc".utf8)])
        #expect((both.status, both.problems) == (.done, []))
    }

    @Test(
        "a file that has gone is never taken for its neighbour of nearly the same name",
        arguments: [("a.mov ", "a.mov"), ("d\\a.mov", "d/a.mov"), ("cafe\u{301}", "caf\u{E9}")])
    func neighbours(_ gone: String, _ there: String) throws {
        let list = HandMade.legacy("<file>\(gone)</file>" + Self.md5, "<file>\(there)</file>" + Self.md5)
        let verified = try Verified([there: "abc", "x.mhl": list], part: "x.mhl")
        #expect(verified.status == .missing)
        #expect(verified.findings == ["\(gone) missing"])
        #expect(verified.equal == 1)
    }

    @Test(
        "a file listed twice: the same is said, a contradiction is an error",
        arguments: [
            (head + md5, RunStatus.done, ["remark"]), (head + wrong, .contentDiffers, ["conflict", "remark"]),
            ("<file>d/a.mov</file><size>4</size>" + md5, .contentDiffers, ["conflict"]),
        ])
    func twice(_ second: String, _ status: RunStatus, _ problems: [String]) throws {
        let list = HandMade.legacy(Self.head + Self.md5, second)
        let verified = try Verified(["d/a.mov": "abc", "x.mhl": list], part: "x.mhl")
        #expect((verified.status, verified.problems) == (status, problems))
    }

    @Test("one bad entry does not end the list")
    func oneBad() throws {
        let list = HandMade.legacy(
            "<file>b</file><md5>none</md5>", "<size>7</size>", Self.head + Self.md5, "<file>gone</file>" + Self.md5)
        let verified = try Verified(["d/a.mov": "abc", "b": "b", "x.mhl": list], part: "x.mhl")
        #expect(verified.equal == 1)
        #expect(verified.findings.contains("gone missing"))
        #expect(verified.problems.contains("unknownHash"))
    }

    @Test("a file that the list does not hold is told where a folder is verified, and not where a list is")
    func notListed() throws {
        let files = ["d/a.mov": "abc", "new": "n", "x.mhl": HandMade.legacy(Self.head + Self.md5)]
        #expect(try Verified(files).findings == ["new not listed"])
        #expect(try Verified(files).status == .notInManifest)
        #expect(try Verified(files, part: "x.mhl").status == .done)
    }

    @Test(
        "the version says nothing: the elements do",
        arguments: ["2.0", "1.0", "1.1", "7", ""])
    func version(_ version: String) throws {
        let list = HandMade.legacy(Self.head + Self.md5).replacing("version=\"1.1\"", with: "version=\"\(version)\"")
        #expect(try Verified(["d/a.mov": "abc", "x.mhl": list]).status == .done)
    }
}
