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

    /// Puts a row together.
    public init(line: Int, cells: [SlateField: Cell]) {
        self.line = line
        self.cells = cells
    }

    /// What it says of a field.
    public subscript(field: SlateField) -> String? { cells[field]?.text }
}
