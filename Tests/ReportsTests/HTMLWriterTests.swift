import Testing

@testable import Reports

@Suite("HTML of texts that anybody wrote")
struct HTMLWriterTests {
    @Test(
        "text stays text, whatever is in it",
        arguments: [
            ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
            ("\" onload=\"x", "&quot; onload=&quot;x"), ("a & b &amp;", "a &amp; b &amp;amp;"),
            ("one\r\ntwo\u{2028}three\u{85}four", "one\n\ntwo\nthree\nfour"),
            ("\0\u{1B}[31m\u{7F}", "\\x00\\x1b[31m\\x7f"),
            ("A001\u{202E}vom.mov\u{200B}\u{61C}", "A001\\u{202e}vom.mov\\u{200b}\\u{061c}"),
            ("caf\u{E9} 한국 🎬", "caf\u{E9} 한국 🎬"), ("\u{301}a", "\u{301}a"), ("\u{FEFF}", "\\u{feff}"),
            ("=HYPERLINK(1)", "=HYPERLINK(1)"), ("tab\there", "tab\there"),
        ])
    func escaped(_ text: String, _ expected: String) {
        var writer = HTMLWriter()
        writer.text(text)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test(
        "base64 is that of RFC 4648, section 10",
        arguments: [
            ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(_ content: String, _ expected: String) {
        var writer = HTMLWriter()
        writer.picture(jpeg: Array(content.utf8), called: "a\"b")
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "<img alt=\"a&quot;b\" src=\"data:image/jpeg;base64,\(expected)\">")
    }
}
