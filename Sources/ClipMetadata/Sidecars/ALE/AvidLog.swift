internal import DelimitedText

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
    ///
    /// - Throws: ``MetadataError`` with the code `wrongFormat` when it has no columns, `damaged` when it ends before its
    ///   rows begin, `beyondLimits` when it is larger than any real log.
    public init(_ bytes: [UInt8], at place: String) throws(MetadataError) {
        let table: DelimitedTable
        do throws(DelimitedTextError) {
            table = try DelimitedTable(bytes, separatedBy: .tab, isQuoted: false)
        } catch {
            throw MetadataError(.beyondLimits, at: place, error.description)
        }
        var head: [(key: String, value: String)] = []
        var columns: [String] = []
        var rows: [Row] = []
        var section: Section?
        for row in table.rows {
            let cells = row.cells.map { $0.said ?? "" }
            guard cells.contains(where: { !$0.isEmpty }) else { continue }
            if let next = AvidLog.section(cells), next != .head || section == nil, section != .rows {
                section = next
                continue
            }
            switch section {
            case .head: head += AvidLog.pairs(cells)
            case .columns: if columns.isEmpty { columns = cells.trimmingEmptyEnd() }
            case .rows where rows.count == AvidLog.mostRows:
                throw MetadataError(.beyondLimits, at: place, "it has more than \(AvidLog.mostRows) rows")
            case .rows: rows.append(Row(line: row.line, cells: Array(cells.prefix(columns.count))))
            case nil: throw MetadataError(.wrongFormat, at: place, "it does not begin with Heading")
            }
        }
        guard !columns.isEmpty else { throw MetadataError(.wrongFormat, at: place, "it has no columns") }
        guard section == .rows else { throw MetadataError(.damaged, at: place, "it ends before its Data") }
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
