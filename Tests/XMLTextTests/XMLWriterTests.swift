import Testing
import XMLText

@Suite("Writing XML")
struct XMLWriterTests {
    @Test("A document names its kind, and attributes without a value are left out")
    func documentType() {
        var xml = XMLWriter(documentType: "fcpxml")
        xml.begin("event", attributes: [("name", "\"A\" & B"), ("uid", nil)])
        xml.empty("rating", attributes: [("value", "favorite"), ("note", nil)])
        xml.end()
        #expect(
            String(decoding: xml.take(), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE fcpxml>
                <event name="&quot;A&quot; &amp; B">
                  <rating value="favorite"/>
                </event>

                """)
    }

    @Test("An element on one line has all that it holds on it, and the next one begins a line")
    func line() {
        var xml = XMLWriter()
        xml.begin("file")
        xml.beginLine("rate")
        xml.element("timebase", text: "24")
        xml.beginLine("inner", attributes: [("id", "1")])
        xml.empty("none", attributes: [])
        xml.end()
        xml.element("ntsc")
        xml.end()
        xml.element("name", text: "A")
        xml.end()
        #expect(
            String(decoding: xml.take(), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <file>
                  <rate><timebase>24</timebase><inner id="1"><none/></inner><ntsc/></rate>
                  <name>A</name>
                </file>

                """)
    }

    @Test(
        "What XML cannot carry becomes U+FFFD, and all else stays as it is",
        arguments: [
            ("a\u{0}b\u{1B}", "a\u{FFFD}b\u{FFFD}"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
            ("a\tb\r\nc", "a\tb\r\nc"),
            ("\u{85}\u{2028}\u{202E}\u{301}🎬", "\u{85}\u{2028}\u{202E}\u{301}🎬"), ("", ""),
        ])
    func carriable(_ text: String, _ carried: String) {
        #expect(Array(XMLWriter.carriable(text).utf8) == Array(carried.utf8))
        #expect(XMLWriter.canCarry(XMLWriter.carriable(text).utf8))
    }
}
