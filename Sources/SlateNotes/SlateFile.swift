internal import DelimitedText

/// A file of notes: a slate app's, a script supervisor's, a sound report.
public struct SlateFile: Sendable {
    /// The file as the person named it.
    public let place: String
    /// Its rows.
    public let notes: [SlateNote]
    /// Headings that mean nothing here, as they are written.
    public let unknownHeadings: [String]

    /// What a file is read as.
    public enum Kind: Hashable, Sendable {
        /// Notes about takes.
        case notes
        /// A list of what should be there: notes, shots with version and frames, or names alone, under one heading or
        /// under none.
        case list
    }

    /// A file is no larger: fifty thousand rows with the widest notes.
    public static let mostBytes: Int64 = 64 * 1_048_576

    /// Rows of notes: all takes of a film are some ten thousand.
    public static let mostRows = 50_000

    /// Reads a table of any encoding and separator: CSV, TSV, ALE, sound reports with lines before the headings.
    ///
    /// Headings are known by any of their names in the trade, whatever their case and punctuation. What the lines before
    /// them say of roll, day and rate holds for every row that does not say otherwise.
    public init(_ bytes: [UInt8], at place: String, as kind: Kind = .notes) throws(SlateError) {
        if SlateFile.isAvidLog(bytes) {
            try self.init(log: bytes, at: place, as: kind)
        } else if place.lowercased().hasSuffix(".ale") {
            throw SlateError(.noHeading, at: place)
        } else {
            try self.init(table: bytes, at: place, as: kind)
        }
    }

    /// Whether the first line is the word that begins every Avid log.
    private static func isAvidLog(_ bytes: [UInt8]) -> Bool {
        guard let first = try? DelimitedTable(bytes, separatedBy: .tab, isQuoted: false, first: 1).rows.first else {
            return false
        }
        let cells = first.trimmedCells
        return cells[0].lowercased() == "heading" && cells.dropFirst().allSatisfy(\.isEmpty)
    }

    private init(log bytes: [UInt8], at place: String, as kind: Kind) throws(SlateError) {
        let log: AvidLog
        do throws(AvidLogError) {
            log = try AvidLog(bytes)
        } catch {
            throw SlateError(error, at: place)
        }
        let columns = SlateColumns(log.columns.map { SlateHeading($0, in: kind) })
        let rows = SlateRows(columns, SlatePreamble(head: log.head))
        self.init(at: place, log.rows.compactMap { rows.note($0.cells, line: $0.line) }, columns)
    }

    private init(table bytes: [UInt8], at place: String, as kind: Kind) throws(SlateError) {
        let (found, names): (SlateTable?, NameList?)
        do throws(DelimitedTextError) {
            found = try SlateTable(bytes, as: kind)
            names = found == nil && kind == .list ? try NameList(bytes) : nil
        } catch {
            throw SlateError(error, at: place)
        }
        if let names {
            guard names.notes.count <= SlateFile.mostRows else { throw SlateError.tooManyRows(at: place) }
            self.init(at: place, names.notes, SlateColumns([]))
            return
        }
        guard let table = found else {
            throw SlateFile.saysNothing(bytes)
                ? SlateError.empty(at: place) : SlateError.noHeadings(at: place, in: kind)
        }
        guard !table.isCutLog else { throw SlateError(.noHeading, at: place) }
        guard table.rows.count <= SlateFile.mostRows else { throw SlateError.tooManyRows(at: place) }
        let preamble = SlatePreamble(table.preamble)
        let columns = SlateColumns(table.headings, ofSound: preamble.isOfSound || table.namesRecordings)
        let rows = SlateRows(columns, preamble)
        let headings = table.headings.map(\.text)
        let notes = table.rows.compactMap { row -> SlateNote? in
            let cells = row.trimmedCells
            // Reports of several pages have their headings on each.
            return cells == headings ? nil : rows.note(cells, line: row.line)
        }
        self.init(at: place, notes, columns)
    }

    private static func saysNothing(_ bytes: [UInt8]) -> Bool {
        PlainText(bytes).utf8.allSatisfy { [0x00, 0x09, 0x0A, 0x0D, 0x20].contains($0) }
    }

    private init(at place: String, _ notes: [SlateNote], _ columns: SlateColumns) {
        self.place = place
        self.notes = notes
        unknownHeadings = columns.headings.filter { $0.field == nil && !$0.text.isEmpty }.map(\.text)
    }
}
