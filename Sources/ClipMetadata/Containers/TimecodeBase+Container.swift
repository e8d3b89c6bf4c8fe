internal import MediaTime

extension TimecodeBase {
    /// How a container's timecode counts, from the rate of its track and the frames it counts in a second.
    ///
    /// At high rates some recorders count every second or fourth frame: the timecode's rate is then that part of the
    /// track's. Nil where the two cannot both be true.
    init?(rate: FrameRate, counting count: Int, dropFrame: Bool) {
        guard count > 0, rate.nominal % count == 0,
            let own = FrameRate(rate.numerator, over: rate.denominator * (rate.nominal / count))
        else { return nil }
        self.init(own, dropFrame: dropFrame)
    }
}
