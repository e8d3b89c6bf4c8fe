/// A sheet of a spreadsheet: rows of text under headings.
struct BookSheet {
    /// A heading and the width of its column in characters.
    typealias Heading = (text: String, width: Double)

    let name: String
    let headings: [Heading]
    let rows: [[String]]

    init(_ name: String, _ columns: [BookColumn], _ rows: [BookRow]) {
        self.name = name
        headings = columns.map { ($0.heading, $0.width) }
        self.rows = rows.map { row in columns.map { $0.text(row) } }
    }

    private init(_ name: String, headings: [Heading], rows: [[String]]) {
        (self.name, self.headings, self.rows) = (name, headings, rows)
    }

    /// What somebody should look at.
    static func exceptions(_ exceptions: [LogException]) -> BookSheet {
        BookSheet(
            "Exceptions",
            headings: [("What", 18), ("Roll", 24), ("Clip", 28), ("Finding", 70), ("What to do", 50)],
            rows: exceptions.map { [$0.code.rawValue, $0.roll, $0.clip, $0.sentence, $0.nextStep] })
    }

    /// A row for each copy of each roll, and one for a roll that has none on record.
    static func rolls(_ log: EditorLog, _ options: LogOptions) -> BookSheet {
        let clips = Dictionary(grouping: log.clips, by: \.roll)
        return BookSheet(
            "Rolls",
            headings: [
                ("Roll", 24), ("Kind", 9), ("Card", 18), ("Folder", 40), ("Clips", 8), ("Copy", 40), ("Evidence", 28),
                ("Record", 40), ("Recorded", 22),
            ],
            rows: log.rolls.enumerated().flatMap { place, roll in
                rows(of: roll, clips[place] ?? [], folder: options.map.path(roll.folder) ?? "")
            })
    }

    private static func rows(of roll: LoggedRoll, _ clips: [LoggedClip], folder: String) -> [[String]] {
        let known = [roll.path, roll.isSound ? "sound" : "picture", roll.title, folder, String(clips.count)]
        guard !roll.copies.isEmpty else { return [known + ["", "", "", ""]] }
        return roll.copies.enumerated().map { place, copy in
            known + [copy.path, evidence(of: place, clips), copy.record, copy.at]
        }
    }

    /// `12 proved, 1 failed`, the best first.
    private static func evidence(of copy: Int, _ clips: [LoggedClip]) -> String {
        var counts: [CopyEvidence: Int] = [:]
        for clip in clips { counts[copy < clip.evidence.count ? clip.evidence[copy] : .none, default: 0] += 1 }
        return CopyEvidence.allCases.reversed().compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }
            .joined(separator: ", ")
    }
}
