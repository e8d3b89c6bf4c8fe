/// Takes a text apart, row by row.
struct RowScanner {
    static let quote = UInt8(ascii: "\"")

    private let text: [UInt8]
    private let separator: UInt8
    private let isQuoted: Bool
    private var place = 0
    private var line = 1

    init(_ text: [UInt8], _ separator: CellSeparator, isQuoted: Bool) {
        self.text = text
        self.separator = separator.rawValue
        self.isQuoted = isQuoted
    }

    /// The next row, nil at the end.
    mutating func next() throws(DelimitedTextError) -> DelimitedRow? {
        guard place < text.count else { return nil }
        let start = line
        var cells: [String] = []
        repeat {
            guard cells.count < DelimitedTable.mostColumns else { throw .tooManyColumns(line: start) }
            cells.append(try cell())
        } while passed(separator)
        passLineEnd()
        return DelimitedRow(line: start, cells: cells)
    }

    private mutating func cell() throws(DelimitedTextError) -> String {
        guard isQuoted, place < text.count, text[place] == RowScanner.quote else {
            let plain = plainBytes()
            return String(decoding: plain, as: UTF8.self)
        }
        // Behind the closing quote nothing should stand; where something does, it belongs to the cell.
        let quoted = try quotedBytes()
        return String(decoding: quoted + plainBytes(), as: UTF8.self)
    }

    private mutating func plainBytes() -> ArraySlice<UInt8> {
        let start = place
        while place < text.count, text[place] != separator, text[place] != 0x0A, text[place] != 0x0D { place += 1 }
        return text[start..<place]
    }

    private mutating func quotedBytes() throws(DelimitedTextError) -> [UInt8] {
        let start = line
        var bytes: [UInt8] = []
        place += 1
        while place < text.count {
            let byte = text[place]
            if byte == RowScanner.quote {
                place += 1
                guard passed(RowScanner.quote) else { return bytes }
            } else if byte == 0x0A || byte == 0x0D {
                let end = place
                passLineEnd()
                bytes.append(contentsOf: text[end..<place])
                continue
            } else {
                place += 1
            }
            bytes.append(byte)
        }
        throw .openQuote(line: start)
    }

    private mutating func passed(_ byte: UInt8) -> Bool {
        guard place < text.count, text[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func passLineEnd() {
        guard place < text.count else { return }
        if passed(0x0D) { _ = passed(0x0A) } else if !passed(0x0A) { return }
        line += 1
    }
}
