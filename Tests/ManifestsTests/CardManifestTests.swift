import Checksums
import FileTree
import Foundation
import Manifests
import Testing

@Suite("What the manifests on a card say")
struct CardManifestTests {
    /// Everything said of the files of a card that holds these.
    private func found(_ files: [String: String]) throws -> (TreeManifests, Roll, TreeSnapshot) {
        let card = try Roll(files)
        let disk = try CardDisk(path: card.path)
        let tree = try TreeWalk.snapshot(of: disk)
        return (TreeManifests.found(on: disk, in: tree), card, tree)
    }

    private func number(_ file: String, in tree: TreeSnapshot) throws -> Int {
        let place = try path(file)
        return try #require(tree.number(at: place))
    }

    /// A list in the legacy format with one record.
    private func legacy(_ record: String, root: String = "<hashlist version=\"1.1\">") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(root)<hash>\(record)</hash></hashlist>\n"
    }

    /// Whether all that is said of `a.mov`, which holds "abc", is met by what it holds.
    private func verdict(_ found: TreeManifests, _ tree: TreeSnapshot) throws -> [Bool] {
        let number = try number("a.mov", in: tree)
        return found.expectations(for: number).map { expectation in
            expectation.isMet(by: Checksum.of(Array("abc".utf8), expectation.algorithm ?? .md5))
        }
    }

    @Test(
        "legacy hashes are read as tools write them",
        arguments: [
            ("<md5>900150983cd24fb0d6963f7d28e17f72</md5>", [true]),
            ("<md5>900150983CD24FB0D6963F7D28E17F72</md5>", [true]),
            ("<md5>\n 900150983cd24fb0d6963f7d28e17f72 \n</md5>", [true]),
            ("<md5>900150983cd24fb0d6963f7d28e17f73</md5>", [false]),
            ("<xxhash64be>44bc2cf5ad770999</xxhash64be>", [true]),
            ("<xxhash64be>990977adf52cbc44</xxhash64be>", [true]),
            ("<xxhash64>990977adf52cbc44</xxhash64>", [true]), ("<xxhash64>44bc2cf5ad770999</xxhash64>", [true]),
            ("<xxhash64>44bc2cf5ad770998</xxhash64>", [false]), ("<xxhash>0852579327</xxhash>", [true]),
            ("<xxhash>852579327</xxhash>", [true]), ("<xxhash>32d153ff</xxhash>", [true]),
            ("<xxhash>32D153FF</xxhash>", [true]),
            ("<xxhash>44bc2cf5ad770999</xxhash>", [true]), ("<xxhash>0852579328</xxhash>", [false]),
            ("<sha256>ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad</sha256>", [true]),
            ("<xxh128>06b05ab6733a618578af5f94892f3950</xxh128>", [true]),
            (
                "<c4>c45S4rnaTNWonxss1u8LzsaJdEph1AJhWUF4sh2waXKMsutyfAxg4ybUeuXVWS9HdNcEypmeXn8FZGonD4w1rj9DZp</c4>",
                [true]
            ),
            (
                "<sha1>0000000000000000000000000000000000000000</sha1><md5>900150983cd24fb0d6963f7d28e17f72</md5>",
                [false, true]
            ),
            ("<null/>", []),
        ] as [(String, [Bool])])
    func hashes(_ hash: String, _ expected: [Bool]) throws {
        let list = legacy("<file>a.mov</file><size>3</size>\(hash)<hashdate>x</hashdate>")
        let (found, _, tree) = try found(["a.mov": "abc", "x.mhl": list])
        #expect(try verdict(found, tree) == expected)
        #expect(found.listed == 1)
        #expect(found.problems.filter { $0.code != .remark } == [])
        #expect(found.lists.map(\.description) == ["x.mhl"])
    }

    @Test(
        "paths are found as tools spell them, and never outside the card",
        arguments: [
            ("a.mov", true), ("./a.mov", true), ("s/../a.mov", true), ("/a.mov", true), (" a.mov\n", true),
            ("x\\..\\a.mov", true),
            ("../a.mov", false), ("../Y/a.mov", false), ("/etc/passwd", false), ("b.mov", false), ("s", false),
            ("", false),
            ("../../../../etc/passwd", false),
        ])
    func paths(_ name: String, _ isFound: Bool) throws {
        let list = legacy("<file>\(name)</file><size>3</size><md5>900150983cd24fb0d6963f7d28e17f72</md5>")
        let (found, _, tree) = try found(["a.mov": "abc", "s/": "", "x.mhl": list])
        #expect(try verdict(found, tree) == (isFound ? [true] : []))
        #expect((found.missing.count + found.problems.count { $0.code == .outside } == 0) == isFound)
    }

    @Test("a list below the root speaks of its own folder")
    func folder() throws {
        let list = legacy("<file>b.txt</file><size>5</size><md5>5d41402abc4b2a76b9719d911017c592</md5>")
        let up = legacy("<file>../a.mov</file><size>3</size><md5>900150983cd24fb0d6963f7d28e17f72</md5>")
        let (found, _, tree) = try found(["a.mov": "abc", "s/b.txt": "hello", "s/x.mhl": list, "s/y.mhl": up])
        #expect(found.listed == 2)
        #expect(try verdict(found, tree) == [true])
        #expect(found.expectations(for: try number("s/b.txt", in: tree)).count == 1)
    }

    @Test("a name in another composition is found when it is the only one, and said")
    func composition() throws {
        let list = legacy("<file>cafe\u{301}.mov</file><md5>900150983cd24fb0d6963f7d28e17f72</md5>")
        let (one, _, tree) = try found(["caf\u{E9}.mov": "abc", "x.mhl": list])
        #expect(one.problems.map(\.code) == [.respelled])
        #expect(one.expectations(for: try number("caf\u{E9}.mov", in: tree)).count == 1)
    }

    @Test("a size that differs is an expectation that nothing meets")
    func size() throws {
        let list = legacy("<file>a.mov</file><size>4</size><md5>900150983cd24fb0d6963f7d28e17f72</md5>")
        let (found, _, tree) = try found(["a.mov": "abc", "x.mhl": list])
        let expectations = found.expectations(for: try number("a.mov", in: tree))
        #expect(expectations.map(\.claim).first == .size(ByteCount(4)))
        #expect(try verdict(found, tree) == [false, true])
    }

    @Test(
        "what cannot be used is said",
        arguments: [
            ("<file>a.mov</file><crc64>0123</crc64>", .unknownHash), ("<file>a.mov</file><md5>xyz</md5>", .unknownHash),
            (
                "<file>a.mov</file><md5>900150983cd24fb0d6963f7d28e17f72</md5></hash><hash><file>a.mov</file>"
                    + "<md5>900150983cd24fb0d6963f7d28e17f73</md5>", .conflict
            ),
            (
                "<file>a.mov</file><md5>900150983cd24fb0d6963f7d28e17f72</md5><md5>900150983cd24fb0d6963f7d28e17f73</md5>"
                    + "<sha1>a9993e364706816aba3e25717850c26c9cd0d89d</sha1>", .conflict
            ),
            ("<file>a.mov", .unreadable), ("<file>../x</file>", .outside),
        ] as [(String, ManifestFinding.Code)])
    func problems(_ record: String, _ code: ManifestFinding.Code) throws {
        let (found, _, _) = try found(["a.mov": "abc", "x.mhl": legacy(record)])
        #expect(found.problems.map(\.code).filter { $0 != .remark } == [code])
    }

    @Test(
        "a list that is no list is told",
        arguments: [
            "", "hello", "<!DOCTYPE x><hashlist/>", "<other/>",
            "<hashlist version=\"2.0\" xmlns=\"urn:ASC:MHL:v2.0\"></hashlist>",
            "<hashlist><hash></hashlist>",
        ])
    func noList(_ text: String) throws {
        let (found, _, _) = try found(["x.mhl": text, "._x.mhl": "\0\0"])
        #expect(found.problems.count == 1)
        #expect(found.lists == [])
    }

    @Test(
        "plain lists are read, GNU and BSD, escaped and not",
        arguments: [
            ("MD5SUMS", "900150983cd24fb0d6963f7d28e17f72  a.mov\n"),
            ("x.md5", "900150983cd24fb0d6963f7d28e17f72 *a.mov\n"),
            ("x.md5", "900150983CD24FB0D6963F7D28E17F72  a.mov\r\n"),
            ("x.md5", "MD5 (a.mov) = 900150983cd24fb0d6963f7d28e17f72\n"),
            ("x.md5", "\\900150983cd24fb0d6963f7d28e17f72  a.mov\n"),
            ("x.md5", "; a comment\n\n900150983cd24fb0d6963f7d28e17f72  ./a.mov"),
            ("x.sha1", "a9993e364706816aba3e25717850c26c9cd0d89d  a.mov\n"),
            ("x.sha256", "SHA256 (a.mov) = ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"),
            ("x.xxh64", "44bc2cf5ad770999  a.mov\n"), ("x.xxhash", "44bc2cf5ad770999 ?XXHASH64*a.mov\n"),
            ("x.xxh3", "78af5f94892f3950  a.mov\n"), ("x.xxh", "XXH3 (a.mov) = 78af5f94892f3950\n"),
            ("x.xxh", "XXH64_LE (a.mov) = 990977adf52cbc44\n"),
            ("x.xxh128", "06b05ab6733a618578af5f94892f3950  a.mov\n"),
            ("x.xxh", "06b05ab6733a618578af5f94892f3950  a.mov\n"), ("x.xxh32", "32d153ff  a.mov\n"),
            ("a.mov.md5", "900150983cd24fb0d6963f7d28e17f72\n"), ("x.md5", "900150983cd24fb0d6963f7d28e17f72  a.mov\0"),
            ("x.md5", "\u{FEFF}900150983cd24fb0d6963f7d28e17f72  a.mov\n"),
        ])
    func plainLists(_ name: String, _ text: String) throws {
        let (found, _, tree) = try found(["a.mov": "abc", name: text])
        #expect(try verdict(found, tree) == [true])
        #expect(found.problems == [])
        #expect(found.missing == [])
    }

    @Test("escaped names are the names themselves")
    func escapedNames() throws {
        let hash = "900150983cd24fb0d6963f7d28e17f72"
        let (found, _, _) = try found([
            "line\nbreak": "abc", "back\\slash": "abc", "back\\nslash": "abc",
            "x.md5": "\\\(hash)  line\\nbreak\n\\\(hash)  back\\\\slash\n\(hash)  back\\nslash\n",
        ])
        #expect(found.listed == 3)
        #expect(found.missing == [])
    }

    @Test("lines that say nothing are counted, a file that only has the name is told")
    func noPlainList() throws {
        let (some, _, _) = try found(["a.mov": "abc", "x.md5": "hello\n900150983cd24fb0d6963f7d28e17f72  a.mov\n"])
        #expect(some.problems.map(\.sentence) == ["1 of its lines cannot be read, the first is line 1"])
        let (none, _, _) = try found(["a.mov": "abc", "x.md5": "hello\n"])
        #expect(none.problems.map(\.code) == [.unreadable])
    }

    @Test("a history's files are expected, and what the card has lost is named")
    func history() throws {
        let card = try Roll()
        try card.seal(card.request([.xxh64, .md5]))
        try card.disk.remove(try path("Y/s/b.txt"))
        let disk = try CardDisk(path: card.path)
        let tree = try TreeWalk.snapshot(of: disk)
        let found = TreeManifests.found(on: disk, in: tree)
        #expect(found.histories == [.root])
        #expect(found.algorithms == [.md5, .xxh64])
        #expect(try verdict(found, tree) == [true, true])
        #expect(found.missing.map(\.path) == ["s/b.txt"])
        #expect(found.missing.first?.manifest.description == "ascmhl")
    }

    @Test("histories below the root are read, and one that is gone is told")
    func nestedHistories() throws {
        let card = try Roll(["A001/a.mov": "abc", "top": "t"])
        let inner = try Roll(["a.mov": "abc"], name: "A001")
        try inner.seal(inner.request())
        try card.copyHistory(of: inner, to: "A001")
        try card.seal(card.request(after: 60))
        let disk = try CardDisk(path: card.path)
        let whole = TreeManifests.found(on: disk, in: try TreeWalk.snapshot(of: disk))
        #expect(whole.histories.map(\.description) == [".", "A001"])
        #expect(whole.listed == 2)
        #expect(whole.problems == [])
        _ = try card.disk.rename(path("Y/A001/ascmhl"), to: path("Y/A001/gone"))
        let broken = TreeManifests.found(on: disk, in: try TreeWalk.snapshot(of: disk))
        #expect(broken.problems.contains { $0.status == 30 && $0.place.description == "A001" })
    }

    @Test(
        "a damaged history is told with its status",
        arguments: [
            ("ascmhl_chain.xml", nil, 32), ("0001_Y_2026-11-22_010000Z.mhl", nil, 33),
            ("0001_Y_2026-11-22_010000Z.mhl", "<hashlist/>", 31), ("ascmhl_chain.xml", "<x/>", 31),
        ] as [(String, String?, Int?)])
    func damagedHistory(_ file: String, _ text: String?, _ status: Int?) throws {
        let card = try Roll()
        try card.seal(card.request())
        try card.disk.remove(try path("Y/ascmhl/" + file))
        if let text { try card.add(["ascmhl/" + file: text]) }
        let disk = try CardDisk(path: card.path)
        let found = TreeManifests.found(on: disk, in: try TreeWalk.snapshot(of: disk))
        #expect(found.problems.map(\.status) == [status])
        #expect(found.listed == 0)
    }
}
