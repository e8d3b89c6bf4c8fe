internal import DelimitedText

/// Makes notes of the rows of a table.
struct SlateRows {
    private let columns: SlateColumns
    private let preamble: SlatePreamble

    init(_ columns: SlateColumns, _ preamble: SlatePreamble) {
        self.columns = columns
        self.preamble = preamble
    }

    /// Signs that people put where there is nothing to say.
    private static let dashes: Set<String> = ["-", "–", "—"]

    /// What a row says; nil where it says nothing.
    func note(_ row: [String], line: Int) -> SlateNote? {
        var cells: [SlateField: SlateNote.Cell] = [:]
        for field in SlateField.allCases { cells[field] = cell(field, row) }
        guard !cells.isEmpty else { return nil }
        splitSlate(&cells)
        takeCircle(&cells)
        cells.merge(preamble.cells) { own, _ in own }
        return SlateNote(
            line: line, cells: cells, names: columns.cells(of: .clip, in: row), written: columns.filled(row))
    }

    private func cell(_ field: SlateField, _ row: [String]) -> SlateNote.Cell? {
        let said = columns.cells(of: field, in: row)
        switch field {
        case .notes: return joined(said)
        case .circled, .noGood: return said.first { !SlateRows.dashes.contains($0.text) }
        default: return said.first
        }
    }

    /// Some reports have notes and a description: both are kept.
    private func joined(_ cells: [SlateNote.Cell]) -> SlateNote.Cell? {
        var different: [SlateNote.Cell] = []
        for cell in cells where !different.contains(where: { $0.text == cell.text }) { different.append(cell) }
        guard let first = different.first, different.count > 1 else { return different.first }
        return SlateNote.Cell(
            different.dropFirst().reduce(first.text) { "\($0); \($1.text)" },
            different.dropFirst().reduce(first.heading) { "\($0), \($1.heading)" })
    }

    /// `27/7` is slate 27, take 7, as it is written in Britain; where takes have a column, the slate is `27/7`.
    private func splitSlate(_ cells: inout [SlateField: SlateNote.Cell]) {
        guard !columns.has(.take), let slate = cells[.slate] else { return }
        let parts = slate.text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
        guard parts.count == 2, parts.allSatisfy({ $0.contains(where: \.isNumber) }) else { return }
        cells[.slate] = SlateNote.Cell(parts[0], slate.heading)
        cells[.take] = SlateNote.Cell(parts[1], slate.heading)
    }

    /// `3*` is take 3, circled; a column of circles that says something is believed before.
    private func takeCircle(_ cells: inout [SlateField: SlateNote.Cell]) {
        guard let take = cells[.take], take.text.last == "*" else { return }
        let number = take.text.prefix { $0 != "*" }.trimmed
        cells[.take] = number.isEmpty ? nil : SlateNote.Cell(number, take.heading)
        cells[.circled] = cells[.circled] ?? SlateNote.Cell("*", take.heading)
    }
}
