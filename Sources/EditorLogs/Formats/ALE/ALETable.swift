internal import DelimitedText

/// An ALE as it is written: pairs of the head, headings, rows of as many cells.
struct ALETable: Hashable {
    /// The pairs of the head in their order.
    let head: [Pair]
    /// The headings.
    let columns: [String]
    /// The rows.
    let rows: [[String]]

    /// A key of the head and what it says.
    struct Pair: Hashable {
        let key, value: String
    }

    /// What the head says of a key.
    func head(_ key: String) -> String? { head.first { $0.key == key }?.value }

    /// UTF-8 without a mark, every line ended by CRLF, a blank line behind the head and behind the headings.
    ///
    /// With a mark, readers lose the whole head and with it the rate. Source: Avid's log specification.
    var bytes: [UInt8] {
        var writer = DelimitedWriter(.tsv)
        writer.row(["Heading"])
        for pair in head { writer.row([pair.key, pair.value]) }
        writer.row([])
        writer.row(["Column"])
        writer.row(columns)
        writer.row([])
        writer.row(["Data"])
        for row in rows { writer.row(row) }
        return writer.take()
    }
}
