/// Seconds as an exact fraction: a frame at 24000/1001 is 1001/24000 s.
public struct ExactSeconds: Hashable, Sendable {
    /// The numerator of the reduced fraction; negative before the start of what is counted.
    public let numerator: Int128
    /// The denominator of the reduced fraction; positive.
    public let denominator: Int128

    /// No time at all.
    public static let zero = ExactSeconds(0, dividedBy: 1)

    /// So many units of which `unitsPerSecond` are one second, as samples are; nil when that is not positive.
    public init?(_ count: Int, over unitsPerSecond: Int) {
        guard unitsPerSecond > 0 else { return nil }
        self.init(Int128(count), dividedBy: Int128(unitsPerSecond))
    }

    /// So many nanoseconds.
    public init(nanoseconds: Int64) {
        self.init(Int128(nanoseconds), dividedBy: 1_000_000_000)
    }

    /// So many frames.
    public init(frames: Int, at rate: FrameRate) {
        self.init(Int128(frames) * Int128(rate.denominator), dividedBy: Int128(rate.numerator))
    }

    /// Reduces a fraction whose denominator is positive.
    init(_ numerator: Int128, dividedBy denominator: Int128) {
        let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The nearest number a `Double` has.
    public var approximate: Double { Double(numerator) / Double(denominator) }

    /// The nearest whole number of frames at a rate, halves up; nil beyond `Int`.
    public func frames(at rate: FrameRate) -> Int? { units(Int128(rate.numerator), per: Int128(rate.denominator)) }

    /// The nearest whole number of samples, halves up; nil beyond `Int` and where no samples are taken.
    public func samples(at sampleRate: Int) -> Int? { sampleRate > 0 ? units(Int128(sampleRate), per: 1) : nil }

    /// This time in units of which `count` make so many seconds, rounded.
    private func units(_ count: Int128, per seconds: Int128) -> Int? {
        let (above, overflow) = numerator.multipliedReportingOverflow(by: count)
        let (below, overflowBelow) = denominator.multipliedReportingOverflow(by: seconds)
        guard !overflow, !overflowBelow else { return nil }
        let (quotient, rest) = above.quotientAndRemainder(dividingBy: below)
        let floor = rest < 0 ? quotient - 1 : quotient
        let aboveFloor = rest < 0 ? rest + below : rest
        return Int(exactly: aboveFloor >= below - aboveFloor ? floor + 1 : floor)
    }
}

extension ExactSeconds: Comparable {
    /// Orders by time, exactly.
    public static func < (one: ExactSeconds, other: ExactSeconds) -> Bool {
        let left = one.numerator.multipliedFullWidth(by: other.denominator)
        let right = other.numerator.multipliedFullWidth(by: one.denominator)
        return (left.high, left.low) < (right.high, right.low)
    }
}

extension ExactSeconds {
    /// This and another time together; nil where the exact answer needs more than 128 bits, as no two real rates do.
    public func adding(_ other: ExactSeconds) -> ExactSeconds? {
        let divisor = Int128(greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
        let (left, one) = numerator.multipliedReportingOverflow(by: other.denominator / divisor)
        let (right, two) = other.numerator.multipliedReportingOverflow(by: denominator / divisor)
        let (sum, three) = left.addingReportingOverflow(right)
        let (common, four) = denominator.multipliedReportingOverflow(by: other.denominator / divisor)
        guard !one, !two, !three, !four else { return nil }
        return ExactSeconds(sum, dividedBy: common)
    }

    /// What is left of it without another time; nil as in ``adding(_:)``.
    public func subtracting(_ other: ExactSeconds) -> ExactSeconds? {
        let (negative, overflow) = Int128.zero.subtractingReportingOverflow(other.numerator)
        return overflow ? nil : adding(ExactSeconds(negative, dividedBy: other.denominator))
    }
}

extension ExactSeconds: CustomStringConvertible {
    /// `36036`, `1001/24000`.
    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension ExactSeconds {
    /// For people, cut off and not rounded: `1 h 12 m`, `12 m 03 s`, `7.2 s`; `-7.2 s` before the start.
    public var words: String {
        let seconds = numerator.magnitude / denominator.magnitude
        let sign = numerator < 0 ? "-" : ""
        func two(_ number: UInt128) -> String { number < 10 ? "0\(number)" : "\(number)" }
        if seconds >= 3600 { return "\(sign)\(seconds / 3600) h \(two(seconds / 60 % 60)) m" }
        if seconds >= 60 { return "\(sign)\(seconds / 60) m \(two(seconds % 60)) s" }
        let tenths = numerator.magnitude.multipliedFullWidth(by: 10)
        return "\(sign)\(seconds).\(denominator.magnitude.dividingFullWidth(tenths).quotient % 10) s"
    }
}
