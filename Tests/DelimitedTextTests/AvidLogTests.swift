import DelimitedText
import Testing

@Suite("Avid's logs") struct AvidLogTests {
    private func log(_ text: String) throws -> AvidLog { try AvidLog(Array(text.utf8)) }

    @Test(
        "are the same however tools lay them out",
        arguments: [
            "Heading\nFIELD_DELIM\tTABS\nFPS\t25\n\nColumn\nName\tStart\n\nData\nA001C001\t10:00:00:00\n",
            "Heading\r\nFIELD_DELIM\tTABS\tFPS\t25\r\n\r\nColumn\r\nName\tStart\r\n\r\nData\r\nA001C001\t10:00:00:00\r\n",
            "Heading\rFPS\t25\rFIELD_DELIM\tTABS\rColumn\rName\tStart\t\rData\rA001C001\t10:00:00:00\t\t",
            "HEADING\t\t\nfps\t25\nCOLUMN\n Name \tStart \t\t\nDATA\n  A001C001\t 10:00:00:00\0\0\t\n",
        ])
    func layouts(_ text: String) throws {
        let log = try log(text)
        #expect(log.head("FPS") == "25")
        #expect(log.columns == ["Name", "Start"])
        #expect(log.rows.map { Array($0.cells.prefix(2)) } == [["A001C001", "10:00:00:00"]])
    }

    @Test("keep a row that is called Data or Column, and the line each stands on")
    func rows() throws {
        let log = try log("Heading\n\nColumn\nName\tTake\n\nData\nData\nColumn\t2\n")
        #expect(log.rows.map(\.cells) == [["Data"], ["Column", "2"]])
        #expect(log.rows.map(\.line) == [7, 8])
    }

    @Test(
        "that are none are refused, and why",
        arguments: [
            ("Name\tStart\nA001\t1", AvidLogError.noHeading), ("Heading\nFPS\t25\n", .noColumns),
            ("Heading\n\nColumn\nName\n", .noData),
            (
                "Heading\nColumn\nA" + String(repeating: "\t", count: DelimitedTable.mostColumns),
                .table(.tooManyColumns(line: 3))
            ),
        ])
    func refused(_ text: String, _ error: AvidLogError) {
        #expect(throws: error) { try log(text) }
    }
}
