/// Pictures of the clips of a log.
public struct DayPictures: Hashable, Sendable {
    /// By the place of the clip in the log.
    public var clips: [Int: ClipPictures]
    /// What could not be done at all, and what to do about that, as sentences.
    public var remarks: [String]

    /// Puts pictures together; none where nobody asked for any.
    public init(_ clips: [Int: ClipPictures] = [:], remarks: [String] = []) {
        (self.clips, self.remarks) = (clips, remarks)
    }

    /// How many clips have pictures.
    public var drawn: Int {
        clips.values.count { if case .shown = $0 { true } else { false } }
    }

    /// Those of one clip.
    subscript(row: Int) -> ClipPictures? { clips[row] }

    /// Whether anything is said of the picture of any clip.
    var areThere: Bool { !clips.isEmpty }
}

/// Pictures of one clip.
public enum ClipPictures: Hashable, Sendable {
    /// Three, or fewer of a clip of fewer frames, each a JPEG file.
    case shown([[UInt8]])
    /// There are none; why, as a sentence.
    case absent(String)
}
