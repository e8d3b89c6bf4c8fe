/// A frame of the day, by its number since midnight.
///
/// Text is made and read at the edge only: everything else counts frames.
public struct Timecode: Hashable, Sendable {
    /// Frames since midnight: 0 up to, not including, the frames of a day.
    public let frame: Int
    /// How it counts.
    public let base: TimecodeBase

    /// The frame of this number; numbers beyond a day, and below zero, go round midnight.
    public init(frame: Int, base: TimecodeBase) {
        let day = base.framesPerDay
        self.frame = (frame % day + day) % day
        self.base = base
    }

    /// The frame of these hours, minutes, seconds and frames; nil for numbers that do not exist or were dropped.
    public init?(hours: Int, minutes: Int, seconds: Int, frames: Int, base: TimecodeBase) {
        guard (0..<24).contains(hours), (0..<60).contains(minutes), (0..<60).contains(seconds),
            (0..<base.rate.nominal).contains(frames)
        else { return nil }
        if seconds == 0, minutes % 10 != 0, frames < base.dropped { return nil }
        let total = hours * 60 + minutes
        let plain = (total * 60 + seconds) * base.rate.nominal + frames
        self.init(frame: plain - base.dropped * (total - total / 10), base: base)
    }

    /// Hours, minutes, seconds and frames, as they are written.
    public var fields: (hours: Int, minutes: Int, seconds: Int, frames: Int) {
        let (ten, rest) = frame.quotientAndRemainder(dividingBy: base.framesPerTenMinutes)
        let perMinute = 60 * base.rate.nominal - base.dropped
        let skipped = rest >= base.dropped ? base.dropped * ((rest - base.dropped) / perMinute) : 0
        let plain = frame + 9 * base.dropped * ten + skipped
        let seconds = plain / base.rate.nominal
        return (seconds / 3600, seconds / 60 % 60, seconds % 60, plain % base.rate.nominal)
    }
}

extension Timecode {
    /// The frame so many frames later, or earlier; it goes round midnight.
    public func advanced(by frames: Int) -> Timecode {
        Timecode(frame: frame + frames % base.framesPerDay, base: base)
    }

    /// Frames from this one to another, forwards and if need be over midnight; nil where the two count differently.
    public func frames(until other: Timecode) -> Int? {
        guard base == other.base else { return nil }
        let frames = other.frame - frame
        return frames < 0 ? frames + base.framesPerDay : frames
    }

    /// How long after midnight the frame starts, in true seconds: 36036 s for 10:00:00:00 at 24000/1001.
    public var sinceMidnight: ExactSeconds { ExactSeconds(frames: frame, at: base.rate) }
}
