public import FileTree
public import Manifests

/// What is to be verified, and how.
public struct VerifyRequest: Sendable {
    /// Folders, manifests or single files, as the person wrote them.
    public var paths: [String]
    /// A manifest or roll that lies elsewhere and judges the one path; nil when the path's own manifests do.
    public var against: String?
    /// With ``against``: what of the manifest must be here; nil when all must.
    public var only: IgnorePatterns?
    /// Whether folder hashes are compared too.
    public var comparesFolders = false
    /// Whether only sizes are compared, and no content.
    public var sizesOnly = false
    /// Who appends a generation of what was found to each roll; nil when nothing is recorded.
    public var recorder: Creator?
    /// Whether a loop device counts as a device (tests only).
    public var trustsLoop = false

    /// Asks for a plain verification.
    public init(paths: [String]) {
        self.paths = paths
    }
}
