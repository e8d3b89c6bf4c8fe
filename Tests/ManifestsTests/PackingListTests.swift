import Checksums
import FileTree
import Manifests
import RushesFixtures
import Testing

@Suite("Packing lists")
struct PackingListTests {
    @Test("a small folder's list, letter by letter")
    func wholeList() throws {
        let roll = try Roll()
        try roll.seal(roll.request([.md5]))
        try roll.seal(roll.request([.xxh64], computing: [.xxh64, .md5], after: 60))
        let list = try roll.flatten()
        #expect(list.path.description == "out/packinglist_Y_2026-11-22_020000Z.mhl")
        #expect((list.listed, list.unlistable) == (2, 0))
        #expect(try roll.text(list.path) == PackingListTests.expected)
        #expect(list.c4 == Checksum.of(Array(PackingListTests.expected.utf8), .c4))
    }

    @Test("for each format the earliest that did not fail is listed, with its action and its moment")
    func earliest() throws {
        let roll = try Roll(["a.mov": "abc"])
        try roll.seal(roll.request([.md5]))
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <hashlist version="2.0" xmlns="urn:ASC:MHL:v2.0"><creatorinfo><creationdate>2026-11-22T05:30:00+05:30\
            </creationdate><hostname>h</hostname><tool>other</tool></creatorinfo><processinfo><process>in-place\
            </process></processinfo><hashes><hash><path size="3" lastmodificationdate="2026-11-22T05:30:00+05:30">\
            a.mov</path><md5 action="failed">00000000000000000000000000000000</md5>\
            <xxh64 action="verified" hashdate="2026-11-22T05:30:00.250000+05:30">44bc2cf5ad770999</xxh64></hash>\
            </hashes></hashlist>
            """
        try roll.chain(text, as: "0002_Y_2026-11-22_010030Z.mhl", number: 2)
        let list = try roll.text(roll.flatten().path)
        #expect(list.contains("lastmodificationdate=\"2026-11-22T00:00:00Z\""))
        #expect(
            list.contains(
                "<md5 action=\"original\" hashdate=\"2026-11-22T01:00:01Z\">900150983cd24fb0d6963f7d28e17f72</md5>"))
        #expect(
            list.contains("<xxh64 action=\"verified\" hashdate=\"2026-11-22T00:00:00.25Z\">44bc2cf5ad770999</xxh64>"))
    }

    @Test("a renamed file stands under its present name alone, with the former one; a deleted one stays listed")
    func renamedAndDeleted() throws {
        let roll = try Roll(["a.mov": "abc", "gone.mov": "gone"])
        try roll.record()
        try roll.move("a.mov", to: "c.mov")
        try roll.disk.remove(path("Y/gone.mov"))
        try roll.record(after: 60, detectsRenames: true)
        let text = try roll.text(roll.flatten().path)
        #expect(lines(of: text) == ["c.mov xxh64 original, was a.mov", "gone.mov xxh64 original"])
        #expect(text.contains("also those that were deleted since"))
    }

    @Test("nested histories are in it below their folders, with what they leave out; folders are not")
    func nested() throws {
        let roll = try Roll(["top.txt": "t", "A001/a.mov": "abc", "A001/x.tmp": "x", "A001/p/p.mov": "p"])
        try roll.record([.md5], ignore: ["*.tmp", "/p"], below: "A001")
        try roll.record(after: 60)
        let text = try roll.text(roll.flatten().path)
        #expect(lines(of: text) == ["A001/a.mov md5 original, xxh64 verified", "top.txt xxh64 original"])
        #expect(text.contains("<pattern>A001/**/*.tmp</pattern>") && text.contains("<pattern>A001/p</pattern>"))
        #expect(!text.contains("directoryhash") && !text.contains("references"))
    }

    @Test("without a history, or with a nested one gone or altered, there is no list (30, 30, 31)")
    func damage() throws {
        let bare = try Roll()
        #expect(#expect(throws: ManifestError.self) { try bare.flatten() }?.status == 30)
        let roll = try Roll(["A001/a.mov": "abc"])
        try roll.record(below: "A001")
        try roll.record(after: 60)
        let place = try path("Y/A001/ascmhl")
        _ = try roll.disk.rename(place, to: path("Y/A001/gone"))
        #expect(#expect(throws: ManifestError.self) { try roll.flatten() }?.status == 30)
        _ = try roll.disk.rename(path("Y/A001/gone"), to: place)
        let manifest = try #require(roll.manifests().first { $0.description.contains("A001/ascmhl/0002") })
        let text = try roll.text(manifest)
        let other = text.replacing("cart-1", with: "cart-2")
        try roll.disk.remove(manifest)
        try roll.add(Array(manifest.description.dropFirst(2).utf8), other)
        let chain = try roll.text(path("Y/A001/ascmhl/ascmhl_chain.xml"))
        try roll.disk.remove(path("Y/A001/ascmhl/ascmhl_chain.xml"))
        try roll.add([
            "A001/ascmhl/ascmhl_chain.xml": chain.replacing(
                Checksum.of(Array(text.utf8), .c4).description, with: Checksum.of(Array(other.utf8), .c4).description)
        ])
        #expect(#expect(throws: ManifestError.self) { try roll.flatten() }?.status == 31)
        #expect(try roll.disk.entries(of: path("out")).isEmpty)
    }

    @Test("a file that has its name is never written over")
    func taken() throws {
        let roll = try Roll()
        try roll.record()
        let list = try roll.flatten()
        let before = try roll.text(list.path)
        try roll.record(after: 60)
        #expect(#expect(throws: ManifestError.self) { try roll.flatten() }?.code == .nameTaken)
        #expect(try roll.text(list.path) == before)
        #expect(try roll.disk.entries(of: path("out")).count == 1)
    }

    @Test("a list that cannot be finished leaves nothing that looks like one", arguments: 1...5)
    func stopped(_ failing: Int) throws {
        let roll = try Roll()
        try roll.record()
        try roll.disk.makeFolder(path("out"), permissions: 0o755)
        let disk = FailingDisk(roll.disk, failingAt: failing, .once, number: FailingDisk.noSpace, only: .changing)
        let result = Result { try roll.flatten(on: disk) }
        if case .success = result { #expect(disk.operationCount < failing) }
        // A list under its name is whole, even where its folder could not be flushed.
        for entry in try roll.disk.entries(of: path("out")) {
            #expect(try roll.text(#require(path("out").appending(entry.name))).hasSuffix("</hashlist>\n"))
            #expect(entry.name.suffix(4).elementsEqual(".mhl".utf8))
        }
    }

    @Test(
        "the reference verifies the folder, and a copy without histories, by our list", .enabled(if: Judge.isThere))
    func reference() throws {
        let roll = try Roll(["top.txt": "t", "Day01/A001/a.mov": "abc", "Day01/A002/b.mov": "hello", "s/c": ""])
        try roll.record([.xxh64], below: "Day01/A001")
        #expect(try Judge.run("ascmhl", "create", "-h", "md5", roll.path + "/Day01/A002").status == 0)
        try roll.record(after: 60)
        try roll.move("Day01/A001/a.mov", to: "Day01/A001/c.mov")
        try roll.record(after: 120, detectsRenames: true)
        let list = try roll.home + "/" + roll.flatten().path.description
        #expect(try Judge.run("ascmhl-debug", "verify", "-pl", list, roll.path).status == 0)
        let copy = try Roll(["top.txt": "t", "Day01/A001/c.mov": "abc", "Day01/A002/b.mov": "hello", "s/c": ""])
        #expect(try Judge.run("ascmhl-debug", "verify", "-pl", list, copy.path).status == 0)
        try copy.change("Day01/A001/c.mov", to: "abX")
        #expect(try Judge.run("ascmhl-debug", "verify", "-pl", list, copy.path).status == 11)
        let schema = try Judge.schema("ASCMHL.xsd")
        #expect(try Judge.run("ascmhl-debug", "xsd-schema-check", "-xsd", schema, list).status == 0)
    }

    private static let expected = """
        <?xml version="1.0" encoding="UTF-8"?>
        <hashlist version="2.0" xmlns="urn:ASC:MHL:v2.0">
          <creatorinfo>
            <creationdate>2026-11-22T02:00:00Z</creationdate>
            <hostname>cart-1</hostname>
            <tool version="0.1">rushes</tool>
            <comment>Lists every file that the history knows, also those that were deleted since.</comment>
          </creatorinfo>
          <processinfo>
            <process>flatten</process>
            <ignore>
              <pattern>.DS_Store</pattern>
              <pattern>ascmhl</pattern>
              <pattern>ascmhl/</pattern>
            </ignore>
          </processinfo>
          <hashes>
            <hash>
              <path size="3" lastmodificationdate="2026-11-22T00:00:00Z">a.mov</path>
              <md5 action="original" hashdate="2026-11-22T01:00:01Z">900150983cd24fb0d6963f7d28e17f72</md5>
              <xxh64 action="verified" hashdate="2026-11-22T01:00:01Z">44bc2cf5ad770999</xxh64>
            </hash>
            <hash>
              <path size="5" lastmodificationdate="2026-11-22T00:00:00Z">s/b.txt</path>
              <md5 action="original" hashdate="2026-11-22T01:00:01Z">5d41402abc4b2a76b9719d911017c592</md5>
              <xxh64 action="verified" hashdate="2026-11-22T01:00:01Z">26c7827d889f6da3</xxh64>
            </hash>
          </hashes>
        </hashlist>

        """
}

extension Roll {
    /// Writes the packing list of the roll into a folder beside it.
    @discardableResult
    func flatten(on target: (any Disk)? = nil) throws -> PackingList {
        let out: RelativePath = "out"
        try? disk.makeFolder(out, permissions: 0o755)
        return try ASCMHL.flatten(
            place, of: disk, named: Array(name.utf8), creator: Creator(hostname: "cart-1", version: "0.1"),
            startedAt: Instant(nanoseconds: Roll.start.nanoseconds + 3_600_000_000_000), to: out,
            on: target ?? disk)
    }
}
