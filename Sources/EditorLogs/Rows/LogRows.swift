public import CameraCards

/// The rows of one roll, from what its card and its files say.
public struct LogRows {
    /// The rows.
    public private(set) var clips: [LoggedClip] = []
    /// What should be looked at.
    public private(set) var exceptions: [LogException] = []

    /// Makes them.
    public init(_ report: CardReport, of roll: LoggedRoll, at place: Int, records: RollRecords = .none) {}
}
