internal import DelimitedText

/// A log as a spreadsheet for people: `DAY01.xlsx`, and `DAY01_sheet.csv` for whoever wants that.
///
/// `DAY01.csv` is the name of what Resolve imports, and both may lie in one folder.
///
/// The book has the sheets "Clips", "Sound", "Exceptions" and "Rolls"; the CSV has the clips and, behind them, the sound.
/// Every cell is text, so that scene `12E3` and take `06` stay what they are and `=cmd()` is nothing but letters.
struct ExcelBook {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles {
        get throws(LogError) {
            guard !log.clips.isEmpty else { return LogFiles([]) }
            let heard = picturesBySound
            let rows = log.clips.enumerated().map {
                BookRow($1, in: log, pictures: heard[$0] ?? [], options)
            }
            let (pictures, sounds) = (rows.filter { $0.clip.kind == .picture }, rows.filter { $0.clip.kind == .sound })
            let sheets = [
                BookSheet("Clips", BookColumn.picture, pictures), BookSheet("Sound", BookColumn.sound, sounds),
                BookSheet.exceptions(log.exceptions), BookSheet.rolls(log, options),
            ]
            let book = try WorkbookFile.bytes(sheets, at: "\(options.name).xlsx")
            let files: [LogFiles.File] = [
                .init("\(options.name).xlsx", book), .init("\(options.name)_sheet.csv", table(of: pictures + sounds)),
            ]
            return LogFiles(files, of: LogFiles.Rows(log.clips), rows.flatMap(\.exceptions))
        }
    }

    /// Names of pictures by the place of the row of sound that belongs to them.
    private var picturesBySound: [Int: [String]] {
        var names: [Int: [String]] = [:]
        for clip in log.clips {
            for row in clip.sound.flatMap(\.rows) { names[row, default: []].append(clip.name) }
        }
        return names
    }

    private func table(of rows: [BookRow]) -> [UInt8] {
        var writer = DelimitedWriter(.spreadsheet)
        let columns = BookColumn.table
        writer.row(columns.map(\.heading))
        for row in rows { writer.row(columns.map { CellText($0.text(row)).text }) }
        return writer.take()
    }
}
