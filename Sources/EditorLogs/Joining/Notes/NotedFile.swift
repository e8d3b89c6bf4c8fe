internal import SlateNotes

/// What is to be said of a file of notes as a whole.
struct NotedFile {
    private let file: SlateFile

    init(_ file: SlateFile) {
        self.file = file
    }

    /// Its name without its folders.
    static func name(_ file: SlateFile) -> String {
        file.place.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? file.place
    }

    /// Columns that mean nothing here, and days that cannot be.
    var exceptions: [LogException] {
        let columns = NotedFile.columns(filled(file.unknownHeadings))
        let unknown = columns.map { columns in
            LogException(
                .unknownColumn,
                "\(NotedFile.name(file)): what \(columns) may mean is not known here, so nothing of that is used.",
                nextStep: "A column that says scene, take, circled or notes should be called so.")
        }
        return [unknown].compactMap { $0 } + refusedDays
    }

    /// Those of headings under which something is written.
    func filled(_ headings: [String]) -> [String] {
        guard !headings.isEmpty else { return [] }
        var filled: Set<String> = []
        for note in file.notes { for cell in note.written { filled.insert(cell.heading) } }
        return headings.filter(filled.contains)
    }

    /// Columns that a sentence names.
    private static let mostNamed = 8

    /// `the column “Foo”`, `the columns “Foo”, “Bar” and 3 more`; nil where there are none.
    static func columns(_ headings: [String]) -> String? {
        guard !headings.isEmpty else { return nil }
        let named = headings.prefix(mostNamed).map { "“\(NotedLine.short($0))”" }.joined(separator: ", ")
        let more = headings.count - mostNamed
        return "the column\(headings.count == 1 ? "" : "s") \(named)\(more > 0 ? " and \(more) more" : "")"
    }

    /// Dates that are no day, each told once: a report may have one for all of its rows.
    private var refusedDays: [LogException] {
        var told: Set<String> = []
        return file.notes.compactMap { note in
            guard let cell = note.cells[.date], !told.contains(cell.text), NotedPlace.days(cell.text).isEmpty else {
                return nil
            }
            told.insert(cell.text)
            return NotedLine(file, note, .slate).refused("\(cell.heading) “\(NotedLine.short(cell.text))” is no day")
        }
    }
}
