extension EditorLog {
    /// So many rows are told by name, no more: a sentence has to be read.
    private static let mostNamed = 20

    /// The names of rows, for people: the first twenty, and how many more.
    func names(of rows: [Int]) -> String {
        let more = rows.count - EditorLog.mostNamed
        return rows.prefix(EditorLog.mostNamed).map { clips[$0].name }.joined(separator: ", ")
            + (more > 0 ? " … and \(more) more" : "")
    }

    /// Says the same of rows of one roll: of one row by its name, of several once for their roll.
    func exception(
        _ code: LogException.Code, of rows: [Int], one: String, several: String, nextStep: String
    ) -> LogException {
        let roll = rows.first.map { self.roll(of: clips[$0]).path } ?? ""
        guard let row = rows.first, rows.count == 1 else {
            return LogException(code, roll: roll, several, nextStep: nextStep)
        }
        return LogException(code, roll: roll, clip: clips[row].name, one, nextStep: nextStep)
    }
}
