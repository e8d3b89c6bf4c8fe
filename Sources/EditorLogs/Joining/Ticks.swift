internal import MediaTime

/// Time in whole numbers, so that thousands of takes are laid beside each other quickly and exactly.
///
/// A tick is so short that a frame of every rate in use, pulled down or not, and a sample at 44.1, 48 and 48.048 kHz
/// and their multiples up to 192 kHz take a whole number of them. Whatever does not is rounded, by 5 ps at most.
enum Ticks {
    /// Ticks in a second.
    ///
    /// Meta's flick (1/705,600,000 s) does for frames and common sample rates; 11 and 13 are the factors of 48,048 that
    /// it lacks. Two days of them are a five-hundredth of `Int`.
    static let perSecond = 705_600_000 * 11 * 13

    /// A day of sound that does not say how it counts timecode.
    static let clockDay = 86_400 * perSecond

    /// More is no day of timecode: a rate below a third of a frame a second, which no camera counts with.
    private static let longest = Int128(4 * clockDay)

    /// So many frames; nil where that is beyond four days.
    static func of(frames: Int, at rate: FrameRate) -> Int? {
        of(Int128(frames) * Int128(rate.denominator), over: Int128(rate.numerator))
    }

    /// So many samples; nil without a sample rate, below zero, and beyond four days.
    static func of(samples: Int, at sampleRate: Int) -> Int? {
        sampleRate > 0 && samples >= 0 ? of(Int128(samples), over: Int128(sampleRate)) : nil
    }

    private static func of(_ count: Int128, over unitsPerSecond: Int128) -> Int? {
        // Dividing first keeps the product small whatever the numbers are.
        let (seconds, rest) = count.quotientAndRemainder(dividingBy: unitsPerSecond)
        guard seconds <= longest / Int128(perSecond) else { return nil }
        let ticks = seconds * Int128(perSecond) + (rest * Int128(perSecond) + unitsPerSecond / 2) / unitsPerSecond
        return ticks <= longest ? Int(ticks) : nil
    }
}

/// A stretch of ticks, from one up to, not including, another.
struct TickSpan: Hashable {
    /// The first.
    let start: Int
    /// How many.
    let length: Int

    /// Behind the last.
    var end: Int { start + length }

    /// So much later, or earlier.
    func moved(by ticks: Int) -> TickSpan { TickSpan(start: start + ticks, length: length) }

    /// How much two stretches share; zero or less where they share nothing.
    func shared(with other: TickSpan) -> Int { min(end, other.end) - max(start, other.start) }

    /// What two stretches share, which must be something.
    func intersection(_ other: TickSpan) -> TickSpan {
        TickSpan(start: max(start, other.start), length: shared(with: other))
    }
}

extension TimecodeBase {
    /// Whether times of both can be laid beside each other: the same rate, or one a whole multiple of the other, as a
    /// camera at 50 that is jammed with 25 has it, with the same numbers dropped.
    ///
    /// 24 and 24000/1001 do not agree: at ten o'clock they are 36 s apart.
    func agrees(with other: TimecodeBase) -> Bool {
        guard isDropFrame == other.isDropFrame, day == other.day else { return false }
        let mine = Int128(rate.numerator) * Int128(other.rate.denominator)
        let theirs = Int128(other.rate.numerator) * Int128(rate.denominator)
        return mine % theirs == 0 || theirs % mine == 0
    }

    /// A day of it.
    var dayTicks: Int? { Ticks.of(frames: framesPerDay, at: rate) }

    /// For people: `23.976`, `29.97 DF`, `29.97 NDF`.
    var words: String {
        let isDroppable = TimecodeBase(rate, dropFrame: true) != nil
        return rate.decimalText + (isDropFrame ? " DF" : isDroppable ? " NDF" : "")
    }
}
