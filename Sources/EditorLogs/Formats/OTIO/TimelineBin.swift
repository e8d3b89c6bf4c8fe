/// A log as an OpenTimelineIO bin.
struct TimelineBin {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles { LogFiles([]) }
}
