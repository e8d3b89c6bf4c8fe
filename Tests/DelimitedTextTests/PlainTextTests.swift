import DelimitedText
import Testing

@Suite("Text of an unknown encoding") struct PlainTextTests {
    private static let little = "Größe\t1".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    private static let big = "Größe\t1".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }

    @Test(
        "is known by its mark, or by its bytes",
        arguments: [
            (Array("Größe\t1".utf8), TextEncoding.utf8),
            ([0xEF, 0xBB, 0xBF] + Array("Größe\t1".utf8), .utf8),
            ([0xFF, 0xFE] + little, .utf16LittleEndian),
            ([0xFE, 0xFF] + big, .utf16BigEndian),
            (little, .utf16LittleEndian),
            (big, .utf16BigEndian),
            ([0x47, 0x72, 0xF6, 0xDF, 0x65, 0x09, 0x31], .windows1252),
        ])
    func encodings(_ bytes: [UInt8], _ encoding: TextEncoding) {
        let text = PlainText(bytes)
        #expect(text.encoding == encoding)
        #expect(String(decoding: text.utf8, as: UTF8.self) == "Größe\t1")
    }

    @Test("of one byte a character has the euro and the dashes where Windows has them")
    func codePage() {
        let text = PlainText([0x80, 0x96, 0x9F, 0xA0, 0xFF])
        #expect(String(decoding: text.utf8, as: UTF8.self) == "€–Ÿ\u{A0}ÿ")
    }

    @Test("never fails, and always gives valid UTF-8")
    func broken() {
        let broken: [[UInt8]] = [
            [], [0], [0xFF], [0xFF, 0xFE], [0xFF, 0xFE, 0x41], [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x41],
            [0xEF, 0xBB, 0xBF, 0xFF, 0x41], [0x81, 0x8D, 0x8F, 0x90, 0x9D], [0x41, 0, 0, 0x41],
        ]
        for bytes in broken { #expect(String(validating: PlainText(bytes).utf8, as: UTF8.self) != nil, "\(bytes)") }
        #expect(PlainText([0xFF, 0xFE]).utf8.isEmpty)
        #expect(PlainText([0xEF, 0xBB, 0xBF, 0xFF, 0x41]).utf8 == Array("\u{FFFD}A".utf8))
    }
}
