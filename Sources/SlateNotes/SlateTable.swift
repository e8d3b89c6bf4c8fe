internal import DelimitedText

/// Where the headings of a table stand, and how its cells are kept apart.
///
/// Reports have lines before their headings, with other separators or none: the row with the headings decides, not the
/// first one.
struct SlateTable {
    /// The rows before the headings, trimmed.
    let preamble: [[String]]
    /// The headings.
    let headings: [SlateHeading]
    /// The rows behind them, as written.
    let rows: ArraySlice<DelimitedRow>

    /// Rows that are looked through for headings: an overview of a production takes some thirty lines.
    static let mostPreamble = 64

    /// Reads a table.
    ///
    /// - Throws: what keeps the bytes from being a table. Nil where no row has headings.
    init?(_ bytes: [UInt8], as kind: SlateFile.Kind) throws(DelimitedTextError) {
        guard let found = try SlateTable.heading(in: bytes, kind) else { return nil }
        let table = try DelimitedTable(bytes, separatedBy: found.separator)
        guard found.row < table.rows.count else { return nil }
        preamble = table.rows[..<found.row].map(\.trimmedCells)
        headings = table.rows[found.row].trimmedCells.map { SlateHeading($0, in: kind) }
        rows = table.rows[(found.row + 1)...]
    }

    /// Whether it is an Avid log that lost its first section, and with it the rate of its timecode.
    var isCutLog: Bool {
        preamble.contains { $0[0].lowercased() == "column" && $0.dropFirst().allSatisfy(\.isEmpty) }
    }

    /// Endings of sound files.
    private static let recordings = [".wav", ".bwf", ".w64", ".rf64", ".aif", ".aiff"]

    /// Whether most of the clips that it names are recordings of sound, as in a sound report without an overview.
    var namesRecordings: Bool {
        let columns = SlateColumns(headings)
        let names = rows.compactMap { columns.cells(of: .clip, in: $0.trimmedCells).first?.text.lowercased() }
        return names.count { name in SlateTable.recordings.contains { name.hasSuffix($0) } } * 2 > names.count
    }

    fileprivate struct Place {
        let separator: CellSeparator
        let row: Int
        let line: Int
        /// Whether it says what was shot, and not only which clips are meant.
        let isOfTakes: Bool
        let fieldCount: Int
    }

    /// The row with headings, by the separator that finds it first; of two that find the same row, by the one that gives
    /// more of them.
    private static func heading(in bytes: [UInt8], _ kind: SlateFile.Kind) throws(DelimitedTextError) -> Place? {
        var best: Place?
        var refusal: DelimitedTextError?
        for separator in CellSeparator.allCases {
            do throws(DelimitedTextError) {
                let head = try DelimitedTable(bytes, separatedBy: separator, first: mostPreamble)
                guard let place = heading(in: head, kind) else { continue }
                if best.map({ place.counts(more: $0) }) ?? true { best = place }
            } catch {
                refusal = refusal ?? error
            }
        }
        if best == nil, let refusal { throw refusal }
        return best
    }

    /// The first row with headings of takes; where there is none, the first that names clips.
    private static func heading(in head: DelimitedTable, _ kind: SlateFile.Kind) -> Place? {
        var named: Place?
        for (row, cells) in head.rows.enumerated() {
            let columns = SlateColumns(cells.trimmedCells.map { SlateHeading($0, in: kind) })
            let place = Place(
                separator: head.separator, row: row, line: cells.line,
                isOfTakes: columns.areOfTakes || kind == .list && columns.areOfPulls,
                fieldCount: columns.fieldCount)
            if place.isOfTakes { return place }
            if columns.nameClips || kind == .list && columns.areOfNames { named = named ?? place }
        }
        return named
    }
}

extension SlateTable.Place {
    /// Which of two rows, found by different separators, are the headings.
    fileprivate func counts(more other: SlateTable.Place) -> Bool {
        (isOfTakes ? 1 : 0, -line, fieldCount) > (other.isOfTakes ? 1 : 0, -other.line, other.fieldCount)
    }
}
