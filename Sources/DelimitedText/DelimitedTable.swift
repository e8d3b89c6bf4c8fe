/// What stands between two cells.
public enum CellSeparator: UInt8, Hashable, Sendable, CaseIterable {
    /// As Avid's logs have it.
    case tab = 0x09
    /// As spreadsheets have it where the decimal sign is a comma.
    case semicolon = 0x3B
    /// As RFC 4180 has it.
    case comma = 0x2C
}

/// One row of a table.
public struct DelimitedRow: Hashable, Sendable {
    /// The line it starts on, 1 being the first.
    public let line: Int
    /// Its cells as written, without quotes; rows of one table need not have the same number.
    public let cells: [String]

    /// Puts a row together.
    public init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }

    /// Its cells without white space and zero bytes at their ends.
    public var trimmedCells: [String] { cells.map(\.trimmed) }
}

/// Why a table was refused.
public enum DelimitedTextError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It has more bytes than ``DelimitedTable/mostBytes``.
    case tooLarge
    /// The row on this line has more cells than ``DelimitedTable/mostColumns``.
    case tooManyColumns(line: Int)
    /// All rows together have more cells than ``DelimitedTable/mostCells``, on this line.
    case tooManyCells(line: Int)
    /// A quote that is opened on this line is never closed.
    case openQuote(line: Int)

    /// What is wrong, as a clause.
    public var description: String {
        switch self {
        case .tooLarge: "it is larger than \(DelimitedTable.mostBytes >> 20) MiB"
        case .tooManyColumns(let line): "line \(line): it has more than \(DelimitedTable.mostColumns) columns"
        case .tooManyCells(let line): "line \(line): the table has more than \(DelimitedTable.mostCells) cells"
        case .openQuote(let line): "line \(line): a quote is opened and never closed"
        }
    }
}

/// A table of text, as logs and spreadsheets are written: any encoding, LF, CRLF or bare CR, ragged rows.
///
/// Source: RFC 4180, read leniently. Lines with nothing at all on them are no rows.
public struct DelimitedTable: Sendable {
    /// Larger than the log of any shoot: a thousand clips with 250 columns take 3 MB.
    public static let mostBytes = 64 << 20
    /// Cells in a row: the widest real log has 245.
    public static let mostColumns = 2048
    /// Cells of all rows: 16,000 clips with 250 columns, in 64 MB of memory.
    public static let mostCells = 4_000_000

    /// What it was written in.
    public let encoding: TextEncoding
    /// What stands between its cells.
    public let separator: CellSeparator
    /// The rows from the first line to the last.
    public let rows: [DelimitedRow]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - separator: what stands between two cells; when nil, whichever the first line has most of.
    ///   - isQuoted: whether a quote at the start of a cell means that separators, line ends and doubled quotes up to
    ///     the next single one belong to the cell. Avid's logs have no such quotes.
    ///   - first: how many rows are read; the rest is not looked at.
    public init(
        _ bytes: [UInt8], separatedBy separator: CellSeparator? = nil, isQuoted: Bool = true, first: Int = .max
    ) throws(DelimitedTextError) {
        guard bytes.count <= DelimitedTable.mostBytes else { throw .tooLarge }
        let text = PlainText(bytes)
        encoding = text.encoding
        self.separator = separator ?? DelimitedTable.separator(ofFirstLineIn: text.utf8)
        var scanner = RowScanner(text.utf8, self.separator, isQuoted: isQuoted)
        var rows: [DelimitedRow] = []
        var count = 0
        while rows.count < first, let row = try scanner.next() {
            guard row.cells != [""] else { continue }
            count += row.cells.count
            guard count <= DelimitedTable.mostCells else { throw .tooManyCells(line: row.line) }
            rows.append(row)
        }
        self.rows = rows
    }

    /// Tab before semicolon before comma where there are as many; a comma where there are none.
    private static func separator(ofFirstLineIn text: [UInt8]) -> CellSeparator {
        var counts: [CellSeparator: Int] = [:]
        var isInQuotes = false
        for byte in text.drop(while: { $0 == 0x0A || $0 == 0x0D }) {
            if !isInQuotes, byte == 0x0A || byte == 0x0D { break }
            if byte == RowScanner.quote { isInQuotes.toggle() }
            if !isInQuotes, let separator = CellSeparator(rawValue: byte) { counts[separator, default: 0] += 1 }
        }
        let most = counts.values.max() ?? 0
        return CellSeparator.allCases.first { most > 0 && counts[$0] == most } ?? .comma
    }
}
