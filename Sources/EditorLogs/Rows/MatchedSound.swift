public import MediaTime

/// Sound that was recorded while a clip ran.
public struct MatchedSound: Hashable, Sendable {
    /// The places of its rows among ``EditorLog/clips``: one a file, mono files of one take together.
    public var rows: [Int]
    /// Frames of the picture from the picture's first to the sound's first; below zero where the sound began before.
    public let offset: Int
    /// Frames of the picture that the sound covers.
    public let overlap: Int
    /// The sound's timecode at the first frame of the picture's log, for `Sound TC`: the sound's own start.
    public let start: Timecode
    /// Whether it does not lie on the picture's frames to within one frame, so that somebody should look.
    public let isDoubtful: Bool

    /// Describes a match.
    public init(rows: [Int], offset: Int, overlap: Int, start: Timecode, isDoubtful: Bool) {
        (self.rows, self.offset, self.overlap, self.start, self.isDoubtful) = (rows, offset, overlap, start, isDoubtful)
    }
}
