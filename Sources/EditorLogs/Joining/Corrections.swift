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

    /// Notes the corrected timecodes, lengths, rates and days alone, so that sound is joined by them; lists nothing.
    public func applyTimes(to log: inout EditorLog) {
        _ = apply(to: &log) { CorrectedValue.times.contains($0) }
    }

    /// Notes the corrections, and lists those that no row fits.
    ///
    /// What is said of a recording of sound also reaches the pictures that carry it, unless they are corrected themselves.
    public func apply(to log: inout EditorLog) {
        let exceptions = apply(to: &log) { _ in true }
        log.exceptions += exceptions
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
        write(found, CarriedSound(log.clips), &log)
        return exceptions
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

    /// Sound first: what a picture's own row says counts more than what its sound's row says.
    private func write(_ found: [Found], _ carried: CarriedSound, _ log: inout EditorLog) {
        let isSound: (Found) -> Bool = { found in found.rows.contains { log.clips[$0].kind == .sound } }
        for row in found.filter(isSound) {
            let ofTake = row.values.filter { LogField.written.contains($0.field) }
            Corrections.note(ofTake, carried.pictures(of: row.rows), row.line, &log)
        }
        for row in found { Corrections.note(row.values, row.rows, row.line, &log) }
    }

    private static func note(
        _ values: [CorrectedValue], _ rows: [Int], _ line: NotedLine, _ log: inout EditorLog
    ) {
        for row in rows {
            var all = log.clips[row].values
            for value in values { all.note(value.field, value.text, line.source(value.heading)) }
            log.clips[row].values = all
        }
    }
}
