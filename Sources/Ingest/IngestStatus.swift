/// How a run ended: the exit statuses that concern `ingest`, worst first.
public enum IngestStatus: Int32, Hashable, Sendable, CaseIterable {
    /// Obstacles before the start; stands alone.
    case obstacles = 60
    /// It was stopped (INT, TERM, HUP).
    case interrupted = 130
    /// Content differs.
    case contentDiffers = 11
    /// A file of the card could not be read.
    case cardUnreadable = 40
    /// A destination failed.
    case destinationFailed = 41
    /// Files are in the roll that its manifest cannot name.
    case notInManifest = 21
    /// Done.
    case done = 0

    /// The worst of several; done when there are none.
    public static func worst(of statuses: Set<IngestStatus>) -> IngestStatus {
        allCases.first(where: statuses.contains) ?? .done
    }
}
