/// A log as Avid Log Exchange.
struct ALELog {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles { LogFiles([]) }
}
