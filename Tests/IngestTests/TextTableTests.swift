import Ingest
import Testing

@Suite("A table of text")
struct TextTableTests {
    @Test("columns are as wide as their widest cell, numbers stand to the right, and no line ends with a space")
    func columns() {
        let rows = [["clip", "files", "codec"], ["A001C001", "2", "ProRes"], ["B", "1 000", ""]]
        #expect(
            TextTable(rows, right: 1..<2).text == """
                clip      files  codec
                A001C001      2  ProRes
                B         1 000
                """)
    }

    @Test("a letter in two code points takes one place")
    func letters() {
        #expect(TextTable([["e\u{301}a", "x"], ["abc", "y"]]).text == "e\u{301}a   x\nabc  y")
    }

    @Test("nothing is nothing")
    func empty() {
        #expect(TextTable([]).text == "")
        #expect(TextTable([[]]).text == "")
    }
}
