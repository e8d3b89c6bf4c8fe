internal import XMLText

/// XML, which must mean the same however its bytes come, and be written down again.
enum FuzzedXML {
    private final class Told: XMLVisitor {
        var events: [String] = []
        var texts: [String] = []

        func begin(_ element: XMLElement) throws(XMLReadError) {
            events.append("<\(element.namespace) \(element.name)")
            for (name, value) in element.attributes {
                events.append("\(name)=\(value)")
                texts.append(value)
            }
        }

        func end(_ name: String, text: String) throws(XMLReadError) {
            events.append(">\(name) \(text)")
            texts.append(text)
        }
    }

    static func read(_ bytes: [UInt8]) {
        let whole = told(bytes, inPiecesOf: bytes.count)
        let pieces = told(bytes, inPiecesOf: bytes.count % 7 + 1)
        precondition(whole?.events == pieces?.events, "pieces make no difference")
        for text in whole?.texts ?? [] { writeAgain(text) }
    }

    private static func told(_ bytes: [UInt8], inPiecesOf piece: Int) -> Told? {
        let told = Told()
        var rest = bytes[...]
        do throws(XMLReadError) {
            try XMLReader.read(
                from: { buffer in
                    let next = rest.prefix(min(piece, buffer.count))
                    buffer.copyBytes(from: next)
                    rest = rest.dropFirst(next.count)
                    return next.count
                }, visitor: told)
            return told
        } catch {
            precondition(error.line > 0 && !error.reason.isEmpty)
            return nil
        }
    }

    private static func writeAgain(_ text: String) {
        precondition(XMLWriter.canCarry(text.utf8), "what was read can be written")
        var writer = XMLWriter()
        writer.element("a", ["b": text], text: text)
        let again = told(writer.take(), inPiecesOf: 4096)
        precondition(again?.events == ["< a", "b=\(text)", ">a \(text)"], "what was written can be read")
    }

    static let seeds =
        [
            """
            <?xml version="1.0" encoding="UTF-8"?><!-- c --><?p i?>
            <p:a xmlns:p="urn:x" xmlns="urn:y" b="1 &lt; &#38;amp; &#10;"><b xml:space="preserve"> &amp;&#x1F3AC;\r\n</b>
            <![CDATA[<q>]]><c/></p:a>
            """,
            "\u{FEFF}<a>\u{E9}</a>", "<!DOCTYPE a [<!ENTITY e \"x\"><!ENTITY % p SYSTEM \"f\">]><a>&e;</a>",
            "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a b='\"'/>",
            "<?xml version=\"1.0\" encoding=\"iso-2022-jp\" standalone=\"yes\"?><a/>",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE] + "<a b=\"c\">d</a>".utf16.flatMap { [UInt8($0), 0] }]
}
