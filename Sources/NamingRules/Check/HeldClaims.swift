internal import Checksums
internal import FileTree
internal import Manifests

/// What the manifests in a folder say of contents, where it still holds: size and date of the file are as they list them.
struct HeldClaims {
    private let manifests: TreeManifests
    private let tree: TreeSnapshot

    /// Reads the manifests; nil where there is none.
    init?(on disk: any ReadableDisk, in tree: TreeSnapshot) {
        let manifests = TreeManifests.found(on: disk, in: tree)
        guard !manifests.sources.isEmpty else { return nil }
        self.init(manifests, in: tree)
    }

    /// Takes manifests that were read.
    init(_ manifests: TreeManifests, in tree: TreeSnapshot) {
        (self.manifests, self.tree) = (manifests, tree)
    }

    /// The checksums of a file that hold, one an algorithm; of an algorithm that manifests do not agree on none.
    func checksums(of entry: Int) -> [ChecksumAlgorithm: [UInt8]] {
        guard manifests.isListed(entry) else { return [:] }
        let path = tree.path(of: entry)
        var held: [ChecksumAlgorithm: [UInt8]] = [:]
        var doubtful: Set<ChecksumAlgorithm> = []
        for source in manifests.sources where path.lies(within: source.folder) {
            let below = path.below(source.folder)
            for claim in source.history.claims(for: below) {
                let algorithm = claim.algorithm
                // Four bytes are equal by chance among some ten thousand files.
                guard claim.alternatives.count == 1, algorithm.digestLength >= 8 else { continue }
                let isNew = held[algorithm].map { $0 != claim.checksum.bytes } ?? false
                if isNew || !holds(entry, below, source) { doubtful.insert(algorithm) }
                held[algorithm] = claim.checksum.bytes
            }
        }
        return held.filter { !doubtful.contains($0.key) }
    }

    private func holds(_ entry: Int, _ path: RelativePath, _ source: TreeManifests.Source) -> Bool {
        let there = tree.entries[entry]
        guard let modified = source.history.modified(of: path), let record = source.history.record(for: path),
            record.size == ByteCount(there.size)
        else { return false }
        return HeldClaims.isDate(modified, of: there)
    }

    /// Whether a manifest's date is that of a file.
    ///
    /// Tools write it as far as they know it: to the second, the millisecond, or as the file system has it.
    static func isDate(_ listed: Instant, of entry: TreeSnapshot.Entry) -> Bool {
        [1, 1000, 1_000_000, 1_000_000_000].contains { listed == entry.modified.rounded(downTo: $0) }
    }
}
