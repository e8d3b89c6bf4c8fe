/// How timecode counts: the rate, and whether numbers are dropped to stay with the clock.
///
/// Source: SMPTE ST 12-1, 5.2.2. Drop-frame exists at 30000/1001 and its multiples: 2 numbers a minute for each 30
/// frames a second are left out, but not in minutes that end with 0.
public struct TimecodeBase: Hashable, Sendable {
    /// Frames a second.
    public let rate: FrameRate
    /// Whether numbers are dropped.
    public let isDropFrame: Bool

    /// Nil where no numbers can be dropped at this rate.
    public init?(_ rate: FrameRate, dropFrame: Bool) {
        guard !dropFrame || rate.isPulledDown && rate.nominal % 30 == 0 else { return nil }
        self.rate = rate
        isDropFrame = dropFrame
    }

    /// Counts every number.
    public init(_ rate: FrameRate) {
        self.rate = rate
        isDropFrame = false
    }

    /// Numbers left out at the start of a minute; 0 where none are.
    public var dropped: Int { isDropFrame ? rate.nominal / 15 : 0 }

    /// Frames in ten minutes of timecode.
    var framesPerTenMinutes: Int { 600 * rate.nominal - 9 * dropped }

    /// Frames in a day of timecode.
    public var framesPerDay: Int { 144 * framesPerTenMinutes }

    /// How long a day of timecode takes: 86400 s at whole rates, 86486.4 s at 24000/1001, 86399.9136 s with drop-frame.
    public var day: ExactSeconds { ExactSeconds(frames: framesPerDay, at: rate) }
}
