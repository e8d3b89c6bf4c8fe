/// A stretch of a timecode day in true seconds, so that picture and sound can be laid beside each other.
///
/// Days of timecode are not equally long: 86486.4 s at 24000/1001, 86399.9136 s with drop-frame. Each stretch goes
/// round the midnight of its own day.
public struct PartOfDay: Hashable, Sendable {
    /// When it starts, since midnight; before the end of the day.
    public let start: ExactSeconds
    /// How long it is, at most a day.
    public let length: ExactSeconds
    /// How long the day is.
    public let day: ExactSeconds
    private let end: ExactSeconds

    /// Where frames lie.
    init(_ span: TimecodeSpan) {
        let rate = span.start.base.rate
        start = span.start.sinceMidnight
        length = span.length
        day = span.start.base.day
        end = ExactSeconds(frames: span.start.frame + span.frames, at: rate)
    }

    /// Where sound lies on the day of a timecode: its start since midnight, from TimeReference and the rate that
    /// counted it, and its length, from the file's own rate.
    ///
    /// A start on the next day is taken for that time of the day. Nil for starts below zero or two days away, for
    /// lengths below zero or beyond a day, and for numbers too large to be exact.
    public init?(start: ExactSeconds, length: ExactSeconds, of base: TimecodeBase) {
        let day = base.day
        guard start >= .zero, length >= .zero, length <= day else { return nil }
        guard let start = start < day ? start : start.subtracting(day), start < day, let end = start.adding(length)
        else { return nil }
        self.start = start
        self.length = length
        self.day = day
        self.end = end
    }

    /// What two stretches share.
    public struct Overlap: Hashable, Sendable {
        /// How long.
        public let length: ExactSeconds
        /// How much later the second starts than the first; negative where it starts earlier.
        public let offset: ExactSeconds
    }

    /// The longest stretch shared with another one, whichever of both goes over midnight; nil where there is none.
    public func overlap(with other: PartOfDay) -> Overlap? {
        [(ExactSeconds.zero, ExactSeconds.zero), (day, .zero), (.zero, other.day)]
            .compactMap { shared(with: other, at: $0, $1) }
            .max { $0.length < $1.length }
    }

    /// What is shared when each is seen from so long after its own midnight.
    private func shared(with other: PartOfDay, at own: ExactSeconds, _ others: ExactSeconds) -> Overlap? {
        guard let start = start.subtracting(own), let end = end.subtracting(own),
            let otherStart = other.start.subtracting(others), let otherEnd = other.end.subtracting(others),
            let length = min(end, otherEnd).subtracting(max(start, otherStart)), length > .zero,
            let offset = otherStart.subtracting(start)
        else { return nil }
        return Overlap(length: length, offset: offset)
    }
}
