public import EditorLogs
internal import NamingRules

/// The day on one page: HTML that holds all it needs, and asks nobody for anything.
///
/// It opens with what somebody should look at; then what was shot, clips by scene, sound, rasters and rates, and the
/// copies with what is on record of each. The same log and pictures always give the same bytes: there is no clock in it.
public struct DayReport: Sendable {
    /// What is told.
    public let log: EditorLog
    /// What the page is called; nil for the days of shooting.
    public let title: String?
    /// Pictures of the clips.
    public let pictures: DayPictures

    /// What is to be said of the names of its rolls.
    public let names: [RollNames]

    /// Takes a log, and pictures and names where they were looked for.
    public init(
        _ log: EditorLog, title: String? = nil, pictures: DayPictures = DayPictures(), names: [RollNames] = []
    ) {
        (self.log, self.title, self.pictures, self.names) = (log, title, pictures, names)
    }

    /// How many things the page opens with that somebody should look at.
    public var exceptionCount: Int { exceptions.count + names.reduce(0) { $0 + $1.names.count } }

    private var exceptions: [LogException] { log.exceptions + DoubledReels(in: log).exceptions }

    /// The page, in UTF-8.
    public var bytes: [UInt8] {
        let totals = DayTotals(log)
        let name = title ?? totals.title
        var page = HTMLWriter()
        PageFrame.begin(name, &page)
        DayHeading(log, totals, name: name).write(to: &page)
        ExceptionSection(exceptions, remarks: pictures.remarks).write(to: &page)
        NameSection(names).write(to: &page)
        TotalsSection(totals).write(to: &page)
        SceneSection(log, pictures).write(to: &page)
        SoundSection(log).write(to: &page)
        FormatSection(log).write(to: &page)
        RollSection(log).write(to: &page)
        PageFrame.end(&page)
        return page.bytes
    }
}

extension DayTotals {
    /// What the page is called where nobody said: `Rushes of 2026-03-12`.
    fileprivate var title: String {
        guard let first = days.first, let last = days.last else { return "Rushes" }
        return first == last ? "Rushes of \(first)" : "Rushes of \(first) to \(last)"
    }
}
