import Testing
import XMLText

@Suite("Reading XML")
struct XMLReaderTests {
    @Test("elements come with namespace, local name, attributes and text")
    func elements() throws {
        let text =
            #"<p:a xmlns:p="urn:x" n="1 &lt; 2"><p:b>x&#10;y&#13;z &amp; <![CDATA[<q>]]></p:b><c xmlns="urn:y"/></p:a>"#
        #expect(
            try Notes.of(text) == ["<{urn:x}a n=1 < 2", "<{urn:x}b", ">b x\ny\rz & <q>", "<{urn:y}c", ">c ", ">a "])
    }

    @Test("a prefix is any, and names are told without; an attribute keeps its own")
    func prefixes() throws {
        let one = ["<{urn:x}a xml:space=preserve", "<{urn:x}b x:c=1", ">b ", ">a "]
        for prefix in ["p", "mhl", "a-b.c", "\u{E9}"] {
            let text =
                "<\(prefix):a xmlns:\(prefix)=\"urn:x\" xmlns:x=\"urn:z\" xml:space=\"preserve\"><\(prefix):b x:c=\"1\"/></\(prefix):a>"
            #expect(try Notes.of(text) == one)
        }
    }

    @Test("comments and instructions are passed over, and text around them is one")
    func passedOver() throws {
        let text = "<!--x--><?p?><a>1<!-- <b> -->2<?q <c>?>3<![CDATA[&<]]>4</a><!--y--><?r?>\n"
        #expect(try Notes.of(text) == ["<a", ">a 123&<4"])
    }

    @Test("numbered characters arrive as they are; line ends as written become LF in text and a space in attributes")
    func numbered() throws {
        let text = "<a b=\"&#10;&#13;&#9;&#x1F3AC;\r\n\t\">&#10;&#13;&#9;&#x20AC;\r\n\t</a>"
        let lines = try Notes.of(text).map { Array($0.utf8) }
        #expect(lines.first == Array("<a b=\n\r\t\u{1F3AC}  ".utf8))
        #expect(lines.last == Array(">a \n\r\t\u{20AC}\n\t".utf8))
    }

    @Test("a namespace that is no full address, and an odd xml:space, are only odd")
    func odd() throws {
        #expect(try Notes.of("<a xmlns=\"x\" xml:space=\"odd\"/>") == ["<{x}a xml:space=odd", ">a "])
    }

    @Test("attributes that a visitor keeps stay what they were")
    func keptAttributes() throws {
        final class Keeper: XMLVisitor {
            var kept: [XMLElement] = []
            func begin(_ element: XMLElement) throws(XMLReadError) { kept.append(element) }
            func end(_ name: String, text: String) throws(XMLReadError) {}
        }
        let keeper = Keeper()
        try XMLReader.read(Array("<a b=\"1\" c=\"22\"><d b=\"3\"/><e/></a>".utf8), visitor: keeper)
        #expect(keeper.kept.map { $0.attributes["b"] } == ["1", "3", nil])
        #expect(keeper.kept.map { $0.attributes["c"] } == ["22", nil, nil])
        #expect(keeper.kept.map(\.attributes.count) == [2, 1, 0])
    }

    @Test(
        "a document that is not whole or not well-formed is refused",
        arguments: [
            "", " ", "hello", "<a>", "<a><b>x</b>", "<a></a", "<a></b>", "<a/><b/>", "<a>&nothing;</a>", "<a>\u{1}</a>",
            "<a>&#1;</a>", "<a x=\"1\" x=\"2\"/>", "<a", "<?xml version=\"1.0\"?>",
        ])
    func notWhole(_ text: String) {
        #expect(throws: XMLReadError.self) { try Notes.of(text) }
    }

    @Test("a visitor's own refusal comes out as it is, with the line")
    func ownRefusal() {
        let notes = Notes()
        notes.stopAt = "b"
        #expect(throws: XMLReadError(line: 2, reason: "enough")) {
            try XMLReader.read(Array("<a>\n<b/>\n<c/></a>".utf8), visitor: notes)
        }
        #expect(notes.lines == ["<a", "<b"])
    }

    @Test("a source that fails is a refusal, not an end")
    func failingSource() {
        var pieces = [Array("<a><b/>".utf8)]
        #expect(throws: XMLReadError.self) {
            try XMLReader.read(
                from: { buffer in
                    guard let piece = pieces.popLast() else { return -1 }
                    buffer.copyBytes(from: piece)
                    return piece.count
                }, visitor: Notes())
        }
    }

    @Test(
        "what the writer writes, the reader reads back byte for byte",
        arguments: [
            "plain", " lead and trail ", "a&b<c>d\"e'f", "&amp;&#38;#38;&", "]]>", "line\nbreak", "cr\rlf\r\n", "tab\t",
            "caf\u{E9} cafe\u{301}",
            "\u{1F3AC}", "%20", "&#10;", "\u{2028}",
        ])
    func roundTrip(_ text: String) throws {
        var writer = XMLWriter()
        writer.begin("a", ["name": text])
        writer.element("b", ["name": text], text: text)
        writer.end()
        let lines = try Notes.of(writer.take())
        #expect(lines.count == 4)
        #expect(lines.dropFirst(2).first.map { Array($0.utf8) } == Array(">b \(text)".utf8))
        #expect(lines.first.map { Array($0.utf8) } == Array("<a name=\(text)".utf8))
    }
}
