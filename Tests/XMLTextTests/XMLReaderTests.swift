import Testing
import XMLText

@Suite("Reading XML")
struct XMLReaderTests {
    /// Writes down what it is told.
    private final class Notes: XMLVisitor {
        var lines: [String] = []
        var stopAt: String?

        func begin(_ element: XMLElement) throws(XMLReadError) {
            let attributes = element.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
            lines.append("<\(element.namespace.isEmpty ? "" : "{\(element.namespace)}")\(element.name)\(attributes)")
            if element.name == stopAt { throw XMLReadError(line: element.line, reason: "enough") }
        }

        func end(_ name: String, text: String) throws(XMLReadError) {
            lines.append(">\(name) \(text)")
        }
    }

    private func read(_ bytes: [UInt8]) throws(XMLReadError) -> [String] {
        let notes = Notes()
        try XMLReader.read(bytes, visitor: notes)
        return notes.lines
    }

    private func read(_ text: String) throws(XMLReadError) -> [String] { try read(Array(text.utf8)) }

    private func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { (unit: UInt16) -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
            return isLittle ? bytes.reversed() : bytes
        }
    }

    @Test("elements come with namespace, local name, attributes and text")
    func elements() throws {
        let text =
            #"<p:a xmlns:p="urn:x" n="1 &lt; 2"><p:b>x&#10;y&#13;z &amp; <![CDATA[<q>]]></p:b><c xmlns="urn:y"/></p:a>"#
        #expect(
            try read(text) == ["<{urn:x}a n=1 < 2", "<{urn:x}b", ">b x\ny\rz & <q>", "<{urn:y}c", ">c ", ">a "])
    }

    @Test(
        "the same text in any encoding is read alike",
        arguments: [
            ("UTF-8", Array("\u{E9}\u{20AC}".utf8)), ("ISO-8859-15", [0xE9, 0xA4]), ("windows-1252", [0xE9, 0x80]),
        ] as [(String, [UInt8])])
    func encodings(_ name: String, _ bytes: [UInt8]) throws {
        let head = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>\r\n<a>".utf8)
        #expect(try read(head + bytes + Array("</a>".utf8)) == ["<a", ">a \u{E9}\u{20AC}"])
    }

    @Test("UTF-16 with its mark and UTF-8 with one are read")
    func marks() throws {
        let text = "<?xml version=\"1.0\"?><a>\u{E9}\u{65E5}</a>"
        for bytes in [
            utf16(text, isLittle: true), utf16(text, isLittle: false), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
        ] {
            #expect(try read(bytes) == ["<a", ">a \u{E9}\u{65E5}"])
        }
    }

    @Test(
        "a document that is not whole or not well-formed is refused",
        arguments: [
            "", " ", "hello", "<a>", "<a><b>x</b>", "<a></a", "<a></b>", "<a/><b/>", "<a>&nothing;</a>", "<a>\u{1}</a>",
            "<a>&#1;</a>", "<a x=\"1\" x=\"2\"/>", "<a", "<?xml version=\"1.0\"?>",
        ])
    func notWhole(_ text: String) {
        #expect(throws: XMLReadError.self) { try read(text) }
    }

    @Test("a document cut anywhere before its end is refused")
    func cutAnywhere() {
        let whole = "<?xml version=\"1.0\"?>\n<a v=\"1\">\n  <b>text</b>\n  <c/>\n</a>"
        for length in 0..<whole.utf8.count {
            #expect(throws: XMLReadError.self) { try read(Array(whole.utf8.prefix(length))) }
        }
    }

    @Test("bytes that are not what the encoding says are refused")
    func badBytes() {
        #expect(throws: XMLReadError.self) { try read(Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)) }
    }

    @Test("a DOCTYPE is refused in any encoding, wherever a piece ends in it")
    func documentTypes() {
        let text =
            "<?xml version=\"1.0\"?>\(String(repeating: " ", count: 4))<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>"
        for bytes in [Array(text.utf8), utf16(text, isLittle: true), Array("<!DOCTYPE a><a/>".utf8)] {
            for piece in [1, 7, 4096] {
                var next = 0
                let refusal = #expect(throws: XMLReadError.self) {
                    try XMLReader.read(
                        from: { buffer in
                            let count = min(piece, buffer.count, bytes.count - next)
                            buffer.copyBytes(from: bytes[next..<next + count])
                            next += count
                            return count
                        }, visitor: Notes())
                }
                #expect(refusal?.reason == "it holds a DOCTYPE")
            }
        }
    }

    @Test("64 levels are read, 65 are refused")
    func depth() throws {
        let nested = { (levels: Int) in
            String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        }
        #expect(try read(nested(64)).count == 128)
        #expect(throws: XMLReadError(line: 1, reason: "its elements are nested too deep")) { try read(nested(65)) }
        #expect(throws: XMLReadError.self) { try read(nested(5000)) }
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
            "plain", " lead and trail ", "a&b<c>d\"e'f", "]]>", "line\nbreak", "cr\rlf\r\n", "tab\t",
            "caf\u{E9} cafe\u{301}",
            "\u{1F3AC}", "%20", "&#10;", "\u{2028}",
        ])
    func roundTrip(_ text: String) throws {
        var writer = XMLWriter()
        writer.begin("a", ["name": text])
        writer.element("b", ["name": text], text: text)
        writer.end()
        let lines = try read(writer.take())
        #expect(lines.count == 4)
        #expect(lines.dropFirst(2).first.map { Array($0.utf8) } == Array(">b \(text)".utf8))
        #expect(lines.first.map { Array($0.utf8) } == Array("<a name=\(text)".utf8))
    }
}
