public import SlateNotes

/// Joins slate and script notes, and sound reports, to the rows they are about.
///
/// A note finds its rows by the clip's name; else by roll or camera and the clip's number; else by its timecode, on
/// every camera that ran meanwhile; else by scene or slate and take, where sound or sidecars said them; else, where a file
/// says no more than roll and take, by the order of shooting. What is said of a recording of sound also reaches the
/// pictures that carry it. A way that fits several clips is taken for none.
///
/// Scene, slate and take are one statement: a line that names another take than the sound roll is believed as a whole, and
/// the disagreement is listed; so are lines of one file that contradict each other, of which the last counts.
public struct SlateJoin {
    private let files: [SlateFile]

    /// Takes files of notes, the later ones believed more.
    public init(_ files: [SlateFile]) {
        self.files = files
    }

    /// Notes on every row what people wrote of it, and lists what no row fits.
    ///
    /// What a later file says counts more than what an earlier one says, and both less than a correction.
    public func join(_ log: inout EditorLog) {
        guard !files.isEmpty else { return }
        let carried = CarriedSound(log.clips)
        var matcher = NoteMatcher(log)
        for file in files {
            matcher.learn(log.clips)
            join(file, matcher, carried, &log)
        }
    }

    private func join(_ file: SlateFile, _ matcher: NoteMatcher, _ carried: CarriedSound, _ log: inout EditorLog) {
        log.exceptions += NotedFile(file).exceptions
        let order = ShootingOrder(matcher).matches(file.notes)
        var noted = NotedRows()
        for (place, note) in file.notes.enumerated() {
            let line = NotedLine(file, note, .slate)
            var match = matcher.match(note)
            let isByOrder = match.isUnmatched && order[place] != nil
            if isByOrder, let ordered = order[place] { match = ordered }
            switch match {
            case .unmatched(let why): log.exceptions += line.refusals(matcher.running.bases) + [line.unmatched(why)]
            case .rows(let rows):
                log.exceptions += line.refusals(of: rows.map { matcher.clips[$0] }, matcher.running.bases)
                noted.add(
                    NotedValues(note), isByOrder ? line.byOrder : line, rows: rows, carrying: carried.pictures(of: rows)
                )
            }
        }
        noted.write(on: &log)
    }
}
