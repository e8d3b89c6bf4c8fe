public import FileTree
public import Manifests

/// What is to be healed, and from what.
public struct HealRequest: Sendable {
    /// The damaged copy, as the person wrote it.
    public var copy: String
    /// The copy to take good files from, as the person wrote it.
    public var goodCopy: String
    /// Who heals, with what: the next generation says so.
    public var creator: Creator
    /// When the run started: names the manifest.
    public var startedAt: Instant
    /// Whether a loop device counts as a device (tests only).
    public var trustsLoop = false

    /// Asks for a copy to be healed from another.
    public init(copy: String, from goodCopy: String, creator: Creator, startedAt: Instant) {
        self.copy = copy
        self.goodCopy = goodCopy
        self.creator = creator
        self.startedAt = startedAt
    }
}

/// What happens while a copy is healed.
public enum HealEvent: Sendable {
    /// A copy is being read: so many files, so many bytes.
    case reading(path: String, files: Int, size: ByteCount)
    /// So much of it has been read.
    case progress(read: ByteCount, of: ByteCount)
    /// What came of one damaged or missing file.
    case file(HealFinding)
    /// All that came of it.
    case finished(HealOutcome)
}
