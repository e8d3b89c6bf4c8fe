public import Checksums
public import ClipMetadata
public import FileTree
public import Offload

/// What the person asked for, in full; nothing has been looked at yet.
public struct IngestRequest: Sendable {
    /// Where logs go.
    public enum Logs: Hashable, Sendable {
        /// On every destination, below `Logs/`.
        case onDestinations
        /// There, and in one more folder.
        case onDestinationsAnd(String)
        /// Nowhere on the destinations.
        case none
    }

    /// The cards, in order.
    public var cards: [String]
    /// The destinations, in order.
    public var destinations: [String]
    /// The roll's path below each destination, with tokens.
    public var rollPath: RollTemplate = .card
    /// What `{day}` stands for; nil for the local date of the first start.
    public var day: String?
    /// The checksums that are sealed.
    public var algorithms: [ChecksumAlgorithm] = [.xxh64]
    /// Whether the card is read a second time, past its cache.
    public var sourceTwice = false
    /// Whether a legacy MHL v1.1 is written too.
    public var legacyMHL = false
    /// What is left out besides what systems leave on cards.
    public var ignore = IgnorePatterns([])
    /// Who is at the cart.
    public var author: String?
    /// A line for the manifests and records.
    public var note: String?
    /// Where logs go.
    public var logs = Logs.onDestinations
    /// Whether a destination in a mount folder may lie on the system's own disk.
    public var allowsSystemDisk = false
    /// Whether everything stops after the plan.
    public var isDryRun = false
    /// Whether a loop device counts as a block device (tests; recorded when used).
    public var trustsLoop = false
    /// The version of this program, for manifests and records.
    public var version: String
    /// How much is in flight.
    public var limits = CopyLimits()

    /// Asks for cards to be copied to destinations.
    public init(cards: [String], destinations: [String], version: String) {
        self.cards = cards
        self.destinations = destinations
        self.version = version
    }
}

/// How the story reaches the world; tests put disks of their own here.
public struct Surroundings: Sendable {
    /// Opens a card.
    public var openCard: @Sendable (String) throws(DiskError) -> any ReadableDisk
    /// Opens a destination.
    public var openDestination: @Sendable (String) throws(DiskError) -> any Disk
    /// Makes a destination's folder; its parent exists.
    public var makeDestination: @Sendable (String) throws(DiskError) -> Void
    /// Removes a destination's folder that was made for nothing; it must be empty.
    public var removeDestination: @Sendable (String) throws(DiskError) -> Void
    /// A path without links and relative parts; nil when there is nothing there.
    public var resolve: @Sendable (String) -> String?
    /// What lies at a path; nil when nothing does.
    public var kind: @Sendable (String) -> FileAttributes.Kind?
    /// The program that reads media for us, or why there is none; the question is asked whether to stop.
    public var mediaInfo: @Sendable (_ shouldStop: () -> Bool) -> Result<MediaInfo, MediaInfo.Absence>

    /// The machine we run on.
    public static let machine = Surroundings(
        openCard: { (path) throws(DiskError) in try CardDisk(path: path) },
        openDestination: { (path) throws(DiskError) in try PosixDisk(path: path) },
        makeDestination: { (path) throws(DiskError) in try Machine.makeFolder(atPath: path) },
        removeDestination: { (path) throws(DiskError) in try Machine.removeFolder(atPath: path) },
        resolve: { Machine.resolvedPath($0) },
        kind: { Machine.kind(ofPath: $0) }, mediaInfo: { MediaInfo.search(shouldStop: $0) })

    /// Surroundings of one's own.
    public init(
        openCard: @escaping @Sendable (String) throws(DiskError) -> any ReadableDisk,
        openDestination: @escaping @Sendable (String) throws(DiskError) -> any Disk,
        makeDestination: @escaping @Sendable (String) throws(DiskError) -> Void,
        removeDestination: @escaping @Sendable (String) throws(DiskError) -> Void = { _ throws(DiskError) in },
        resolve: @escaping @Sendable (String) -> String?,
        kind: @escaping @Sendable (String) -> FileAttributes.Kind?,
        mediaInfo: @escaping @Sendable (_ shouldStop: () -> Bool) -> Result<MediaInfo, MediaInfo.Absence> = { _ in
            .failure(.missing)
        }
    ) {
        self.openCard = openCard
        self.openDestination = openDestination
        self.makeDestination = makeDestination
        self.removeDestination = removeDestination
        self.resolve = resolve
        self.kind = kind
        self.mediaInfo = mediaInfo
    }
}
