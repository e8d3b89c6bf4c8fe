internal import MediaTime

/// The days that timecode counts.
package enum TimecodeDay {
    /// The rates of timecode that cameras number frames with.
    private static let bases: [TimecodeBase] = {
        let whole = [24, 25, 30, 48, 50, 60].compactMap { FrameRate($0).map { TimecodeBase($0) } }
        let dropped = [30_000, 60_000].compactMap { rate in
            FrameRate(rate, over: 1001).flatMap { TimecodeBase($0, dropFrame: true) }
        }
        return whole + dropped
    }()

    private static let lengths = bases.map(\.framesPerDay).sorted()

    /// The frames of the shortest day that has this frame; nil where none has.
    ///
    /// The rate is not in a name. A recording over midnight has the last frames of its day, and no shorter day has them.
    package static func frames(after frame: Int) -> Int? { lengths.first { $0 > frame } }
}
