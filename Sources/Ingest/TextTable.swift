/// Rows of cells as lines, columns as wide as their widest cell.
public struct TextTable {
    /// The rows, headings first; all of one length.
    private let rows: [[String]]
    /// The columns that stand to the right, as numbers do.
    private let right: Range<Int>

    /// Takes rows; cells are safe to show already.
    public init(_ rows: [[String]], right: Range<Int> = 0..<0) {
        self.rows = rows
        self.right = right
    }

    /// The lines, without an end.
    public var text: String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return right.contains(column) ? padding + cell : cell + padding
            }.joined(separator: "  ").trimmedAtEnd
        }.joined(separator: "\n")
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
