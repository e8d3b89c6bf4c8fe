internal import SlateNotes

/// Which take somebody says that a clip is: scene, slate, shot and take are one statement.
///
/// Of two statements that contradict each other one counts as a whole: a scene of one and a take of the other would be
/// a take that never was.
struct TakeStatement: Hashable {
    /// The fields of which it consists.
    static let fields: [LogField] = [.scene, .slate, .shot, .take]
    /// Those that two people write alike; what is called a shot differs from desk to desk.
    private static let compared: [LogField] = [.scene, .slate, .take]

    private let said: [LogField: String]

    /// What a line of notes says.
    init(_ values: [NotedValues.Value]) {
        said = Dictionary(
            values.lazy.filter { TakeStatement.fields.contains($0.field) }.map { ($0.field, $0.text) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What counts of a row by now.
    init(_ values: LogValues) {
        said = Dictionary(
            uniqueKeysWithValues: TakeStatement.fields.compactMap { field in
                values[field].map { (field, $0) }
            })
    }

    /// What the sound roll says of a row, whether it counts or not.
    init(ofSound values: LogValues) {
        said = Dictionary(
            uniqueKeysWithValues: TakeStatement.fields.compactMap { field in
                if let value = values.all[field], value.source.origin == .soundRoll { return (field, value.text) }
                return values.others(of: field).first { $0.source.origin == .soundRoll }.map { (field, $0.text) }
            })
    }

    /// What it says of a field.
    subscript(field: LogField) -> String? { said[field] }

    /// Whether it names a take and what it is a take of.
    var isWhole: Bool { said[.take] != nil && (said[.scene] != nil || said[.slate] != nil) }

    /// Whether both speak of something and say different things of it; `03` is `3`.
    func contradicts(_ other: TakeStatement) -> Bool {
        TakeStatement.compared.contains { field in
            guard let one = said[field], let other = other.said[field], one != other else { return false }
            return SlateNumber(one) != SlateNumber(other)
        }
    }

    /// `scene 12A take 3`.
    var words: String {
        TakeStatement.fields.compactMap { field in said[field].map { "\(field.rawValue) \(NotedLine.short($0))" } }
            .joined(separator: " ")
    }
}

extension LogValues {
    /// Notes what a line of notes says of a take.
    ///
    /// A line that names another take than is known speaks of scene, slate and shot too: what others said of those that it
    /// leaves open counts no more. A line that says the same take, or only a take, leaves them as they are.
    mutating func note(_ values: [NotedValues.Value], from line: NotedLine) {
        let said = TakeStatement(values)
        if said.isWhole, isOpen(.take), said.contradicts(TakeStatement(self)) {
            for field in TakeStatement.fields where said[field] == nil && isOpen(field) { setAside(field) }
        }
        for value in values { note(value.field, value.text, line.source(value.heading)) }
    }

    /// Whether notes are believed before whoever spoke of a field.
    private func isOpen(_ field: LogField) -> Bool {
        all[field].map { !$0.source.origin.isBelieved(before: .slate) } ?? true
    }
}
