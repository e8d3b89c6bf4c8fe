internal import SlateNotes

/// What the lines of one file say of each row, put together before anything is written: a row is written once, however
/// many lines are about it.
struct NotedRows {
    /// A line of notes that found its row.
    struct Said {
        let line: NotedLine
        let values: NotedValues
        /// Whether it is about the row itself and not about the sound that it carries.
        let isOwn: Bool
    }

    private var said: [Int: [Said]] = [:]

    /// Takes a line about rows, and about pictures that carry them.
    mutating func add(_ values: NotedValues, _ line: NotedLine, rows: [Int], carrying pictures: [Int]) {
        for row in rows { said[row, default: []].append(Said(line: line, values: values, isOwn: true)) }
        for row in pictures { said[row, default: []].append(Said(line: line, values: values, isOwn: false)) }
    }

    /// Writes all on the rows, and lists once what contradicts the sound roll or another line.
    func write(on log: inout EditorLog) {
        var told: Set<String> = []
        for (row, lines) in said.sorted(by: { $0.key < $1.key }) {
            let clip = log.clips[row]
            for exception in [
                NotedRows.contradiction(lines.map { ($0.line, $0.values.ofTake) }, on: clip),
                NotedRows.disagreement(lines, on: clip),
            ] {
                guard let exception, told.insert(exception.sentence).inserted else { continue }
                log.exceptions.append(exception)
            }
            var values = clip.values
            for said in lines {
                values.note(said.values.ofTake, from: said.line)
                guard said.isOwn, clip.kind == .picture else { continue }
                for value in said.values.ofCamera {
                    values.fill(value.field, value.text, said.line.source(value.heading))
                }
            }
            log.clips[row].values = values
        }
    }

    /// The line that counts names another take than the sound roll does.
    private static func disagreement(_ lines: [Said], on clip: LoggedClip) -> LogException? {
        let sound = TakeStatement(ofSound: clip.values)
        guard let last = lines.last(where: { !TakeStatement($0.values.ofTake).words.isEmpty }),
            TakeStatement(last.values.ofTake).contradicts(sound)
        else { return nil }
        return last.line.disagrees(withSound: sound.words, on: clip)
    }

    /// Two lines of a file say different things of one field of a row: the first such pair.
    static func contradiction(
        _ lines: [(line: NotedLine, values: [NotedValues.Value])], on clip: LoggedClip
    ) -> LogException? {
        guard lines.count > 1 else { return nil }
        var first: [LogField: (line: NotedLine, value: NotedValues.Value)] = [:]
        for (line, values) in lines {
            for value in values {
                guard let known = first[value.field] else {
                    first[value.field] = (line, value)
                    continue
                }
                guard differ(known.value, value) else { continue }
                return line.contradicts(
                    known.line, "\(known.value.heading) “\(NotedLine.short(known.value.text))”",
                    "“\(NotedLine.short(value.text))”", of: lines.count, on: clip)
            }
        }
        return nil
    }

    private static func differ(_ one: NotedValues.Value, _ other: NotedValues.Value) -> Bool {
        guard one.text != other.text else { return false }
        return !TakeStatement.fields.contains(one.field) || SlateNumber(one.text) != SlateNumber(other.text)
    }
}
