public import FileTree

/// Files of one folder that are the frames of one sequence: runs of numbers, not names.
public struct FrameSequence: Hashable, Sendable {
    /// How the numbers are written.
    public enum Padding: Hashable, Sendable {
        /// Without zeros before them.
        case natural
        /// With zeros up to so many digits, growing beyond them where the number needs more.
        case padded(Int)
    }

    /// Frames whose extension is written otherwise than that of the others: `.DPX` among `.dpx`.
    public struct Spelling: Hashable, Sendable {
        /// What stands behind their numbers.
        public let suffix: [UInt8]
        /// Their numbers, ascending.
        public let frames: [ClosedRange<Int>]
    }

    /// The folder.
    public let folder: RelativePath
    /// The name up to the number, the separator included: `A001C001_230415_R1AB.`.
    public let prefix: [UInt8]
    /// The name behind the number: `.ari`, `.ari.gz`.
    public let suffix: [UInt8]
    /// How the numbers are written.
    public let padding: Padding
    /// The numbers that are there, ascending; neighbouring runs have a hole between them.
    public let runs: [ClosedRange<Int>]
    /// The size of all frames together.
    public let size: ByteCount
    /// The size of the smallest frame, in bytes.
    public let smallest: Int64
    /// The size of the largest frame, in bytes.
    public let largest: Int64
    /// When the frame that was modified first was.
    public let earliest: Instant
    /// When the frame that was modified last was.
    public let latest: Instant
    /// The frames that hold nothing, ascending.
    public internal(set) var empty: [ClosedRange<Int>] = []
    /// The frames that hold something, but less than half of what the middle one of them does, ascending; only looked
    /// for where frames are normally of one size (ARI, DNG, DPX, EXR, TIFF, CIN).
    public internal(set) var small: [ClosedRange<Int>] = []
    /// The frames whose extension is not written like ``suffix``; almost always none.
    public internal(set) var otherSpellings: [Spelling] = []

    /// Whether its format is one in which cameras and renderers write frames; of others three numbers make a sequence.
    public var isOfPictures: Bool { FrameFormat(suffix[...]).isPicture }

    /// Whether frames of its format are normally of one size, so that a much smaller one is damaged.
    public var isUncompressed: Bool { FrameFormat(suffix[...]).isUncompressed }

    /// How many frames are there.
    public var count: Int { runs.reduce(0) { $0 + $1.count } }

    /// The numbers that are missing between the first and the last frame.
    public var holes: [ClosedRange<Int>] { FrameSequence.holes(in: runs) }

    static func holes(in runs: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        zip(runs, runs.dropFirst()).map { ($0.upperBound + 1)...($1.lowerBound - 1) }
    }
}
