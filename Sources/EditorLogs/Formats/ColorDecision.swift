/// ASC CDL as logs hold it: fixed-point numbers that all have a decimal.
///
/// Readers look for digits, a point, and digits: `1` is not seen at all and `-1.2e-05` is taken for -1.2.
/// Source: ASC CDL 1.2: slope and saturation are not negative, power is positive.
enum ColorDecision {
    /// Decimals that are written, finer than a step of 16 bits.
    private static let decimals = 6
    private static let unit = 1_000_000.0
    /// No grade comes near it, and it cannot overflow.
    private static let largest = 1_000_000.0

    /// `(s s s)(o o o)(p p p)`; nil for anything that is not nine such numbers.
    static func sop(_ text: String) -> String? {
        let triples = text.split { "()".contains($0) }.map { $0.split { " ,".contains($0) } }.filter { !$0.isEmpty }
        guard triples.count == 3, triples.allSatisfy({ $0.count == 3 }) else { return nil }
        let numbers = triples.map { $0.compactMap(number) }
        guard numbers.allSatisfy({ $0.count == 3 }), numbers[0].allSatisfy({ $0 >= 0 }),
            numbers[2].allSatisfy({ $0 > 0 })
        else { return nil }
        return numbers.map { "(\($0.map(fixed).joined(separator: " ")))" }.joined()
    }

    /// One number, not negative.
    static func saturation(_ text: String) -> String? {
        number(text[...]).flatMap { $0 >= 0 ? fixed($0) : nil }
    }

    /// Decimal digits only: Swift would read `0x1p3`, `inf` and `nan` as well.
    private static func number(_ text: Substring) -> Double? {
        guard text.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }), let number = Double(text),
            abs(number) <= largest
        else { return nil }
        return number
    }

    private static func fixed(_ number: Double) -> String {
        let units = Int((number * unit).rounded())
        let (whole, part) = (units.magnitude / UInt(unit), units.magnitude % UInt(unit))
        var digits = String(part)
        digits = String(repeating: "0", count: decimals - digits.count) + digits
        while digits.count > 1, digits.last == "0" { digits.removeLast() }
        return "\(units < 0 ? "-" : "")\(whole).\(digits)"
    }
}
