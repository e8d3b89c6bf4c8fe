internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload

/// What is known of a card's content before it is read: its own manifests, and rolls already sealed from it.
struct Expectations: ContentExpectations {
    let card: CardSurvey
    /// Histories of finished rolls of this card.
    let sealed: [History]

    /// The algorithms that comparing takes, besides those that are sealed.
    var algorithms: [ChecksumAlgorithm] {
        var found = Set(card.manifests.algorithms)
        for history in sealed { found.formUnion(history.algorithms) }
        return ChecksumAlgorithm.allCases.filter(found.contains)
    }

    func contradiction(of number: Int, size: ByteCount, checksums: [Checksum]) -> FileFailure.Cause? {
        contradictionOfManifest(number, size, checksums) ?? contradictionOfRoll(number, checksums)
    }

    private func contradictionOfManifest(
        _ number: Int, _ size: ByteCount, _ checksums: [Checksum]
    ) -> FileFailure.Cause? {
        for expectation in card.manifests.expectations(for: number) {
            switch expectation.claim {
            case .size(let expected):
                return .contradictsOwnManifest(
                    manifest: expectation.manifest, expected: "\(expected.bytes) bytes", found: "\(size.bytes) bytes")
            case .checksum(let algorithm, let alternatives):
                guard let found = checksums.first(where: { $0.algorithm == algorithm }),
                    !expectation.isMet(by: found)
                else { continue }
                return .contradictsOwnManifest(
                    manifest: expectation.manifest,
                    expected: alternatives.first.map { "\(algorithm.rawValue) \($0)" } ?? "?",
                    found: "\(found)")
            }
        }
        return nil
    }

    private func contradictionOfRoll(_ number: Int, _ checksums: [Checksum]) -> FileFailure.Cause? {
        guard !sealed.isEmpty else { return nil }
        let path = card.tree.path(of: number)
        for history in sealed {
            for recorded in history.record(for: path)?.checksums ?? [] {
                if let found = checksums.first(where: { $0.algorithm == recorded.algorithm }), found != recorded {
                    return .contradictsSealedRoll(sealed: recorded, card: found)
                }
            }
        }
        return nil
    }
}
