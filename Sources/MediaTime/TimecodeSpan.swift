/// Frames one after another: a start and a count, which may go over midnight.
public struct TimecodeSpan: Hashable, Sendable {
    /// The first frame; of an empty span, where it would be.
    public let start: Timecode
    /// How many frames: none up to a whole day.
    public let frames: Int

    /// Nil for less than no frame and for more than a day, in which timecodes would come twice.
    public init?(start: Timecode, frames: Int) {
        guard (0...start.base.framesPerDay).contains(frames) else { return nil }
        self.start = start
        self.frames = frames
    }

    /// From one timecode up to, not including, another; nil where the two count differently.
    ///
    /// The end is the next such timecode, so that a later start means over midnight, and the same one no frame.
    public init?(from start: Timecode, to end: Timecode) {
        guard let frames = start.frames(until: end) else { return nil }
        self.start = start
        self.frames = frames
    }

    /// The timecode behind the last frame.
    public var end: Timecode { start.advanced(by: frames) }

    /// The last frame; nil where there is none.
    public var last: Timecode? { frames > 0 ? start.advanced(by: frames - 1) : nil }

    /// Whether there are frames on both sides of midnight.
    public var crossesMidnight: Bool { start.frame + frames > start.base.framesPerDay }

    /// Whether a frame is one of these; one that counts differently never is.
    public func contains(_ timecode: Timecode) -> Bool {
        start.frames(until: timecode).map { $0 < frames } ?? false
    }

    /// How long it takes, in true seconds.
    public var length: ExactSeconds { ExactSeconds(frames: frames, at: start.base.rate) }

    /// The part of the day it takes, comparable with sound and with other rates.
    public var partOfDay: PartOfDay { PartOfDay(self) }
}
