/// Frames a second as an exact fraction: 24000/1001, never 23.976.
public struct FrameRate: Hashable, Sendable {
    /// The numerator of the reduced fraction.
    public let numerator: Int
    /// The denominator of the reduced fraction.
    public let denominator: Int

    /// No camera runs faster, and no count of a day's frames at this rate comes near the end of `Int`.
    public static let fastest = 1_000_000
    /// QuickTime and MXF keep the terms of a rate in 32 bits; larger ones are damage, and their products overflow.
    public static let largestTerm = Int(UInt32.max)

    /// Reduces the fraction; nil when it is not positive, faster than ``fastest``, or of larger terms than
    /// ``largestTerm`` even so.
    public init?(_ numerator: Int, over denominator: Int = 1) {
        guard numerator > 0, denominator > 0, numerator / denominator <= FrameRate.fastest else { return nil }
        let divisor = greatestCommonDivisor(numerator, denominator)
        guard max(numerator, denominator) / divisor <= FrameRate.largestTerm else { return nil }
        self.init(reduced: numerator / divisor, over: denominator / divisor)
    }

    /// Takes a fraction that is known to be a rate.
    init(reduced numerator: Int, over denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Frames that are counted in one second of timecode: 24 at 24000/1001.
    public var nominal: Int { (numerator + denominator - 1) / denominator }

    /// Whether it is a whole rate slowed by 1000/1001, as NTSC has it.
    public var isPulledDown: Bool { denominator == 1001 && numerator % 1000 == 0 }
}

extension FrameRate: Comparable {
    /// Orders by speed, exactly.
    public static func < (one: FrameRate, other: FrameRate) -> Bool {
        Int128(one.numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(one.denominator)
    }
}

/// Euclid's; neither negative.
func greatestCommonDivisor<Number: FixedWidthInteger>(_ one: Number, _ other: Number) -> Number {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
}
