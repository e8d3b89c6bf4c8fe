extension LogFormat {
    /// The log in this form; the same log always gives the same bytes.
    public func files(_ log: EditorLog, _ options: LogOptions) throws(LogError) -> LogFiles {
        switch self {
        case .ale: ALELog(log, options).files
        case .resolve: ResolveSheet(log, options).files
        case .excel: try ExcelBook(log, options).files
        case .fcpxml: FinalCutLog(log, options).files
        case .premiere: PremiereLog(log, options).files
        case .edl: CutList(log, options).files
        case .otio: TimelineBin(log, options).files
        case .json: LogDocument(log, options).files
        }
    }
}
