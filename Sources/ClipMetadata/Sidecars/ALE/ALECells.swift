/// A column of a log.
struct ALEColumn {
    /// Its name as written.
    let name: String
    /// Its name without case, spaces, underscores, dots and dashes, because makers spell one name in many ways:
    /// `Reel_name`, `Reel Name`, `reelName`.
    let folded: String

    init(_ name: String) {
        self.name = name
        folded = name.lowercased().filter { !" _.-".contains($0) }
    }
}

/// The cells of one row by the folded names of their columns; empty ones say nothing and are left out.
struct ALECells {
    private var cells: [String: (column: String, value: String)] = [:]

    init(_ columns: [ALEColumn], _ row: [String]) {
        for (column, value) in zip(columns, row) where !value.isEmpty && cells[column.folded] == nil {
            cells[column.folded] = (column.name, value)
        }
    }

    /// The first of these columns that says something.
    func first(_ names: [String]) -> (column: String, value: String)? {
        for name in names {
            if let cell = cells[name] { return cell }
        }
        return nil
    }

    /// What one column says.
    subscript(name: String) -> String? { cells[name]?.value }
}
