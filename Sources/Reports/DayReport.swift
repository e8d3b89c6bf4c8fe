public import EditorLogs

/// The day on one page.
public struct DayReport: Sendable {
    /// What is told.
    public let log: EditorLog
    /// What the page is called.
    public let title: String

    /// Takes a log.
    public init(_ log: EditorLog, title: String) {
        self.log = log
        self.title = title
    }
}
