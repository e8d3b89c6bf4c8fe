/// Writes rows of text as UTF-8, each row ended by CRLF.
public struct DelimitedWriter: Sendable {
    /// How cells are kept apart.
    public enum Style: Hashable, Sendable {
        /// RFC 4180: commas; a cell with a comma, a quote or a line end is quoted.
        case csv
        /// The same for programs that calculate: a byte order mark first, without which Excel does not read UTF-8, and
        /// an apostrophe before each cell that would be run as a formula.
        case spreadsheet
        /// Tabs and no quotes: a tab or a line end of any kind in a cell becomes a space.
        case tsv
    }

    private let style: Style
    private var bytes: [UInt8] = []

    /// Starts an empty table.
    public init(_ style: Style) {
        self.style = style
        if style == .spreadsheet { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Hands over what has been written and forgets it.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes one row.
    public mutating func row(_ cells: [String]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(style == .tsv ? CellSeparator.tab.rawValue : CellSeparator.comma.rawValue) }
            switch style {
            case .csv: appendQuoted(cell)
            case .spreadsheet: appendQuoted(DelimitedWriter.inert(cell))
            case .tsv: appendInOneLine(cell)
            }
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func appendQuoted(_ cell: String) {
        guard cell.utf8.contains(where: DelimitedWriter.needsQuotes) else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(RowScanner.quote)
        for byte in cell.utf8 {
            if byte == RowScanner.quote { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(RowScanner.quote)
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D || byte == RowScanner.quote || byte == CellSeparator.comma.rawValue
    }

    /// Some readers end a line at vertical tabs, form feeds, NEL and Unicode's own separators too.
    private mutating func appendInOneLine(_ cell: String) {
        guard cell.utf8.contains(where: DelimitedWriter.mayEndLine) else { return bytes.append(contentsOf: cell.utf8) }
        for character in cell {
            let endsLine = character.isNewline || character == "\t"
            bytes.append(contentsOf: endsLine ? " ".utf8 : String(character).utf8)
        }
    }

    /// Tab to CR, and the first bytes of NEL and of the separators, which other characters have too.
    private static func mayEndLine(_ byte: UInt8) -> Bool {
        (0x09...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2
    }

    /// What begins a formula, also in the full width of Japanese keyboards; the rest is skipped before one is looked for.
    ///
    /// Source: OWASP, CSV Injection.
    private static let formulaStarts = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

    /// A cell that a spreadsheet shows and does not calculate: a formula in a scene name would be run.
    ///
    /// Numbers stay numbers. Scalars are asked, not characters: a combining mark behind it leaves `=` what it is.
    private static func inert(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first, formulaStarts.contains(first), !isNumber(cell) else { return cell }
        return "'" + cell
    }

    /// `-3.5`, and not `-inf`, which would be a name.
    private static func isNumber(_ cell: String) -> Bool {
        cell.utf8.allSatisfy { "0123456789.+-eE".utf8.contains($0) } && Double(cell) != nil
    }
}
