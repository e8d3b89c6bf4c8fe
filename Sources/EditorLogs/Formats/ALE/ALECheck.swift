internal import MediaTime

/// What is wrong with a log before it is written: nobody sees in Avid that a timecode is wrong.
///
/// Source: Avid's log specification, and what its readers were seen to take for something else.
struct ALECheck {
    /// One thing that is wrong.
    struct Fault: Hashable {
        /// The row's place; nil where it is the whole log.
        let row: Int?
        /// What, as a clause.
        let clause: String
    }

    /// What is wrong; empty for a good log.
    let faults: [Fault]

    /// Looks at a log.
    init(_ table: ALETable) {
        let rows = ALERowCheck(table)
        var names: Set<[String]> = []
        faults =
            ALECheck.clauses(of: table).map { Fault(row: nil, clause: $0) }
            + table.rows.enumerated().flatMap { place, row in
                rows.clauses(of: row, &names).map { Fault(row: place, clause: $0) }
            }
    }

    private static func clauses(of table: ALETable) -> [String] {
        let columns = table.columns
        let isTimed = columns.contains(ALEColumn.duration.rawValue)
        let good: [(Bool, String)] = [
            (table.head("FIELD_DELIM") == "TABS", "the head does not say that tabs part the cells"),
            (
                Set(table.head.map(\.key)).count == table.head.count,
                "the head says something twice"
            ),
            (!isTimed || ALERowCheck.rate(table) != nil, "the head has no rate that logs can have"),
            (Set(columns.map { $0.lowercased() }).count == columns.count, "two columns have one name"),
            (columns.count <= ALEColumn.most, "it has more than \(ALEColumn.most) columns"),
            (columns.allSatisfy { !$0.isBlank && $0.isOneCell }, "a column has no name, or one of several lines"),
            (
                columns.allSatisfy { $0.count <= ALEColumn.longestName },
                "a column's name is longer than \(ALEColumn.longestName) characters"
            ),
            (
                ALEColumn.required.allSatisfy { columns.contains($0.rawValue) },
                "it lacks a column that Avid asks for"
            ),
        ]
        return good.filter { !$0.0 }.map(\.1)
    }
}

/// What is wrong with one row.
private struct ALERowCheck {
    private let columns: [String]
    private let places: [String: Int]
    private let rate: FrameRate?

    init(_ table: ALETable) {
        columns = table.columns
        places = Dictionary(table.columns.enumerated().map { ($1, $0) }) { first, _ in first }
        rate = ALERowCheck.rate(table)
    }

    /// The rate of the head.
    static func rate(_ table: ALETable) -> FrameRate? {
        table.head("FPS").flatMap { FrameRate($0) }.flatMap { FrameRate.logged.contains($0) ? $0 : nil }
    }

    func clauses(of row: [String], _ names: inout Set<[String]>) -> [String] {
        guard row.count == columns.count else { return ["it has \(row.count) cells and not \(columns.count)"] }
        let cell = { (column: ALEColumn) in places[column.rawValue].map { row[$0] } ?? "" }
        let isNew = names.insert([.tape, .start, .name].map(cell)).inserted
        let isTimed = places[ALEColumn.duration.rawValue] != nil
        let good: [(Bool, String)] = [
            (row.allSatisfy(\.isOneCell), "it has control characters or line ends"),
            (!cell(.name).isBlank, "it has no name"),
            (!cell(.tracks).isBlank, "it has no tracks"),
            (!cell(.tape).isBlank || !cell(.sourceFile).isBlank, "it has neither Tape nor Source File"),
            (isNew, "another row has the same Name, Tape and Start"),
            (isOneRate(cell(.rate)), "its FPS is not that of the head"),
            (
                isTimed || cell(.start).isEmpty && cell(.end).isEmpty,
                "it has timecode in a log that has none"
            ),
        ]
        return good.filter { !$0.0 }.map(\.1) + (isTimed ? times(cell) : [])
    }

    private func isOneRate(_ text: String) -> Bool {
        guard let rate, !text.isEmpty else { return true }
        return FrameRate(text) == rate
    }

    /// Whether start, end and length are timecodes that exist, and agree.
    private func times(_ cell: (ALEColumn) -> String) -> [String] {
        guard let rate else { return [] }
        func read(_ column: ALEColumn) -> Timecode? { exact(cell(column), Timecode(cell(column), rate: rate)) }
        guard let start = read(.start), let end = read(.end) else {
            return ["its Start or End is no timecode of \(rate.decimalText) frames a second"]
        }
        guard let duration = exact(cell(.duration), Timecode(cell(.duration), base: TimecodeBase(rate))) else {
            return ["its Duration is no count of frames"]
        }
        let rest: [ALEColumn] = [.soundTimecode, .auxiliaryTimecode]
        let good: [(Bool, String)] = [
            (start != end, "it has no frame, or a whole day of them"),
            (start.frames(until: end) == duration.frame, "its Start, End and Duration do not agree"),
            (
                rest.allSatisfy { cell($0).isEmpty || read($0)?.base == start.base },
                "its Sound TC or Auxiliary TC1 counts in another way"
            ),
        ]
        return good.filter { !$0.0 }.map(\.1)
    }

    /// A timecode that is written as it should be.
    private func exact(_ text: String, _ timecode: Timecode?) -> Timecode? {
        timecode.flatMap { "\($0)" == text ? $0 : nil }
    }
}
