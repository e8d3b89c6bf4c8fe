/// One row of notes that people wrote about takes.
public struct SlateNote: Hashable, Sendable {
    /// A cell, and what its column is called.
    public struct Cell: Hashable, Sendable {
        /// What it says, without white space at its ends.
        public let text: String
        /// The heading, as it is written.
        public let heading: String

        /// Names a cell.
        public init(_ text: String, _ heading: String) {
            self.text = text
            self.heading = heading
        }
    }

    /// The line it stands on, 1 being the first.
    public let line: Int
    /// What it says; empty cells say nothing and are left out.
    public let cells: [SlateField: Cell]
    /// What it calls its clip, in all columns that name clips, the most exact first.
    public let names: [Cell]
    /// All that is written in the row, from the left, also under headings that mean nothing here.
    public let written: [Cell]

    /// Puts a row together.
    ///
    /// - Parameters:
    ///   - names: what it calls its clip; the one clip that it names when nil.
    ///   - written: all of its cells; those that say something when nil.
    public init(line: Int, cells: [SlateField: Cell], names: [Cell]? = nil, written: [Cell]? = nil) {
        self.line = line
        self.cells = cells
        self.names = names ?? cells[.clip].map { [$0] } ?? []
        self.written = written ?? SlateField.allCases.compactMap { cells[$0] }
    }

    /// What it says of a field.
    public subscript(field: SlateField) -> String? { cells[field]?.text }
}

extension SlateNote {
    /// Whether the take was circled; nil where nobody said, or where the cell cannot be understood.
    public var isCircled: Bool? {
        switch self[.circled].flatMap({ SlateTick($0) }) {
        case .yes: true
        case .no: false
        case .noGood, nil: nil
        }
    }

    /// Whether the take was marked as not good, in a column of its own or in the one for circles.
    public var isNoGood: Bool? {
        switch self[.noGood].flatMap({ SlateTick($0) }) {
        case .yes, .noGood: true
        case .no: false
        case nil: self[.circled].flatMap { SlateTick($0) } == .noGood ? true : nil
        }
    }

    /// Ticks that are neither yes nor no.
    public var refusedTicks: [Cell] {
        [.circled, .noGood].compactMap { cells[$0] }.filter { SlateTick($0.text) == nil }
    }
}
