/// How a command ended: the published exit statuses, worst first.
///
/// 10 to 33 are those of the ASC MHL reference tool, which scripts know.
public enum RunStatus: Int32, Hashable, Sendable, CaseIterable {
    /// The command could not be understood, or names what is not there; stands alone.
    case usage = 64
    /// Obstacles before the start; stands alone.
    case obstacles = 60
    /// It was stopped (INT, TERM, HUP).
    case interrupted = 130
    /// A manifest is not the one that was sealed, or cannot be read.
    case manifestAltered = 31
    /// A manifest that the chain names is gone.
    case manifestMissing = 33
    /// The chain of a history is gone.
    case chainMissing = 32
    /// There is no history where one should be.
    case noHistory = 30
    /// Content differs.
    case contentDiffers = 11
    /// A source file could not be read.
    case sourceUnreadable = 40
    /// A destination failed.
    case destinationFailed = 41
    /// Not safe to erase.
    case notSafe = 42
    /// Files or folders are missing.
    case missing = 10
    /// A folder's hash differs.
    case folderDiffers = 12
    /// Files that no manifest lists.
    case notInManifest = 21
    /// Nothing was verified.
    case nothingVerified = 20
    /// What was made or checked has flaws: rows were left out of a log, or a check found errors.
    case flawed = 50
    /// Done.
    case done = 0

    /// The worst of several; done when there are none.
    public static func worst(of statuses: Set<RunStatus>) -> RunStatus {
        allCases.first(where: statuses.contains) ?? .done
    }
}

extension ManifestError {
    /// The status that this error alone leads to; a disk that refused is a source that cannot be read.
    public var runStatus: RunStatus { status.flatMap { RunStatus(rawValue: Int32($0)) } ?? .sourceUnreadable }
}
