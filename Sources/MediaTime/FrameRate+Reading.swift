extension FrameRate {
    /// Decimals of a rate that are looked at: 24000/1001 in double precision agrees with itself in so many.
    private static let decimals = 6

    /// Reads `25`, `24000/1001`, `23.976`, `025.000`; nil for anything else, and for rates that do not exist.
    ///
    /// A decimal number, and a fraction over a power of ten as some recorders write it (`23976/1000`), is taken for
    /// the pulled-down rate that it abbreviates: 24000/1001 for 23.976, 23.98 and 23.97. Whole fractions are exact.
    public init?(_ text: String) {
        let text = text.utf8.trimmed
        if let slash = text.firstIndex(of: UInt8(ascii: "/")) {
            guard let above = Int(digits: text[..<slash]), let below = Int(digits: text[text.index(after: slash)...])
            else { return nil }
            if let places = FrameRate.places(below) {
                self.init(above, tenths: places)
            } else {
                self.init(above, over: below)
            }
            return
        }
        let point = text.firstIndex(of: UInt8(ascii: ".")) ?? text.endIndex
        guard let whole = Int(digits: text[..<point]), whole <= FrameRate.fastest else { return nil }
        let rest = text[point...].dropFirst()
        guard point == text.endIndex || !rest.isEmpty, let part = FrameRate.millionths(rest) else { return nil }
        self.init(whole * 1_000_000 + part, tenths: FrameRate.decimals)
    }

    /// The rate that a program keeps as a number: 23.976 and 23.976023976 are both 24000/1001.
    public init?(nearest value: Double) {
        guard value > 0, value <= Double(FrameRate.fastest) else { return nil }
        self.init(Int((value * 1_000_000).rounded()), tenths: FrameRate.decimals)
    }

    /// A decimal number: `mantissa` with so many places behind the point.
    private init?(_ mantissa: Int, tenths places: Int) {
        var (mantissa, places) = (mantissa, places)
        while places > 0, mantissa % 10 == 0 { (mantissa, places) = (mantissa / 10, places - 1) }
        let unit = FrameRate.powersOfTen[places]
        guard mantissa > 0, mantissa / unit <= FrameRate.fastest else { return nil }
        // One place is too few to tell: 23.9 is not written for 23.976, and 24.0 is 24.
        if places >= 2, let pulled = FrameRate.pulledDown(mantissa, unit) {
            self = pulled
        } else {
            self.init(mantissa, over: unit)
        }
    }

    /// The pulled-down rate that gives this decimal number when it is rounded, or cut off, at its last place.
    ///
    /// Only multiples of 24 and 30 are slowed that way: 23.976, 29.97, 47.952, 59.94, 71.928, 119.88.
    private static func pulledDown(_ mantissa: Int, _ unit: Int) -> FrameRate? {
        let nominal = (mantissa * 1001 + unit * 500) / (unit * 1000)
        guard nominal > 0, nominal <= fastest, nominal % 24 == 0 || nominal % 30 == 0 else { return nil }
        let exact = nominal * 1000 * unit
        guard exact / 1001 == mantissa || (exact * 2 + 1001) / 2002 == mantissa else { return nil }
        return FrameRate(nominal * 1000, over: 1001)
    }

    private static let powersOfTen = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

    /// How many places a denominator stands for; nil where it is no power of ten.
    private static func places(_ denominator: Int) -> Int? { powersOfTen.firstIndex(of: denominator) }

    /// The digits behind a point, rounded to millionths.
    private static func millionths(_ digits: some Collection<UInt8>) -> Int? {
        var number = 0
        for (place, digit) in digits.enumerated() {
            guard let value = digit.digitValue else { return nil }
            if place < decimals { number = number * 10 + value }
            if place == decimals, value >= 5 { number += 1 }
        }
        return number * powersOfTen[max(0, decimals - digits.count)]
    }
}
