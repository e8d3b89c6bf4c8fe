public import SlateNotes

/// A list of what should be there: a camera report, a sound report, a list of rolls or files, a pull list.
///
/// ```swift
/// let day = try ExpectedDay(file: "reports/day_12.csv")
/// let comparison = day.compare(with: NamedTree(tree), called: "DAY_12")
/// ```
///
/// A row expects the most exact thing that it names: a clip's name, a clip's number on its roll, a shot with its version
/// and frames, a take where names of recordings tell takes, a roll. Names are compared by whole words, without case and
/// without zeros before numbers; an extension may be left out.
public struct ExpectedDay: Sendable {
    /// The list as the person named it.
    public let place: String
    /// The lines of rows that name nothing, as rows of totals do; the first of them.
    public let silentLines: [Int]
    /// How many such rows there are.
    public let silentCount: Int
    /// The rows whose frames cannot be.
    let doubtful: DoubtfulFrames
    /// The rows that name takes of pictures, whose names tell none: only their rolls are looked for.
    let pictureTakes: ExpectedLines
    /// What it expects.
    let index: ExpectedIndex

    /// So many lines are named in a remark.
    private static let mostLines = 5

    /// Takes a list that was read.
    ///
    /// - Throws: where no row names anything.
    public init(_ file: SlateFile) throws(CheckArgumentError) {
        place = file.place
        var index = ExpectedIndex()
        var silent: [Int] = []
        var doubtful = DoubtfulFrames()
        var pictureTakes = ExpectedLines()
        for note in file.notes {
            let row = ExpectedRow(note)
            if row.namesPictureTake { pictureTakes.add(note.line) }
            if let doubt = row.doubt { doubtful.add(doubt, line: note.line) }
            if !index.add(row, line: note.line) { silent.append(note.line) }
        }
        guard !index.asked.isEmpty else {
            throw CheckArgumentError(
                .notUnderstood, at: file.place, "None of its rows names a clip, a shot, a take or a roll.",
                nextStep:
                    "Give it a row of headings: Roll, or File Name, or Scene and Take, or Shot, Version, First and "
                    + "Last.")
        }
        (self.index, self.doubtful, self.pictureTakes) = (index, doubtful, pictureTakes)
        (silentLines, silentCount) = (Array(silent.prefix(ExpectedDay.mostLines)), silent.count)
    }
}
