import DelimitedText
import Testing

@Suite("Tables of text") struct DelimitedTableTests {
    private func rows(_ text: String, _ separator: CellSeparator? = nil, isQuoted: Bool = true) throws -> [[String]] {
        try DelimitedTable(Array(text.utf8), separatedBy: separator, isQuoted: isQuoted).rows.map(\.cells)
    }

    @Test("end their lines in LF, CRLF or CR, with or without one at the end", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(_ end: String) throws {
        let expected = [["Name", "Take"], ["A001", ""], ["", "2"]]
        #expect(try rows(["Name,Take", "A001,", ",2"].joined(separator: end)) == expected)
        #expect(try rows(["Name,Take", "", "A001,", ",2", "", ""].joined(separator: end)) == expected)
    }

    @Test("say with their first line what stands between cells")
    func separators() throws {
        let table = try DelimitedTable(Array("Name;Take, or \"a,b,c\"\tx;Scene\n".utf8))
        #expect(table.separator == .semicolon)
        for (text, separator) in [("a\tb,c", CellSeparator.tab), ("a,b", .comma), ("a", .comma), ("", .comma)] {
            #expect(try DelimitedTable(Array(text.utf8)).separator == separator, "\(text)")
        }
    }

    @Test("have quotes as RFC 4180 has them, and as people have them")
    func quotes() throws {
        let text = "\"a,b\",\"say \"\"no\"\"\",\"two\r\nlines\"\n5\" lens,\"\",\"x\"y\n"
        #expect(try rows(text) == [["a,b", "say \"no\"", "two\r\nlines"], ["5\" lens", "", "xy"]])
        #expect(try rows("\"A\"\tB", .tab, isQuoted: false) == [["\"A\"", "B"]])
    }

    @Test("have rows of any length, and know the line each starts on")
    func ragged() throws {
        let table = try DelimitedTable(Array("a,b,c\n\n\"1\n2\"\n3,4,5,6\n".utf8))
        #expect(
            table.rows == [
                DelimitedRow(line: 1, cells: ["a", "b", "c"]), DelimitedRow(line: 3, cells: ["1\n2"]),
                DelimitedRow(line: 5, cells: ["3", "4", "5", "6"]),
            ])
    }

    @Test("are refused when they are larger than any log, and when a quote never ends")
    func refused() {
        #expect(throws: DelimitedTextError.openQuote(line: 2)) { try rows("a\nb,\"c\nd") }
        #expect(throws: DelimitedTextError.tooManyColumns(line: 1)) {
            try rows(String(repeating: ",", count: DelimitedTable.mostColumns))
        }
        let line = String(repeating: ",", count: DelimitedTable.mostColumns - 1) + "\n"
        let lines = DelimitedTable.mostCells / DelimitedTable.mostColumns
        #expect(throws: DelimitedTextError.tooManyCells(line: lines + 1)) {
            try rows(String(repeating: line, count: lines + 1))
        }
        #expect(throws: DelimitedTextError.tooLarge) {
            try DelimitedTable([UInt8](repeating: 0x20, count: DelimitedTable.mostBytes + 1))
        }
        #expect(DelimitedTextError.openQuote(line: 2).description == "line 2: a quote is opened and never closed")
    }

    @Test("are read again as they were written")
    func writing() throws {
        let cells = [["Name", "Note"], ["A,1", "say \"no\"\r\nor;\tnot"], ["", "é"]]
        var csv = DelimitedWriter(.csv)
        for row in cells { csv.row(row) }
        let bytes = csv.take()
        #expect(
            String(decoding: bytes, as: UTF8.self).hasPrefix(
                "Name,Note\r\n\"A,1\",\"say \"\"no\"\"\r\nor;\tnot\"\r\n,é\r\n"))
        #expect(try DelimitedTable(bytes).rows.map(\.cells) == cells)
        #expect(csv.take().isEmpty)
    }

    @Test(
        "for spreadsheets begin with a mark, and nothing in them is calculated",
        arguments: [
            ("=cmd()", "'=cmd()"), ("+1-2", "'+1-2"), ("-3.5", "-3.5"), ("-inf", "'-inf"), ("@x", "'@x"),
            ("=\u{301}1", "'=\u{301}1"), ("＝1", "'＝1"), ("\t=1", "'\t=1"), ("12E3", "12E3"), ("a=b", "a=b"),
            ("=\"a\"", "\"'=\"\"a\"\"\""),
        ])
    func spreadsheet(_ cell: String, _ written: String) {
        var writer = DelimitedWriter(.spreadsheet)
        writer.row([cell])
        #expect(Array(writer.take()) == Array("\u{FEFF}\(written)\r\n".utf8))
    }

    @Test("with tabs have no quotes: what would end a cell or a line becomes a space")
    func tabs() {
        var tsv = DelimitedWriter(.tsv)
        tsv.row(["a\tb", "c\r\nd\ne\rf", "\"g\"", "h\u{2028}i\u{0B}j\u{85}k"])
        #expect(String(decoding: tsv.take(), as: UTF8.self) == "a b\tc d e f\t\"g\"\th i j k\r\n")
    }
}
