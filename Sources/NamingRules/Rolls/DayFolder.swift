internal import ClipMetadata
internal import FileTree

/// A day in the name of a folder.
struct DayFolder: Hashable {
    /// Where it stands in the name.
    let range: Range<Int>
    /// As it is written.
    let text: String
    /// The day; nil where no calendar has it.
    let date: ShootDate?

    /// The first day in a name by a way of writing; nil where there is none.
    init?(_ name: ArraySlice<UInt8>, _ format: FieldType.DateField) {
        for token in DayFolder.tokens(in: name, dashed: format == .dashed) where token.count == format.length {
            let text = String(decoding: name[token], as: UTF8.self)
            let date = ShootDate(format == .short ? "20" + text : text)
            // Other numbers are no days that somebody mistyped; years of this century and the last are.
            guard date != nil || format != .short && ["19", "20"].contains(text.prefix(2)) else { continue }
            range = (token.lowerBound - name.startIndex)..<(token.upperBound - name.startIndex)
            (self.text, self.date) = (text, date)
            return
        }
        return nil
    }

    /// Stretches of digits, with dashes between them where days are written so.
    private static func tokens(in name: ArraySlice<UInt8>, dashed: Bool) -> [Range<Int>] {
        var (tokens, start) = ([Range<Int>](), name.startIndex)
        while let first = name[start...].firstIndex(where: \.isDecimal) {
            let end = name[first...].firstIndex { !$0.isDecimal && !(dashed && $0 == dash) } ?? name.endIndex
            tokens.append(first..<end)
            start = end
        }
        return tokens
    }

    /// The ways in which people write six or eight digits otherwise, and what they are called.
    static let otherOrders = ["day first", "month first"]

    /// The day in a name by an order of `otherOrders`, and where it stands.
    static func otherReadings(of name: ArraySlice<UInt8>) -> [(order: String, range: Range<Int>, date: ShootDate)] {
        tokens(in: name, dashed: false).flatMap { token -> [(String, Range<Int>, ShootDate)] in
            guard token.count == 6 || token.count == 8 else { return [] }
            let numbers = String(decoding: name[token], as: UTF8.self)
            guard let one = Int(numbers.prefix(2)), let two = Int(numbers.dropFirst(2).prefix(2)),
                let rest = Int(numbers.dropFirst(4))
            else { return [] }
            let year = token.count == 6 ? 2000 + rest : rest
            let range = (token.lowerBound - name.startIndex)..<(token.upperBound - name.startIndex)
            let readings = [
                ShootDate(year: year, month: two, day: one), ShootDate(year: year, month: one, day: two),
            ]
            return zip(otherOrders, readings).compactMap { order, date in date.map { (order, range, $0) } }
        }
    }

    private static let dash = UInt8(ascii: "-")
}

extension FieldType.DateField {
    fileprivate var length: Int { rawValue.utf8.count }

    /// A date as this way writes it.
    func text(_ date: ShootDate) -> String {
        switch self {
        case .dashed: date.metadataText
        case .long: date.metadataText.filter { $0 != "-" }
        case .short: String(date.metadataText.filter { $0 != "-" }.dropFirst(2))
        }
    }
}
