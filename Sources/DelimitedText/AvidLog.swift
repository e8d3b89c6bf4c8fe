/// Why bytes are no Avid log.
public enum AvidLogError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is no table of a size that is read.
    case table(DelimitedTextError)
    /// Its first line is another one.
    case noHeading
    /// It names no columns.
    case noColumns
    /// It ends before its rows begin.
    case noData
    /// It has more rows than ``AvidLog/mostRows``.
    case tooManyRows

    /// What is wrong, as a clause.
    public var description: String {
        switch self {
        case .table(let error): error.description
        case .noHeading: "it does not begin with Heading"
        case .noColumns: "it has no columns"
        case .noData: "it ends before its Data"
        case .tooManyRows: "it has more than \(AvidLog.mostRows) rows"
        }
    }
}

/// An Avid Log Exchange file as it was written: its head, its columns, and a row for each clip.
///
/// Source: Avid's log specification, read as leniently as tools write it: any encoding, LF, CRLF or bare CR, blank
/// lines between the sections or none, all pairs of the head on one line, trailing tabs, cells padded with spaces.
public struct AvidLog: Sendable {
    /// One row.
    public struct Row: Hashable, Sendable {
        /// The line it stands on, 1 being the first.
        public let line: Int
        /// Its cells without white space at their ends: one for each column from the left, as far as the row goes.
        public let cells: [String]
    }

    /// The pairs of the head in their order: `FPS` and `25`.
    public let head: [(key: String, value: String)]
    /// The names of the columns.
    public let columns: [String]
    /// The rows.
    public let rows: [Row]

    /// Rows: a reel has some hundred clips, all dailies of a film some ten thousand.
    public static let mostRows = 50_000

    private enum Section: String {
        case head = "heading"
        case columns = "column"
        case rows = "data"
    }

    /// Reads the file.
    public init(_ bytes: [UInt8]) throws(AvidLogError) {
        let table: DelimitedTable
        do throws(DelimitedTextError) {
            table = try DelimitedTable(bytes, separatedBy: .tab, isQuoted: false)
        } catch {
            throw .table(error)
        }
        var head: [(key: String, value: String)] = []
        var columns: [String] = []
        var rows: [Row] = []
        var section: Section?
        for row in table.rows {
            let cells = row.trimmedCells
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            if let next = AvidLog.section(cells), next != .head || section == nil, section != .rows {
                section = next
                continue
            }
            switch section {
            case .head: head += AvidLog.pairs(cells)
            case .columns: if columns.isEmpty { columns = cells.trimmingEmptyEnd() }
            case .rows where rows.count == AvidLog.mostRows: throw .tooManyRows
            case .rows: rows.append(Row(line: row.line, cells: Array(cells.prefix(columns.count))))
            case nil: throw .noHeading
            }
        }
        guard !columns.isEmpty else { throw .noColumns }
        guard section == .rows else { throw .noData }
        (self.head, self.columns, self.rows) = (head, columns, rows)
    }

    /// The section that a line begins: one word, and nothing behind it.
    private static func section(_ cells: [String]) -> Section? {
        cells.dropFirst().allSatisfy(\.isEmpty) ? Section(rawValue: cells[0].lowercased()) : nil
    }

    private static func pairs(_ cells: [String]) -> [(key: String, value: String)] {
        stride(from: 0, to: cells.count - 1, by: 2).map { (cells[$0], cells[$0 + 1]) }
            .filter { !$0.0.isEmpty && !$0.1.isEmpty }
    }

    /// The value of a key of the head, of any case.
    public func head(_ key: String) -> String? {
        head.first { $0.key.lowercased() == key.lowercased() }?.value
    }
}

extension [String] {
    fileprivate func trimmingEmptyEnd() -> [String] {
        lastIndex { !$0.isEmpty }.map { Array(self[...$0]) } ?? []
    }
}
