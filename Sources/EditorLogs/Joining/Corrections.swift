public import SlateNotes

/// Corrections by hand: they are believed before everybody.
///
/// A row names a clip or a file of the log in a column such as `Clip` or `File Name`, and its roll in `Roll` where several
/// have that name. Every other column is a field to correct: by any heading that slate notes may have, or by the name that
/// the field has in JSON: `start_tc`, `reel`, `iso`. An empty cell corrects nothing.
public struct Corrections {
    private let file: SlateFile

    /// Takes a file of corrections, whose rows name clips.
    public init(_ file: SlateFile) {
        self.file = file
    }

    /// Says so where none of its columns can correct anything: a heading that is not known would correct nothing in silence.
    public func check() throws(LogError) {
        let isNaught = !file.notes.contains { !CorrectedValue.all(of: $0).isEmpty }
        guard isNaught, let columns = NotedFile.columns(unknownColumns) else { return }
        throw LogError(
            .notUnderstood, at: file.place, "It corrects nothing: no field is called like \(columns).",
            nextStep: Corrections.howFieldsAreCalled)
    }

    private static let howFieldsAreCalled =
        "Call a column by the field that it corrects: scene, take, circled, notes, reel, start_tc, project_fps."

    /// Headings that name neither a clip nor a field; the end follows from start and length.
    private var unknownColumns: [String] {
        let ends = file.notes.lazy.compactMap { $0.cells[.end]?.heading }.first.map { [$0] } ?? []
        return (file.unknownHeadings + ends).filter { CorrectedValue.field(named: $0) == nil }
    }

    private var refusedColumns: [LogException] {
        let columns = NotedFile.columns(NotedFile(file).filled(unknownColumns))
        return [columns].compactMap { $0 }.map { columns in
            LogException(
                .correctionRefused,
                "\(NotedFile.name(file)): no field is called like \(columns), so nothing is corrected by them.",
                nextStep: Corrections.howFieldsAreCalled)
        }
    }

    /// Notes the corrected timecodes, lengths, rates and days alone, so that sound is joined by them; lists nothing.
    public func applyTimes(to log: inout EditorLog) {
        _ = apply(to: &log) { CorrectedValue.times.contains($0) }
    }

    /// Notes the corrections, and lists those that no row fits.
    ///
    /// What is said of a recording of sound also reaches the pictures that carry it, unless they are corrected themselves.
    public func apply(to log: inout EditorLog) {
        let exceptions = apply(to: &log) { _ in true }
        log.exceptions += refusedColumns + exceptions
    }

    /// A row of the file that found its clip.
    private struct Found {
        let line: NotedLine
        let rows: [Int]
        let values: [CorrectedValue]
    }

    /// Notes corrections of some fields, and tells which cannot be made.
    private func apply(to log: inout EditorLog, _ isMeant: (LogField) -> Bool) -> [LogException] {
        let matcher = NoteMatcher(log)
        var exceptions: [LogException] = []
        var found: [Found] = []
        for note in file.notes {
            let line = NotedLine(file, note, .correction)
            exceptions += line.refusedTicks
            switch matcher.byName(Corrections.naming(note), NotedPlace(note)) ?? .unmatched("it names no clip") {
            case .unmatched(let why): exceptions.append(line.unmatched(why))
            case .rows(let rows):
                let clips = rows.map { matcher.clips[$0] }
                let (values, refused) = checked(note, clips, line, isMeant)
                exceptions += refused
                found.append(Found(line: line, rows: rows, values: values))
            }
        }
        return exceptions + write(found, CarriedSound(log.clips), &log)
    }

    /// A row as far as it names its clip: a column `reel` says what the reel should be.
    private static func naming(_ note: SlateNote) -> SlateNote {
        SlateNote(line: note.line, cells: [:], names: note.names)
    }

    /// The values in the form of the log, and what cannot be on these rows.
    private func checked(
        _ note: SlateNote, _ clips: [LoggedClip], _ line: NotedLine, _ isMeant: (LogField) -> Bool
    ) -> ([CorrectedValue], [LogException]) {
        let rate = note[.rate].flatMap { SlateRate($0) }
        var values: [CorrectedValue] = []
        var refused: [LogException] = []
        for value in CorrectedValue.all(of: note) where isMeant(value.field) {
            do throws(CorrectedValue.Refusal) {
                values.append(try value.checked(on: clips, rate: rate))
            } catch {
                refused.append(line.refused(error.why, on: clips.first))
            }
        }
        return (values, refused)
    }

    /// What a row of the file sets on a row of the log.
    private struct Said {
        let line: NotedLine
        let values: [CorrectedValue]
        /// Whether it names the row itself and not the sound that it carries.
        let isOwn: Bool
    }

    /// Sound first: what a picture's own row says counts more than what its sound's row says.
    ///
    /// Tells of rows that contradict each other, of which the last counts.
    private func write(_ found: [Found], _ carried: CarriedSound, _ log: inout EditorLog) -> [LogException] {
        var said: [Int: [Said]] = [:]
        for row in found where row.rows.contains(where: { log.clips[$0].kind == .sound }) {
            let ofTake = row.values.filter { LogField.written.contains($0.field) }
            for picture in carried.pictures(of: row.rows) {
                said[picture, default: []].append(Said(line: row.line, values: ofTake, isOwn: false))
            }
        }
        for found in found {
            for row in found.rows {
                said[row, default: []].append(Said(line: found.line, values: found.values, isOwn: true))
            }
        }
        return said.sorted { $0.key < $1.key }.compactMap { row, said in
            // Each row is written once: its timecode is read again whenever it is.
            var all = log.clips[row].values
            for said in said {
                for value in said.values { all.note(value.field, value.text, said.line.source(value.heading)) }
            }
            log.clips[row].values = all
            let own = said.filter(\.isOwn).map { said in (said.line, said.values.map(\.noted)) }
            return NotedRows.contradiction(own, on: log.clips[row])
        }
    }
}
