import Checksums
import FileTree
import Manifests
import Testing

@Suite("Reading a history")
struct HistoryTests {
    /// A history of one generation of somebody else's, whose manifest holds these records.
    private func history(
        _ records: String, head: String = "<hashlist version=\"2.0\" xmlns=\"urn:ASC:MHL:v2.0\">",
        tail: String = "</hashlist>"
    ) throws -> History {
        let roll = try Roll([:])
        try roll.add(["ascmhl/ascmhl_chain.xml": "<ascmhldirectory></ascmhldirectory>\n"])
        let text =
            head + "<processinfo><process>in-place</process></processinfo><hashes>" + records + "</hashes>" + tail
        try roll.chain(text, as: "0001_Y_2026-11-22_010000Z.mhl", number: 1)
        return try roll.history()
    }

    private let hash = "<xxh64 action=\"original\">44bc2cf5ad770999</xxh64>"

    @Test(
        "R1: upper case, white space, foreign elements and any order are read",
        arguments: [
            "<hash><path size=\"3\">a</path><xxh64 action=\"original\">44BC2CF5AD770999</xxh64></hash>",
            "<hash><path>a</path><xxh64>\n 44bc2cf5ad770999 \n</xxh64></hash>",
            "<hash><xxh64 action=\"verified\">44bc2cf5ad770999</xxh64><path>a</path></hash>",
            "<hash><path>a</path><x:y xmlns:x=\"urn:x\">?</x:y><xxh64>44bc2cf5ad770999</xxh64></hash>",
            "<hash><path>a</path><xxh64>44bc2cf5ad770999</xxh64><metadata><path>b</path><xxh64>0000000000000000</xxh64></metadata></hash>",
            "<hash><path>a</path><xxh64>44bc2cf5ad770999</xxh64><sha256>0</sha256></hash>",
        ])
    func tolerant(_ record: String) throws {
        let history = try history(record)
        #expect(history.paths.map(\.description) == ["a"])
        #expect(history.record(for: try path("a"))?.checksums.map(\.description) == ["44bc2cf5ad770999"])
    }

    @Test(
        "R1: prefixes, a missing namespace and a byte order mark are read",
        arguments: [
            ("<hashlist>", "</hashlist>"), ("\u{FEFF}<?xml version=\"1.0\"?>\r\n<hashlist>", "</hashlist>\r\n"),
            ("<m:hashlist xmlns:m=\"urn:ASC:MHL:v2.0\" xmlns=\"urn:ASC:MHL:v2.0\">", "</m:hashlist>"),
        ])
    func heads(_ head: String, _ tail: String) throws {
        #expect(try history("<hash><path>a</path>\(hash)</hash>", head: head, tail: tail).count == 1)
    }

    @Test("R2: a failed hash is never used, and the first that did not fail is")
    func failed() throws {
        let history = try history(
            "<hash><path>a</path><xxh64 action=\"failed\">0000000000000000</xxh64>"
                + "<md5 action=\"failed\">00000000000000000000000000000000</md5></hash>")
        #expect(history.record(for: try path("a")) == nil)
        #expect(history.remarks == ["0001_Y_2026-11-22_010000Z.mhl, line 1: only a failed hash is known of a"])
    }

    @Test("R3: the chain says what belongs to the history; what else lies there is named")
    func unlisted() throws {
        let roll = try Roll()
        try roll.seal(roll.request())
        try roll.add([
            "ascmhl/0002_x.mhl": "", "ascmhl/._0001_x.mhl": "", "ascmhl/README.txt": "", "ascmhl/packing.mhl": "",
        ])
        #expect(try roll.history().unlisted.map(\.description) == ["Y/ascmhl/0002_x.mhl"])
    }

    @Test(
        "R5: paths that climb are passed over, wherever they would lead",
        arguments: ["../a", "s/../a", "", "/", "/../a", "a/..", ".", ".."])
    func outside(_ name: String) throws {
        #expect(try history("<hash><path>\(name)</path>\(hash)</hash>").count == 0)
    }

    @Test("R1: paths with a slash or a dot in front are read, and it is said", arguments: ["/a", "./a", "//.//a"])
    func inFront(_ name: String) throws {
        let history = try history("<hash><path>\(name)</path>\(hash)</hash>")
        #expect(history.paths.map(\.description) == ["a"])
        #expect(history.remarks == ["0001_Y_2026-11-22_010000Z.mhl, line 1: the path \(name) is taken for a"])
    }

    @Test("a file listed twice in one manifest is said")
    func twice() throws {
        let record = "<hash><path>a</path>\(hash)</hash>"
        #expect(try history(record + record).remarks.count == 1)
    }

    @Test(
        "what is no manifest is refused",
        arguments: [
            "<html>", "<hashlist xmlns=\"urn:other\">", "<!DOCTYPE hashlist><hashlist>", "",
        ])
    func notAManifest(_ head: String) {
        let refusal = #expect(throws: ManifestError.self) { try history("", head: head) }
        #expect(refusal?.code == .unreadable)
    }

    @Test("a roll without a history has none, which is no error")
    func none() throws {
        let roll = try Roll()
        let history = try ASCMHL.history(on: roll.disk, at: roll.place)
        #expect(history?.count == nil)
    }
}
