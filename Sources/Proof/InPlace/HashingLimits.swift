public import FileTree

/// How much is in flight while files are hashed where they lie.
///
/// Measured on two cores with ext4 on a fast virtual disk: `Benchmarks/README.md`.
public struct HashingLimits: Hashable, Sendable {
    /// What becomes of the operating system's cache.
    public enum Cache: Hashable, Sendable {
        /// It is passed by where it can be: what is read comes from the device.
        case passed
        /// It is used: fast for what was read lately, and nothing counts as read from the device.
        ///
        /// For telling two trees apart, never for saying that one is whole.
        case used
    }

    /// What becomes of the cache.
    public var cache = Cache.passed
    /// One slot of the ring, on large pages, a multiple of 4096 bytes; a disk takes this much in one request.
    public var slotSize = ByteCount.mebibytes(4)
    /// Slots of the ring: four being read while four are being hashed.
    public var slots = 8
    /// Requests in flight on large files, also when there is only one file; more makes a disk no faster.
    public var requests = 4
    /// Large files opened before their turn, so that nobody waits for an opening.
    public var filesAhead = 4
    /// Files up to this size, a multiple of 4096 bytes, are hashed by the thread that reads them, one request each.
    public var smallFile = ByteCount.kibibytes(256)
    /// Small files being read at once: each is one short request, and only depth hides the waiting.
    public var smallReaders = 32
    /// Small files being read at once through the cache: nothing is waited for, and more only get in each other's way.
    public var cachedReaders = 2
    /// Small files that a thread reads in one go: they are shown to come from the device together.
    public var filesPerBatch = 32
    /// Findings that wait for the calling thread; when it is slow, so is the reading.
    public var findingsAhead = 4096
    /// How often the calling thread asks whether to stop, in nanoseconds, even when no request comes back.
    public var tick: Int64 = 100_000_000
    /// The least time between two words about the progress, in nanoseconds.
    public var progressTick: Int64 = 200_000_000
    /// How long a stopped run waits for requests that are out, in nanoseconds: a healthy disk answers sooner.
    public var patience: Int64 = 1_000_000_000

    /// The limits as measured.
    public init() {}
}
