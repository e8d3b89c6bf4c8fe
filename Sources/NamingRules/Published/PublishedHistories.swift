internal import Checksums
internal import FileTree
internal import Manifests

/// What ASC MHL histories in a folder say of its files.
struct PublishedHistories {
    private let manifests: TreeManifests
    private let claims: HeldClaims
    private let tree: TreeSnapshot

    /// Reads them; nil where the folder has none.
    init?(on disk: any ReadableDisk, in tree: TreeSnapshot) {
        guard tree.entries.indices.contains(where: { PublishedHistories.isHistory($0, in: tree) }) else { return nil }
        (manifests, self.tree) = (TreeManifests.found(on: disk, in: tree), tree)
        claims = HeldClaims(manifests, in: tree)
    }

    private static func isHistory(_ number: Int, in tree: TreeSnapshot) -> Bool {
        tree.entries[number].kind == .folder && tree.name(of: number).elementsEqual("ascmhl".utf8)
    }

    /// What is wrong with histories themselves, each with its folder; without a full stop.
    var damage: [(place: RelativePath, sentence: String)] {
        let homes = Set(manifests.sources.filter(\.isHistory).map(\.place))
        return manifests.problems.filter { $0.status != nil && (homes.contains($0.place) || $0.code == .damaged) }
            .map { ($0.place, $0.sentence) }
    }

    /// What a history says of a file by its size and time alone.
    enum Word: Hashable {
        /// It is not listed.
        case nothing
        /// It had another size.
        case resized(from: Int64, history: RelativePath)
        /// Size and time are as they are listed.
        case holds
        /// The content must be compared, by these.
        case mustRead(AlgorithmSet)
    }

    /// Compares a file's size and time.
    func word(about number: Int) -> Word {
        let entry = tree.entries[number]
        var all = Word.nothing
        for (source, judgement) in histories(listing: number, checksums: []) {
            if case .sizeDiffers(let size, _) = judgement {
                return .resized(from: size.bytes, history: manifests.sources[source].place)
            }
            if all == .nothing { all = .holds }
            if !isUntouched(entry, manifests.sources[source], number) {
                all = .mustRead(manifests.algorithms(of: number))
            }
        }
        // Nothing that could be computed is claimed of it.
        if case .mustRead(let algorithms) = all, algorithms.isEmpty { return .nothing }
        return all
    }

    /// The history that a file's content contradicts; nil where none is.
    func contradicted(by number: Int, _ checksums: [Checksum]) -> RelativePath? {
        histories(listing: number, checksums: checksums).first { $0.judgement.isWrong }
            .map { manifests.sources[$0.source].place }
    }

    /// A file's content as manifests have it, where size and time say that it is still the same.
    func content(of number: Int, _ algorithm: ChecksumAlgorithm) -> Checksum? {
        claims.checksums(of: number)[algorithm].flatMap { Checksum(algorithm, $0) }
    }

    /// What histories list and the tree does not have; what an offload could not copy never was there.
    var missing: [(path: RelativePath, history: RelativePath)] {
        manifests.sources.filter(\.isHistory).flatMap { source in
            source.missing.filter { $0.reason == nil }.compactMap { missing in
                RelativePath(missing.bytes).map { (source.folder.appending($0), source.place) }
            }
        }
    }

    private func histories(
        listing number: Int, checksums: [Checksum]
    ) -> [(source: Int, judgement: Judgement)] {
        guard manifests.isListed(number) else { return [] }
        return manifests.judge(number, size: ByteCount(tree.entries[number].size), checksums: checksums)
            .filter { manifests.sources[$0.source].isHistory }
    }

    private func isUntouched(_ entry: TreeSnapshot.Entry, _ source: TreeManifests.Source, _ number: Int) -> Bool {
        guard let listed = source.history.modified(of: tree.path(of: number).below(source.folder)) else { return false }
        return HeldClaims.isDate(listed, of: entry)
    }
}
