extension Timecode {
    /// The frame at which a recording of sound starts, rounded to the nearest.
    ///
    /// `samples` is the TimeReference of a bext chunk (EBU Tech 3285) or the timestamp of iXML, `sampleRate` the rate
    /// that counted them: iXML's TIMESTAMP_SAMPLE_RATE, which is not the file's own after a pull-down. Recorders
    /// count past midnight, but not for days: nil from two days on, below zero, and without a sample rate.
    public init?(samplesSinceMidnight samples: Int, sampleRate: Int, base: TimecodeBase) {
        guard samples >= 0, let time = ExactSeconds(samples, over: sampleRate), let frame = time.frames(at: base.rate),
            frame / 2 < base.framesPerDay
        else { return nil }
        self.init(frame: frame, base: base)
    }

    /// Samples from midnight to the start of this frame, rounded to the nearest; nil without a sample rate.
    public func samplesSinceMidnight(at sampleRate: Int) -> Int? { sinceMidnight.samples(at: sampleRate) }
}
