/// Frames a second as an exact fraction: 24000/1001, never 23.976.
public struct FrameRate: Hashable, Sendable {
    /// The numerator of the reduced fraction.
    public let numerator: Int
    /// The denominator of the reduced fraction.
    public let denominator: Int

    /// No camera runs faster, and no count of a day's frames at this rate comes near the end of `Int`.
    public static let fastest = 1_000_000

    /// Reduces the fraction; nil when it is not positive, or faster than ``fastest``.
    public init?(_ numerator: Int, over denominator: Int = 1) {
        guard numerator > 0, denominator > 0, numerator / denominator <= FrameRate.fastest else { return nil }
        let divisor = greatestCommonDivisor(numerator, denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// Frames that are counted in one second of timecode: 24 at 24000/1001.
    public var nominal: Int { (numerator + denominator - 1) / denominator }

    /// Whether it is a whole rate slowed by 1000/1001, as NTSC has it.
    public var isPulledDown: Bool { denominator == 1001 && numerator % 1000 == 0 }
}

/// Euclid's; both positive.
func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    other == 0 ? one : greatestCommonDivisor(other, one % other)
}
