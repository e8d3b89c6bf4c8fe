/// A log as a spreadsheet.
struct ExcelBook {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles {
        get throws(LogError) { LogFiles([]) }
    }
}
