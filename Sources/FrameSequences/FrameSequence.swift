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

    /// How many frames are there.
    public var count: Int { runs.reduce(0) { $0 + $1.count } }

    /// The numbers that are missing between the first and the last frame.
    public var holes: [ClosedRange<Int>] {
        zip(runs, runs.dropFirst()).map { ($0.upperBound + 1)...($1.lowerBound - 1) }
    }
}
