import Testing
import XMLText

@Suite("XML that means harm")
struct HostileXMLTests {
    private static let attacks = [
        "a billion laughs": """
        <!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;"><!ENTITY n "&m;&m;&m;&m;&m;&m;&m;">]>
        <a>&n;&n;</a>
        """,
        "an external entity": "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
        "an external subset": "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a/>",
        "a parameter entity": "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///dev/zero\"> %p;]><a/>",
        "a default attribute": "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>",
        "a bare one": "<!DOCTYPE a><a/>",
        "a cut one": "<!DOCTYPE a",
    ]

    @Test("a DOCTYPE is refused whatever it holds, in any encoding and any pieces", arguments: attacks.keys.sorted())
    func documentTypes(_ attack: String) throws {
        let text = try #require(HostileXMLTests.attacks[attack])
        for encoding in [Encoding.utf8, .utf16Little, .utf16Big] {
            for piece in [1, 7, 4096] {
                #expect(throws: XMLReadError(line: 1, reason: "it holds a DOCTYPE")) {
                    try Notes.of(encoding.bytes("\u{FEFF}" + text), inPiecesOf: piece)
                }
            }
        }
    }

    @Test("a DOCTYPE that a comment or a text speaks of is none")
    func spokenOf() throws {
        #expect(try Notes.of("<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>") == ["<a", ">a <!DOCTYPE a>"])
    }

    @Test(
        "no entity is known but the five of XML",
        arguments: ["<a>&nbsp;</a>", "<a b=\"&nbsp;\"/>", "<a>&e;</a>"])
    func entities(_ text: String) throws {
        #expect(throws: XMLReadError(line: 1, reason: "it names an entity that XML does not have")) {
            try Notes.of(text)
        }
        #expect(try Notes.of("<a>&lt;&gt;&amp;&quot;&apos;</a>") == ["<a", ">a <>&\"'"])
    }

    @Test(
        "a manifest cut at any byte is refused, in any encoding", arguments: [Encoding.utf8, .utf16Little, .utf16Big])
    func cut(_ encoding: Encoding) throws {
        let bytes = encoding.bytes(
            """
            \u{FEFF}<?xml version="1.0"?>
            <hashlist version="2.0" xmlns="urn:ASC:MHL:v2.0"><!-- caf\u{E9} --><?x y?>
              <hash><path size="5">a&amp;b\u{1F3AC}.mov</path><md5><![CDATA[00]]></md5></hash><ignore/>
            </hashlist>
            """)
        _ = try Notes.of(bytes)
        for length in 0..<bytes.count {
            let refusal = #expect(throws: XMLReadError.self) { try Notes.of(Array(bytes.prefix(length))) }
            if length > 4 { #expect(refusal?.reason == "it ends before its last tag", "\(length) bytes") }
        }
    }

    @Test("64 nested elements are read, 65 are refused, and so is a million")
    func depth() throws {
        let nested = { (levels: Int) in
            String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        }
        #expect(try Notes.of(nested(64)).count == 128)
        for levels in [65, 1_000_000] {
            #expect(throws: XMLReadError(line: 1, reason: "its elements are nested too deep")) {
                try Notes.of(nested(levels))
            }
        }
    }

    @Test(
        "a tag, an attribute, a name, a comment, an instruction or a declaration without end is refused",
        arguments: ["<a b=\"", "<a ", "<a", "<a><b></", "<!--", "<?p ", "<?xml ", "<a xmlns:b=\"", "<a>&"])
    func longTags(_ head: String) {
        for filler in ["x", " "] {
            var told = 0
            #expect(throws: XMLReadError.self) {
                try XMLReader.read(
                    from: { buffer in
                        guard told < 10_000_000 else { return -1 }
                        let bytes = told == 0 ? Array(head.utf8) : Array(repeating: filler.utf8.first ?? 0, count: 4096)
                        buffer.copyBytes(from: bytes)
                        told += bytes.count
                        return bytes.count
                    }, visitor: Notes())
            }
            #expect(told < 1_000_000, "it was read on and on")
        }
    }

    @Test("an attribute of 10 MB is refused, of 200 KB is read")
    func longAttribute() throws {
        let document = { (count: Int) in "<a b=\"\(String(repeating: "x", count: count))\"/>" }
        #expect(throws: XMLReadError(line: 1, reason: "a tag or comment in it is longer than 256 KiB")) {
            try Notes.of(document(10_000_000))
        }
        #expect(try Notes.of(document(200_000)).first?.utf8.count == 200_005)
    }

    @Test("a text of 10 MB is read, a longer one refused")
    func longText() throws {
        let document = { (count: Int) in "<a>\(String(repeating: "x", count: count))</a>" }
        #expect(try Notes.of(document(XMLReader.longestText)).last?.utf8.count == XMLReader.longestText + 3)
        #expect(throws: XMLReadError(line: 1, reason: "a text in it is longer than 10 MB")) {
            try Notes.of(document(XMLReader.longestText + 1))
        }
    }

    @Test("256 attributes are read, 257 are refused, and so are as many namespaces")
    func manyAttributes() throws {
        let document = { (count: Int, name: String) in
            "<a\((0..<count).map { " \(name)\($0)=\"u\"" }.joined())/>"
        }
        for name in ["b", "xmlns:b"] {
            #expect(try Notes.of(document(256, name)).count == 2)
            for count in [257, 10_000] {
                #expect(throws: XMLReadError(line: 1, reason: "an element in it has more than 256 attributes")) {
                    try Notes.of(document(count, name))
                }
            }
        }
    }

    @Test("20,000 different names are read, and told apart")
    func manyNames() throws {
        let names = (0..<20_000).map { "n\($0)" }
        let text = "<a>\(names.map { "<\($0)/>" }.joined())\(names.map { "<\($0)/>" }.joined())</a>"
        let told = names.flatMap { ["<\($0)", ">\($0) "] }
        #expect(try Notes.of(text) == ["<a"] + told + told + [">a "])
    }

    @Test(
        "what is wrong is said, with the line",
        arguments: [
            ("", 1, "it is empty"), ("hello", 1, "it is not XML"),
            ("\n<a>\n<b></a></b>", 3, "a tag in it is closed by another"),
            ("<a/>\n<b/>", 2, "something stands behind its last tag"),
            ("<a>\n<p:b/></a>", 2, "a prefix in it stands for no namespace"),
            ("<a b=\"1\" b=\"2\"/>", 1, "an element in it has one attribute twice"),
            ("<a>\n\u{1}</a>", 2, "it holds a character that its encoding or XML does not allow"),
            ("<a>&#0;</a>", 1, "it holds a character that its encoding or XML does not allow"),
            ("<a>\n<b>", 2, "it ends before its last tag"),
        ])
    func sentences(_ text: String, _ line: Int, _ reason: String) {
        #expect(throws: XMLReadError(line: line, reason: reason)) { try Notes.of(text) }
    }
}
