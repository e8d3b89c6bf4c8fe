/// How far the timecode of a roll's camera was beside the sound's: `A001R2GJ=+01:00:00:00`.
public struct RollOffset: Hashable, Sendable {
    /// The roll's name or path.
    public let roll: String
    /// Whether the time is taken away.
    public let isNegative: Bool
    /// Hours, minutes, seconds and frames that are added to the camera's timecode.
    public let hours, minutes, seconds, frames: Int
}
