internal import FileTree
internal import NamingRules

/// A chain of versions.
struct ChainLine: Encodable {
    let type = "chain"
    let name: String
    let name_base64: String?
    let versions: [Version]
    let newest: Int?
    let missing: [[Int]]
    let doubled: [Int]

    init(_ chain: VersionChain) {
        (name, name_base64) = (chain.name, JSONLines.base64(chain.nameBytes))
        versions = chain.versions.map(Version.init)
        newest = chain.newest?.number
        missing = chain.missing.map { [$0.lowerBound, $0.upperBound] }
        doubled = chain.doubled
    }

    /// One version.
    struct Version: Encodable {
        let number: Int
        let label: String
        let path: String
        let path_base64: String?
        let forms: [String]
        let frames: [Int]?
        let modified: String
        let faults: [String]

        init(_ version: VersionChain.Version) {
            (number, label, forms) = (version.number, version.label, version.forms)
            (path, path_base64) = (version.path.description, JSONLines.base64(version.path.bytes))
            frames = version.frames.map { [$0.lowerBound, $0.upperBound] }
            modified = version.modified.utc
            faults = version.faults.map(\.rawValue)
        }
    }
}
