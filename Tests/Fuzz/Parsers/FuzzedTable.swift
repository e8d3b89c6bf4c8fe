internal import ClipMetadata
internal import DelimitedText

/// Tables of text in any encoding, and the logs of reels that are such tables.
enum FuzzedTable {
    static func read(_ bytes: [UInt8]) {
        for separator in [nil, .tab, .semicolon, .comma] as [CellSeparator?] {
            for isQuoted in [true, false] {
                guard let table = try? DelimitedTable(bytes, separatedBy: separator, isQuoted: isQuoted) else {
                    continue
                }
                let lines = table.rows.map(\.line)
                precondition(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "rows stand below each other")
                writeAgain(table.rows.map(\.cells))
            }
        }
        readInOtherUnits(bytes)
        readLog(bytes)
    }

    /// A mark says how the text is written, so that nothing in its cells can.
    private static func writeAgain(_ rows: [[String]]) {
        // Lines with nothing on them are no rows.
        expect("a table that was read can be written, and read again", rows, .comma, isQuoted: true, .csv) { $0 }
        expect("a table in lines can be written, and read again", rows, .tab, isQuoted: false, .tsv) { cell in
            String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        }
    }

    private static func expect(
        _ sentence: String, _ rows: [[String]], _ separator: CellSeparator, isQuoted: Bool,
        _ style: DelimitedWriter.Style, _ kept: (String) -> String
    ) {
        var writer = DelimitedWriter(style)
        for row in rows { writer.row(row) }
        let bytes = [0xEF, 0xBB, 0xBF] + writer.take()
        let again = try? DelimitedTable(bytes, separatedBy: separator, isQuoted: isQuoted)
        let expected = rows.map { $0.map { Array(kept($0).utf8) } }.filter { $0 != [[]] }
        precondition(again?.rows.map { $0.cells.map { Array($0.utf8) } } == expected, sentence)
    }

    /// The same text in two bytes a unit is the same table.
    private static func readInOtherUnits(_ bytes: [UInt8]) {
        let text = String(decoding: PlainText(bytes).utf8, as: UTF8.self)
        let marked = try? DelimitedTable([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        for isBigEndian in [true, false] {
            let units = [0xFEFF] + Array(text.utf16)
            let table = try? DelimitedTable(
                units.flatMap { unit in
                    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                    return isBigEndian ? [high, low] : [low, high]
                })
            precondition(table?.rows == marked?.rows, "the encoding of a table does not change it")
        }
    }

    private static func readLog(_ bytes: [UInt8]) {
        guard let log = try? ReelALE(bytes, at: FuzzedSidecar.place) else { return }
        FuzzedSidecar.check(log.metadata)
        for clip in log.clips {
            FuzzedSidecar.check(clip.metadata)
            precondition(log.clips(named: clip.name).contains { $0.line == clip.line }, "a row is found by its name")
        }
    }

    static let seeds =
        [
            "a,\"b\"\"c\r\nd\",e\r\n\r\n1;2,,\n", "x\ty\tz\n\"\t\u{85}\u{2028}\n", "n;\u{E9};\u{1F3AC}\n1;2;3\r", log,
            log.replacing("\n\n", with: "\n").replacing("\n", with: "\r"),
        ].map { Array($0.utf8) } + [
            [0xFF, 0xFE] + log.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            Array("caf".utf8) + [0xE9, 0x2C, 0x80, 0x81, 0x0A],
        ]

    private static let log = """
        Heading
        FIELD_DELIM\tTABS
        FPS\t23.976

        Column
        Name\tSource File\tStart\tEnd\tDuration\tFps\tCircle\tImage Size\tCDL_Slope_Red\tASC_SOP\tDate_camera\tTime_camera

        Data
        A001C001\tA001C001_150827_R2GJ.mov\t10:00:00:00\t10:00:10:00\t00:00:10:00\t24\t*\t1920 x 1080\t1\t\
        (1 1 1)(0 0 0)(1 1 1)\t20150827\t18h00m03s
        A001C002\t/v/A001C002.mov\t23:59:59:00\t00:00:01:00
        """
}
