internal import Checksums
internal import FileTree

/// What one line or element of a manifest says of a file or folder: the one form that all formats are read into.
struct ManifestEntry {
    var isFolder = false
    /// As it is written; whoever takes the entry decides what it may mean.
    var path: [UInt8] = []
    var size: Int64?
    var modified: Instant?
    /// Those that were not marked as failed, in the manifest's order.
    var claims: [Claim] = []
    /// Whether a hash was marked as failed: such a one is never compared with.
    var hasFailed = false
    /// Whether a hash stands there without an action, which ASC MHL demands.
    var lacksAction = false
    var previousPath: [UInt8]?
    /// The two hashes of a folder, in each algorithm.
    var content: [Checksum] = []
    var structure: [Checksum] = []
    /// Hashes of kinds that are not known, or that are no hash of their kind.
    var unknown: [String] = []
    /// Ways of writing that are understood and not right: `xxhash with 16 digits`.
    var quirks: [String] = []
    /// The line it starts on, 1 being the first.
    var line = 0

    /// How many hashes it has of any kind.
    var hashCount: Int { claims.count + content.count + structure.count + unknown.count }
}
