import Testing
import XMLText

@Suite("Encodings of XML")
struct EncodingTests {
    /// What every document here says, however it is written.
    private static let told = ["<a n=\u{E9}", ">a \u{20AC}"]

    private static func document(_ encoding: String?, mark: Bool) -> String {
        let said = encoding.map { " encoding=\"\($0)\"" } ?? ""
        return "\(mark ? "\u{FEFF}" : "")<?xml version=\"1.0\"\(said)?>\r\n<a n=\"\u{E9}\">\u{20AC}</a>"
    }

    @Test(
        "Unicode is read with and without a mark, said or not, in pieces of any size",
        arguments: [
            (.utf8, nil, false), (.utf8, nil, true), (.utf8, "UTF-8", false), (.utf8, "utf-8", true),
            (.utf16Little, nil, true), (.utf16Big, nil, true), (.utf16Little, "UTF-16", true),
            (.utf16Big, "UTF-16", true), (.utf16Little, "UTF-16LE", true), (.utf16Little, "UTF-16", false),
            (.utf16Big, "UTF-16", false),
        ] as [(Encoding, String?, Bool)])
    func unicode(_ encoding: Encoding, _ said: String?, _ mark: Bool) throws {
        let bytes = encoding.bytes(EncodingTests.document(said, mark: mark))
        #expect(try Notes.of(bytes) == EncodingTests.told)
        for piece in [1, 3, 7] { #expect(try Notes.of(bytes, inPiecesOf: piece) == EncodingTests.told) }
    }

    @Test(
        "eight bits are read as their encoding says: 0x80 is the euro sign in windows-1252 alone",
        arguments: [
            ("windows-1252", 0x80, "\u{20AC}"), ("Windows-1252", 0x99, "\u{2122}"), ("windows-1252", 0xE9, "\u{E9}"),
            ("ISO-8859-1", 0x80, "\u{80}"), ("ISO-8859-1", 0xE9, "\u{E9}"), ("iso-8859-1", 0xA4, "\u{A4}"),
            ("ISO-8859-15", 0xA4, "\u{20AC}"), ("windows-1251", 0xE9, "\u{439}"),
        ] as [(String, UInt8, String)])
    func eightBits(_ name: String, _ byte: UInt8, _ character: String) throws {
        let head = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?><a n=\"".utf8)
        let bytes = head + [byte] + Array("\">".utf8) + [byte] + Array("</a>".utf8)
        #expect(try Notes.of(bytes) == ["<a n=\(character)", ">a \(character)"])
        #expect(try Notes.of(bytes, inPiecesOf: 1) == ["<a n=\(character)", ">a \(character)"])
    }

    @Test("UTF-32 is refused by its name", arguments: [Encoding.utf32Little, .utf32Big], [true, false])
    func wideUnits(_ encoding: Encoding, _ mark: Bool) {
        let bytes = encoding.bytes(EncodingTests.document("UTF-32", mark: mark))
        for piece in [1, 4096] {
            #expect(throws: XMLReadError(line: 1, reason: "it is written in UTF-32, which is not read")) {
                try Notes.of(bytes, inPiecesOf: piece)
            }
        }
    }

    @Test("an encoding that is not known is named")
    func unknown() {
        #expect(throws: XMLReadError(line: 1, reason: "its encoding x-mars-7 is not known here")) {
            try Notes.of("<?xml version=\"1.0\" encoding=\"x-mars-7\"?><a/>")
        }
    }

    @Test("an encoding's name of any length gives a short sentence")
    func longName() throws {
        let name = String(repeating: "x", count: 5000)
        let refusal = #expect(throws: XMLReadError.self) {
            try Notes.of("<?xml version=\"1.0\" encoding=\"\(name)\"?><a/>")
        }
        #expect(try #require(refusal).reason.utf8.count < 100)
    }

    @Test(
        "bytes that are not what the encoding says are refused, said or not",
        arguments: [
            ("", [0xE9]), ("UTF-8", [0xC3]), ("UTF-8", [0xED, 0xA0, 0x80]), ("UTF-8", [0xC0, 0x80]),
            ("ascii", Array(repeating: 0xE9, count: 9)),
            ("EUC-JP", [0xFF]), ("windows-1252", [0x81]),
        ] as [(String, [UInt8])])
    func wrongBytes(_ name: String, _ wrong: [UInt8]) {
        let head = name.isEmpty ? "" : "<?xml version=\"1.0\" encoding=\"\(name)\"?>"
        #expect(throws: XMLReadError(line: 2, reason: "it holds a character that its encoding or XML does not allow")) {
            try Notes.of(Array("\(head)\n<a>".utf8) + wrong + Array("</a>".utf8))
        }
    }

    @Test("UTF-8 that says it is UTF-16 is refused")
    func mislabelled() {
        #expect(throws: XMLReadError(line: 1, reason: "it holds a character that its encoding or XML does not allow")) {
            try Notes.of("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>")
        }
    }
}
