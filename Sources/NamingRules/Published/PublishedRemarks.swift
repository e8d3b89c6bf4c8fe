/// What a person should know of a comparison with what was published.
enum PublishedRemarks {
    /// How files were compared.
    struct Counts {
        /// So many were read.
        var read = 0
        /// Of so many a history's checksum stood for the content.
        var trusted = 0
        /// So many have the size and the time that histories list.
        var bySizeAndTime = 0
        /// So many lie where nobody could look.
        var unseen = 0
    }

    /// A sentence for each that is not zero.
    ///
    /// - Parameters:
    ///   - idle: the rules that had nothing to compare with.
    ///   - request: the ledger that was named; nil where none was.
    static func all(_ counts: Counts, idle: [String], _ request: LedgerRequest?) -> [String] {
        let ledger =
            switch request?.isRecording {
            case nil: "no ledger (--ledger) and no ASC MHL history says what was published"
            case true?: "the ledger is new, and no ASC MHL history says what was published"
            case false?: "the ledger is empty, and no ASC MHL history says what was published"
            }
        var remarks = idle.map { "Rule \($0) had nothing to compare with: \(ledger)." }
        if counts.read > 0 { remarks.append("\(files(counts.read)) read and compared with what was published.") }
        if counts.trusted > 0 {
            remarks.append("\(files(counts.trusted)) compared by the checksum of a history: size and time still hold.")
        }
        if counts.bySizeAndTime > 0 {
            remarks.append("\(files(counts.bySizeAndTime)) compared with a history by size and time, and not read.")
        }
        if counts.unseen > 0 {
            remarks.append("\(files(counts.unseen)) published in folders that could not be read, and not compared.")
        }
        return remarks
    }

    /// What is said where a folder has histories and only a ledger was asked for.
    static let noHistories =
        "The ASC MHL histories in the folder were not compared: a rule of the type immutable compares them as well."

    private static func files(_ count: Int) -> String { count == 1 ? "1 file was" : "\(count) files were" }
}
