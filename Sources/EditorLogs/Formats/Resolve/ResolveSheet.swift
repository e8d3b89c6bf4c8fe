/// A log as metadata CSV for DaVinci Resolve.
struct ResolveSheet {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles { LogFiles([]) }
}
