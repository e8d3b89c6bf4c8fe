internal import DelimitedText

extension SlateError {
    /// What keeps bytes from being a table.
    init(_ error: DelimitedTextError, at place: String) {
        switch error {
        case .openQuote:
            self.init(
                .damaged, at: place, "It cannot be read as a table: \(error).",
                nextStep: "Close the quote, or export the table again.")
        case .tooLarge, .tooManyColumns, .tooManyCells:
            self.init(
                .beyondLimits, at: place, "It cannot be read as a table of notes: \(error).",
                nextStep: "Name the file with the notes, or export fewer columns.")
        }
    }

    /// What keeps bytes from being an Avid log.
    init(_ error: AvidLogError, at place: String) {
        switch error {
        case .table(let error): self.init(error, at: place)
        case .tooManyRows:
            self.init(
                .beyondLimits, at: place, "It cannot be read as an Avid log: \(error).", nextStep: "Split it in two.")
        case .noHeading, .noColumns, .noData:
            self.init(
                .damaged, at: place, "It cannot be read as an Avid log: \(error).",
                nextStep: "Export the log again, or save its table as CSV with the headings in the first row.")
        }
    }

    /// Nothing is written in it.
    static func empty(at place: String) -> SlateError {
        SlateError(.noHeadings, at: place, "It is empty.", nextStep: "Export it again, or name another file.")
    }

    /// No row says what the columns are.
    static func noHeadings(at place: String, in kind: SlateFile.Kind) -> SlateError {
        let headings =
            switch kind {
            case .notes: "File Name, or Scene and Take, or Camera Roll and Start TC"
            case .list: "Roll, or File Name, or Scene and Take, or Shot, Version, First and Last"
            }
        let orNames = kind == .list ? ", or one name of a roll or file a line and nothing else" : ""
        return SlateError(
            .noHeadings, at: place, "None of its first \(SlateTable.mostPreamble) rows says what its columns are.",
            nextStep: "Give it a row of headings: \(headings)\(orNames).")
    }

    /// There are more rows than takes in any film.
    static func tooManyRows(at place: String) -> SlateError {
        SlateError(
            .beyondLimits, at: place, "It has more than \(SlateFile.mostRows) rows below its headings.",
            nextStep: "Split it in two.")
    }
}
