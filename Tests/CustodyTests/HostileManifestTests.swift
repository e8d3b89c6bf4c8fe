import Checksums
import Custody
import Manifests
import Testing

@Suite("ASC MHL manifests as no careful tool writes them")
struct HostileManifestTests {
    /// What one generation's only record says of `a`, which holds "abc".
    struct Row: CustomTestStringConvertible {
        let name: String
        let manifest: String
        var status = RunStatus.done
        var findings: [String] = []
        /// The problems; remarks unless it says otherwise.
        var problems: [String] = []
        var testDescription: String { name }

        init(
            _ name: String, _ records: String..., status: RunStatus = .done, findings: [String] = [],
            problems: [String] = []
        ) {
            self.init(
                name, manifest: HandMade.manifest(records), status: status, findings: findings, problems: problems)
        }

        init(
            _ name: String, manifest: String, status: RunStatus = .done, findings: [String] = [],
            problems: [String] = []
        ) {
            (self.name, self.manifest, self.status) = (name, manifest, status)
            (self.findings, self.problems) = (findings, problems)
        }
    }

    private static let good = HandMade.file("a", "abc")
    private static let original = "<xxh64 action=\"original\">\(HandMade.abc)</xxh64>"
    private static func record(_ inside: String) -> String { "<hash>\(inside)</hash>" }
    private static func whole(_ change: (String) -> String) -> String { change(HandMade.manifest([good])) }

