internal import DelimitedText

/// What the lines before the headings say of every row: roll, day, rate.
struct SlatePreamble {
    /// The first that was said of each field.
    let cells: [SlateField: SlateNote.Cell]
    /// Whether it says that the report is about sound.
    let isOfSound: Bool

    /// What holds for a whole report; a scene in an overview is that of nobody.
    private static let general: Set<SlateField> = [.camera, .cameraRoll, .soundRoll, .date, .rate, .unit]

    /// The folded words of which one stands in every sound report with an overview.
    private static let ofSound: Set<String> = ["soundreport", "soundmixer", "soundmixername", "boomop", "mixer"]

    /// Reads lines of a key and a value beside it (`Roll:`, `SR001`), or of both in one cell (`Roll: SR001`).
    init(_ rows: [[String]]) {
        isOfSound = rows.contains { $0.contains { SlatePreamble.ofSound.contains(SlateHeading($0).folded) } }
        var cells: [SlateField: SlateNote.Cell] = [:]
        for (key, value) in rows.flatMap(SlatePreamble.pairs) {
            guard let field = SlateHeading(key).field(ofSound: isOfSound), SlatePreamble.general.contains(field),
                cells[field] == nil
            else { continue }
            cells[field] = SlateNote.Cell(value, key)
        }
        self.cells = cells
    }

    /// Takes what the head of an Avid log says.
    init(head: [(key: String, value: String)]) {
        isOfSound = false
        cells =
            head.first { SlateHeading($0.key).field == .rate }.map { [.rate: SlateNote.Cell($0.value, $0.key)] } ?? [:]
    }

    private static func pairs(_ cells: [String]) -> [(key: String, value: String)] {
        let beside = zip(cells, cells.dropFirst()).filter { key, value in
            !key.isEmpty && !value.isEmpty && value.last != ":"
        }.map { key, value in (key: key.prefix { $0 != ":" }.trimmed, value: value) }
        let within = cells.compactMap { cell -> (key: String, value: String)? in
            guard let colon = cell.firstIndex(of: ":") else { return nil }
            let value = cell[cell.index(after: colon)...].trimmed
            return value.isEmpty ? nil : (cell[..<colon].trimmed, value)
        }
        return beside + within
    }
}
