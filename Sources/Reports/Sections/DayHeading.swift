internal import EditorLogs

/// What the page is about, and how far it may be believed.
struct DayHeading {
    private let log: EditorLog
    private let totals: DayTotals
    private let name: String

    init(_ log: EditorLog, _ totals: DayTotals, name: String) {
        (self.log, self.totals, self.name) = (log, totals, name)
    }

    func write(to page: inout HTMLWriter) {
        page.element("header") { page in
            page.element("h1", nil, name)
            page.element("p", nil, (days + [rolls, newestRecord]).joined(separator: " · "))
            page.markup(
                """
                <p>This page repeats what is on record. Making it checked no copy: <b>rushes verify</b> does.</p>
                """)
        }
        page.line()
    }

    private var days: [String] {
        guard !totals.days.isEmpty else { return [] }
        let days = totals.days.joined(separator: ", ")
        return ["Shot on \(days)"]
    }

    private var rolls: String {
        let sound = log.rolls.count { $0.isSound }
        let words = [(log.rolls.count - sound, "camera roll"), (sound, "sound roll")]
        return words.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: ", ")
    }

    /// The time of the newest record stands for a clock: the page says how old its knowledge is.
    private var newestRecord: String {
        let moments = log.rolls.flatMap { $0.copies.map(\.at) }
        return moments.max().map { "Newest record of \($0.moment)" } ?? "No copy is on record"
    }
}

extension String {
    /// `2026-03-12T19:00:00Z` as people read it; anything else as it is.
    var moment: String {
        let parts = split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, last == "Z" else { return self }
        return "\(parts[0]) \(parts[1].dropLast()) UTC"
    }
}
