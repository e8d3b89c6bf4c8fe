public import SlateNotes

/// Joins slate and script notes to the rows they are about.
public struct SlateJoin {
    private let files: [SlateFile]

    /// Takes files of notes, the later ones believed more.
    public init(_ files: [SlateFile]) {
        self.files = files
    }

    /// Notes on every row what people wrote of it, and lists what no row fits.
    public func join(_ log: inout EditorLog) {}
}
