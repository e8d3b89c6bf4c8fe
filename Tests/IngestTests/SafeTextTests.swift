import Ingest
import Testing

@Suite("Names that are shown")
struct SafeTextTests {
    @Test(
        "cannot fake a line, rule the terminal or turn the reading direction",
        arguments: [
            ("A001.mov", "A001.mov"), ("Ä é 日本 🎬.mov", "Ä é 日本 🎬.mov"), ("a\nCOMPLETE", "a\\nCOMPLETE"),
            ("\u{1B}[2J", "\\x1b[2J"), ("a\tb\r", "a\\tb\\r"), ("gpj\u{202E}vom", "gpj\\u{202e}vom"),
            ("a\u{200B}b\u{FEFF}", "a\\u{200b}b\\u{feff}"), ("\u{7F}\u{9B}", "\\x7f\\x9b"),
        ])
    func texts(_ text: String, _ shown: String) {
        #expect(SafeText.of(text) == shown)
    }

    @Test(
        "show bytes that are not UTF-8 as numbers",
        arguments: [
            ([0x41, 0xFF, 0x42], "A\\xffB"), ([0xC3], "\\xc3"), ([0xF0, 0x9F, 0x8E], "\\xf0\\x9f\\x8e"),
            ([0xC0, 0xAF], "\\xc0\\xaf"),
        ] as [([UInt8], String)])
    func bytes(_ bytes: [UInt8], _ shown: String) {
        #expect(SafeText.of(bytes[...]) == shown)
    }
}