    // In brackets, what the reference tool (1.2) ends with.
    static let rows = [
        Row("R1: hex in upper case (11)", record("<path>a</path><xxh64 action=\"original\">44BC2CF5AD770999</xxh64>")),
        Row(
            "R1: blanks in the hash (11)", record("<path>a</path><xxh64 action=\"original\"> \(HandMade.abc)\n</xxh64>")
        ),
        Row("R1: the hash in front of the path (0)", record(original + "<path>a</path>")),
        Row(
            "R1: hashes out of order (0)",
            record("<path>a</path>" + original + "<md5>900150983cd24fb0d6963f7d28e17f72</md5>"), problems: ["remark"]),
        Row(
            "R1: an element nobody knows (0)", record("<path>a</path><x:y xmlns:x=\"urn:x\">1</x:y>" + original),
            problems: ["remark"]),
        Row("R1: attributes nobody knows (0)", record("<path colour=\"red\">a</path>" + original)),
        Row("R1: no size, no dates (0)", record("<path>a</path>" + original)),
        Row(
            "R1: sha256 beside a hash that is known is compared too (0)",
            record(
                "<path>a</path>" + original
                    + "<sha256 action=\"original\">ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad</sha256>"
            )),
        Row("R1: xxh32 alone is compared (21)", record("<path>a</path><xxh32 action=\"original\">32d153ff</xxh32>")),
        Row(
            "R1: a hash nobody knows alone verifies nothing",
            record("<path>a</path><crc32 action=\"original\">352441c2</crc32>"), status: .nothingVerified,
            findings: ["a not compared"], problems: ["remark"]),
        Row(
            "R1: a hash that is none verifies nothing", record("<path>a</path><xxh64 action=\"original\">44bc</xxh64>"),
            status: .nothingVerified, findings: ["a not compared"], problems: ["remark"]),
        Row(
            "W12: metadata has names of its own (takes them for the record's)",
            record("<path>a</path>" + original + "<metadata><path>zzz</path><xxh64>0000000000000000</xxh64></metadata>")
        ),
        Row("R2: no action (21)", HandMade.file("a", "abc", action: nil), problems: ["remark"]),
        Row("R2: an action nobody knows is none", HandMade.file("a", "abc", action: "new")),
        Row("R2: verified in the first generation (21)", HandMade.file("a", "abc", action: "verified")),
        Row(
            "R2: failed alone is nothing to verify against (21)", HandMade.file("a", "abx", action: "failed"),
            status: .notInManifest, findings: ["a not listed"], problems: ["remark"]),
        Row(
            "R2: beside a failed one the good one is compared",
            record("<path>a</path><md5 action=\"failed\">00000000000000000000000000000000</md5>" + original)),
        Row("R4: trimmed where nothing has the exact name", HandMade.file(" a ", "abc"), problems: ["respelled"]),
        Row("R4: separators of Windows (21)", HandMade.file(".\\a", "abc"), problems: ["respelled"]),
        Row("R5: a slash in front (21)", HandMade.file("/a", "abc"), problems: ["remark"]),
        Row("R5: a dot in front (21)", HandMade.file("./a", "abc"), problems: ["remark"]),
        Row(
            "R5: climbing out (21 and 10)", good, HandMade.file("../a", "abc"), status: .missing, problems: ["outside"]),
        Row(
            "R5: climbing out and back in", good, HandMade.file("../R/a", "abc"), status: .missing,
            problems: ["outside"]),
        Row("R5: climbing within", good, HandMade.file("s/../a", "abc"), status: .missing, problems: ["outside"]),
        Row(
            "R5: an absolute path is never one of the machine", good, HandMade.file("/etc/passwd", "abc"),
            status: .missing, findings: ["etc/passwd missing"], problems: ["remark"]),
        Row("R5: an empty path", good, HandMade.file("", "abc"), status: .missing, problems: ["outside"]),
        Row(
            "R6: the wrong size (0: never compared)", HandMade.file("a", "abc", size: "4"), status: .contentDiffers,
            findings: ["a size 3, not 4"]),
        Row("a size of -1 is none", HandMade.file("a", "abc", size: "-1")),
        Row("a size of 2^63 is none", HandMade.file("a", "abc", size: "9223372036854775808")),
        Row(
            "R7: dates are never compared",
            record(
                "<path size=\"3\" creationdate=\"1999-01-01T00:00:00Z\" lastmodificationdate=\"2050-07-01T00:00:00+01:00\">a</path>"
                    + original)),
        Row(
            "R7: dates that are none",
            record(
                "<path lastmodificationdate=\"yesterday\">a</path><xxh64 action=\"original\" hashdate=\"9999999999\">\(HandMade.abc)</xxh64>"
            )),
        Row("the same file twice, the same (the last wins, silent)", good, good, problems: ["remark"]),
        Row(
            "the same file twice, contradicting (the last wins, silent)", good, HandMade.file("a", "abd"),
            status: .contentDiffers, findings: ["a differs"], problems: ["conflict", "remark"]),
        Row("a trailing slash names no file", good, HandMade.file("a/", "abc"), problems: ["remark", "remark"]),
        Row(
            "R1: a prefix (0)",
            manifest: whole {
                $0.replacing("<hash", with: "<m:hash").replacing("</hash", with: "</m:hash").replacing(
                    "xmlns=", with: "xmlns=\"urn:ASC:MHL:v2.0\" xmlns:m=")
            }),
        Row("R1: no namespace (0)", manifest: whole { $0.replacing(" xmlns=\"urn:ASC:MHL:v2.0\"", with: "") }),
        Row("R1: a byte order mark and CRLF (0)", manifest: whole { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }),
        Row("no ignore (0)", manifest: HandMade.manifest([good], ignoring: [])),
        Row(
            "an empty ignore",
            manifest: whole {
                $0.replacing(
                    "<pattern>.DS_Store</pattern><pattern>ascmhl</pattern><pattern>ascmhl/</pattern>", with: "")
            }),
        Row("another version", manifest: whole { $0.replacing("version=\"2.0\"", with: "version=\"3.5\"") }),
        Row("no hashes at all", manifest: HandMade.manifest([]), status: .notInManifest, findings: ["a not listed"]),
        Row(
            "another namespace", manifest: whole { $0.replacing("urn:ASC:MHL:v2.0", with: "urn:other") },
            status: .manifestAltered, problems: ["unreadable"]),
        Row(
            "cut", manifest: String(HandMade.manifest([good]).dropLast(20)), status: .manifestAltered,
            problems: ["unreadable"]),
        Row(
            "empty (traceback)", manifest: "", status: .manifestAltered,
            problems: ["unreadable"]),
        Row(
            "a DOCTYPE",
            manifest:
                "<!DOCTYPE hashlist [<!ENTITY a \"aaaa\">]><hashlist xmlns=\"urn:ASC:MHL:v2.0\"><hashes>&a;</hashes></hashlist>",
            status: .manifestAltered, problems: ["unreadable"]),
        Row(
            "nested too deep", manifest: String(repeating: "<hashlist>", count: 100_000), status: .manifestAltered,
            problems: ["unreadable"]),
        Row("a rename of something nobody knows is no rename", HandMade.file("a", "abc", was: "never")),
        Row("a rename of itself", HandMade.file("a", "abc", was: "a")),
        Row("a rename of a path that climbs", HandMade.file("a", "abc", was: "../../etc/passwd")),
        Row(
            "a thousand hashes of one file", (0..<1000).map { HandMade.file("a", "\($0)") }.joined(),
            status: .manifestAltered, problems: ["unreadable"]),
        Row(
            "a pattern of 100 kB",
            manifest: HandMade.manifest([good], ignoring: HandMade.patterns + [String(repeating: "*a", count: 50_000)])),
    ]

