public import MediaTime

/// Sound that was recorded while a clip ran.
public struct MatchedSound: Hashable, Sendable {
    /// The places of its rows among ``EditorLog/clips``: one a file, mono files of one take together.
    public var rows: [Int]
    /// Frames from the picture's first to the sound's first; below zero where the sound began before.
    ///
    /// Counted as the picture's length is: at 50 frames a second where its timecode counts 25.
    public let offset: Int
    /// Frames of the picture that the sound covers, counted like `offset`.
    public let overlap: Int
    /// The sound's own first timecode.
    public let start: Timecode
    /// Whether somebody should look before it is believed: another take fits too, or little of it is shared.
    public let isDoubtful: Bool

    /// Describes a match.
    public init(rows: [Int], offset: Int, overlap: Int, start: Timecode, isDoubtful: Bool) {
        (self.rows, self.offset, self.overlap, self.start, self.isDoubtful) = (rows, offset, overlap, start, isDoubtful)
    }
}
