public import FileTree

/// How much is in flight at once.
///
/// Measured on two cores with ext4 on a fast virtual disk, two destinations: `Benchmarks/README.md`.
public struct CopyLimits: Hashable, Sendable {
    /// One slot of the ring, on large pages; a disk takes this much in one request.
    public var slotSize = ByteCount.mebibytes(4)
    /// Slots of the ring: four being read while four are being written.
    public var slots = 8
    /// Reads in flight on the card; more makes a card reader no faster.
    public var readers = 4
    /// Writes in flight on each destination.
    public var writersPerDestination = 2
    /// Read-backs in flight on each destination; small files need the depth.
    public var readersBackPerDestination = 4
    /// A rotating disk seeks when two things are read at once.
    public var readersBackOnRotatingDisk = 1
    /// One request of a read-back; a single stream needs larger requests than four do.
    public var readBackSize = ByteCount.mebibytes(2)
    /// Files that share a flush and a line of the journal: a flush costs as much as some hundred small files.
    public var filesPerGroup = 1000
    /// Bytes that share a flush; a larger file is a group of its own.
    public var bytesPerGroup = ByteCount.mebibytes(256)
    /// Files read into one slot: enough to spread over the lanes, few enough that no lane waits for long.
    public var filesPerSlot = 64
    /// Files from this size on are written past the cache; below it, waiting for each write costs more than the cache.
    public var directFrom = ByteCount.kibibytes(64)
    /// Groups read but not yet proved everywhere: bounds what a stop makes us read again.
    public var groupsAhead = 8
    /// What a rotating disk collects before it turns to reading back.
    public var rotatingBatch = ByteCount.mebibytes(4096)
    /// A destination that completes no request for so long is named on screen.
    public var hangNotice: Int64 = 15_000_000_000
    /// A destination that completes no request for so long is dropped: no healthy disk, share or
    /// sleeping drive (30 s to spin up) takes two minutes for one request.
    public var hangLimit: Int64 = 120_000_000_000

    /// The limits as measured.
    public init() {}
}