    @Test("it is accepted and said, or refused with a sentence", arguments: HostileManifestTests.rows)
    func hold(_ row: Row) throws {
        let verified = try Verified(["a": "abc"] + HandMade.history([row.manifest]))
        #expect(verified.status == row.status, "\(verified.findings) \(verified.sentences)")
        #expect(verified.findings == row.findings)
        #expect(verified.problems == row.problems, "\(verified.sentences)")
    }

    @Test("R1: UTF-16 that is declared is read, in both orders", arguments: [true, false])
    func utf16(_ isLittle: Bool) throws {
        let text = HandMade.manifest([Self.good]).replacing("UTF-8", with: "UTF-16")
        let bytes = ([0xFEFF] + Array(text.utf16)).flatMap { unit in
            isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let name = HandMade.name(1)
        let chain = HandMade.chain([HandMade.link(1, name, "<c4>\(Checksum.of(bytes, .c4))</c4>")])
        let verified = try Verified(
            ["a": "abc", "ascmhl/ascmhl_chain.xml": chain], raw: ["ascmhl/" + name: bytes])
        #expect((verified.status, verified.equal) == (.done, 1))
    }

    /// A shape of chain, with what the reference (1.2) ends with in brackets.
    struct ChainRow: CustomTestStringConvertible {
        let name: String
        let links: String
        var more: [String: String] = [:]
        var status = RunStatus.manifestAltered
        /// A part of what is said.
        var sentence = ""
        var testDescription: String { name }
    }

    private static let manifest = HandMade.manifest([good])
    private static let c4 = "<c4>\(Checksum.of(Array(manifest.utf8), .c4))</c4>"
    private static let one = HandMade.link(1, HandMade.name(1), c4)

    static let chains = [
        ChainRow(name: "as it should be", links: one, status: .done),
        ChainRow(
            name: "an md5 for the c4 (destroys the entry)",
            links: HandMade.link(1, HandMade.name(1), "<md5>\(Checksum.of(Array(manifest.utf8), .md5))</md5>"),
            status: .done),
        ChainRow(
            name: "no hash (traceback)", links: HandMade.link(1, HandMade.name(1), ""),
            sentence: "no hash of this manifest"),
        ChainRow(
            name: "a c4 in lower case (31)", links: HandMade.link(1, HandMade.name(1), c4.lowercased()),
            sentence: "a hash of this manifest that is none"),
        ChainRow(
            name: "the c4 of something else (31)",
            links: HandMade.link(1, HandMade.name(1), "<c4>\(Checksum.of(Array("x".utf8), .c4))</c4>"),
            sentence: "it was altered"),
        ChainRow(name: "no number (0)", links: one.replacing(" sequencenr=\"1\"", with: ""), status: .done),
        ChainRow(name: "a number that is none", links: one.replacing("\"1\"", with: "\"first\""), status: .done),
        ChainRow(
            name: "the largest number", links: one.replacing("\"1\"", with: "\"9223372036854775807\""), status: .done),
        ChainRow(
            name: "a path with the folder (33)", links: HandMade.link(1, "ascmhl/" + HandMade.name(1), c4),
            status: .manifestMissing, sentence: "which is no manifest of this folder"),
        ChainRow(
            name: "a path that climbs", links: HandMade.link(1, "../" + HandMade.name(1), c4),
            status: .manifestMissing, sentence: "which is no manifest of this folder"),
        ChainRow(
            name: "itself", links: one + HandMade.link(2, "ascmhl_chain.xml", c4), status: .manifestMissing,
            sentence: "which is no manifest of this folder"),
        ChainRow(
            name: "a manifest that is gone (33)", links: one + HandMade.link(2, HandMade.name(2), c4),
            status: .manifestMissing, sentence: "which is not there"),
        ChainRow(name: "the same manifest twice", links: one + one, sentence: "names \(HandMade.name(1)) twice"),
        ChainRow(
            name: "R3: a manifest that it does not name (silently used)", links: one,
            more: ["ascmhl/0002_R.mhl": HandMade.manifest([HandMade.file("a", "wrong")])], status: .done,
            sentence: "is not in its chain"),
        ChainRow(
            name: "R3: an empty manifest that it does not name (every command crashes)", links: one,
            more: ["ascmhl/0002_R_2026-11-22_010000Z.mhl": ""], status: .done, sentence: "is not in its chain"),
        ChainRow(
            name: "R3: a Mac's twin file and a README", links: one,
            more: ["ascmhl/._0001_R.mhl": "\0", "ascmhl/README.txt": "read"], status: .done),
        ChainRow(
            name: "no entries (0: manifests count all the same)", links: "", status: .nothingVerified,
            sentence: "is not in its chain"),
    ]

    @Test(
        "what a chain must not say is told precisely, and its folder is left as it is",
        arguments: HostileManifestTests.chains)
    func hold(_ row: ChainRow) throws {
        let files = [
            "a": "abc", "ascmhl/" + HandMade.name(1): Self.manifest,
            "ascmhl/ascmhl_chain.xml": HandMade.chain([row.links]),
        ]
        let verified = try Verified(files + row.more)
        #expect(verified.status == row.status, "\(verified.sentences) \(verified.findings)")
        if row.sentence.isEmpty {
            #expect(verified.sentences == [])
        } else {
            #expect(
                verified.sentences.count == 1 && verified.sentences[0].contains(row.sentence), "\(verified.sentences)")
        }
    }

