extension FrameSequence {
    /// The runs in the order they were recorded, where numbers are timecode counted in frames.
    ///
    /// A recording that goes over midnight starts at high numbers and ends at low ones. The widest gap of the day is
    /// taken for the time in which nothing was recorded. Numbers that no such day has leave the order as it is.
    public func recordedRuns(framesPerDay: Int) -> [ClosedRange<Int>] {
        guard let first = runs.first, let last = runs.last, first.lowerBound >= 0, last.upperBound < framesPerDay else {
            return runs
        }
        var (widest, start) = (framesPerDay - 1 - last.upperBound + first.lowerBound, 0)
        for (place, hole) in holes.enumerated() where hole.count > widest { (widest, start) = (hole.count, place + 1) }
        return Array(runs[start...] + runs[..<start])
    }

    /// The numbers that are missing between the first and the last recorded frame, where numbers are timecode counted
    /// in frames: from the last frame of the day to frame 0 there is no hole.
    public func holes(framesPerDay: Int) -> [ClosedRange<Int>] {
        let recorded = recordedRuns(framesPerDay: framesPerDay)
        guard
            let midnight = recorded.indices.dropFirst().first(where: {
                recorded[$0].lowerBound < recorded[$0 - 1].lowerBound
            })
        else { return holes }
        let (before, after) = (recorded[midnight - 1].upperBound + 1, recorded[midnight].lowerBound)
        return FrameSequence.holes(in: Array(recorded[..<midnight]))
            + (before < framesPerDay ? [before...(framesPerDay - 1)] : []) + (after > 0 ? [0...(after - 1)] : [])
            + FrameSequence.holes(in: Array(recorded[midnight...]))
    }
}
