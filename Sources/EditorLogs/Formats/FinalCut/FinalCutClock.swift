internal import MediaTime

/// The grid that times of one thing lie on: its frames or its samples.
///
/// FCPXML has seconds as fractions of 64 bits over 32. Final Cut Pro itself writes them in whole units and does not
/// reduce them: `864864000/24000s`, `90000000/2500s`.
struct FinalCutClock: Hashable, Sendable {
    /// The numerator of one unit.
    private let unit: Int
    /// The denominator of every time.
    private let perSecond: Int

    /// Days that a time may reach: a start on the first, a length over midnight, sound before it.
    private static let days = 4

    /// The frames of a rate; nil where they do not fit the fractions.
    init?(frames rate: FrameRate) {
        let factor = rate.denominator == 1 ? 100 : 1
        unit = rate.denominator * factor
        perSecond = rate.numerator * factor
        let day = TimecodeBase(rate).framesPerDay * FinalCutClock.days
        guard perSecond <= Int(Int32.max), !day.multipliedReportingOverflow(by: unit).overflow else { return nil }
    }

    /// The samples of sound.
    init(_ sound: SoundExtent) {
        (unit, perSecond) = (1, sound.rate)
    }

    /// So many units: `1001/24000s`.
    func time(_ count: Int) -> String { count == 0 ? "0s" : "\(count * unit)/\(perSecond)s" }
}