    @Test(
        "a chain that is no chain",
        arguments: [
            ("", RunStatus.manifestAltered), ("garbage", .manifestAltered), ("<other/>", .manifestAltered),
            ("<ascmhldirectory><hashlist>", .manifestAltered), (nil, .chainMissing),
        ] as [(String?, RunStatus)])
    func noChain(_ text: String?, _ status: RunStatus) throws {
        var files = ["a": "abc", "ascmhl/" + HandMade.name(1): Self.manifest]
        files["ascmhl/ascmhl_chain.xml"] = text
        #expect(try Verified(files).status == status)
    }

    @Test("an empty folder ascmhl is a history without a chain")
    func emptyFolder() throws {
        #expect(try Verified(["a": "abc", "ascmhl/": ""]).status == .chainMissing)
    }

    @Test("a file that is called ascmhl is a file (the reference passes it over)")
    func fileOfThatName() throws {
        let verified = try Verified(["s/ascmhl": "x", "a": "abc"] + HandMade.history([Self.manifest]))
        #expect(verified.findings == [])
    }

    @Test("histories that name each other over and over, and themselves, are read once each")
    func references() throws {
        let depth = 24
        var files: [String: String] = [:]
        var newest: [(folder: String, text: String)] = []
        for level in (0..<depth).reversed() {
            let first = HandMade.manifest([])
            var references = Self.reference("ascmhl/" + HandMade.name(1), first)
            for (folder, text) in newest {
                let below = folder.dropFirst(2 * level)
                references += Self.reference(below + "ascmhl/" + HandMade.name(2), text)
            }
            let second = HandMade.manifest(
                level == depth - 1 ? [HandMade.file("a", "abc")] : [], tail: "<references>\(references)</references>")
            let folder = String(repeating: "n/", count: level)
            newest.append((folder, second))
            for (path, text) in HandMade.history([first, second], in: folder) { files[path] = text }
        }
        files[String(repeating: "n/", count: depth - 1) + "a"] = "abc"
        let clock = ContinuousClock()
        let start = clock.now
        let verified = try Verified(files, request: { request, root in request.against = root })
        #expect((verified.status, verified.equal) == (.done, 1), "\(verified.sentences) \(verified.findings)")
        #expect(clock.now - start < .seconds(20))
    }

    private static func reference(_ path: String, _ text: String) -> String {
        "<hashlistreference><path>\(path)</path><c4>\(Checksum.of(Array(text.utf8), .c4))</c4></hashlistreference>"
    }

    @Test(
        "what a manifest has far too much of is refused, and costs neither time nor memory",
        arguments: ["patterns", "hashes", "unknown hashes", "references"])
    func farTooMuch(_ kind: String) throws {
        let text =
            switch kind {
            case "patterns": HandMade.manifest([Self.good], ignoring: (0..<20_000).map { "p\($0)*x" })
            case "hashes":
                HandMade.manifest([
                    Self.record("<path>a</path>" + String(repeating: Self.original, count: 100_000))
                ])
            case "unknown hashes":
                HandMade.manifest([
                    Self.record("<path>a</path>" + Self.original + String(repeating: "<crc>0</crc>", count: 100_000))
                ])
            default:
                HandMade.manifest(
                    [Self.good],
                    tail: "<references>"
                        + String(
                            repeating: "<hashlistreference><path>x</path></hashlistreference>", count: 200_000)
                        + "</references>")
            }
        let verified = try Verified(["a": "abc"] + HandMade.history([text]))
        #expect(verified.status == .manifestAltered)
        #expect(verified.sentences.contains { $0.contains("too many") }, "\(verified.sentences)")
    }
}
