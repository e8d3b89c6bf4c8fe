internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload
internal import Proof

/// How a card's files compare with the manifests it brings.
public struct OwnManifest: Hashable, Sendable {
    /// Files of the card that any of its manifests lists.
    public let listed: Int
    /// Those that are proved on a destination, with a checksum that a manifest lists and none that contradicts one.
    public let matched: Int
    /// Those that contradict a manifest.
    public let differing: Int
    /// What is listed and not on the card, as paths below its root, each once.
    public let missing: [String]

    /// Those that were not compared: left out, not proved, or listed without any checksum that is known.
    public var notCompared: Int { listed - matched - differing }

    init(_ outcome: CardOutcome) {
        let manifests = outcome.card.manifests
        listed = manifests.listed
        var seen: Set<String> = []
        missing = manifests.missing.lazy.map(OwnManifest.path).filter { seen.insert($0).inserted }
        guard listed > 0 else {
            matched = 0
            differing = 0
            return
        }
        differing = outcome.cardFailures.count { failure in
            if case .contradictsOwnManifest = failure.cause { return true }
            return false
        }
        matched = outcome.card.contents.files.count { OwnManifest.isMatched($0, outcome) }
    }

    private static func isMatched(_ number: Int, _ outcome: CardOutcome) -> Bool {
        let expectations = outcome.card.manifests.expectations(for: number)
        guard !expectations.isEmpty, let proof = outcome.copies.lazy.compactMap({ $0.verified[number] }).first else {
            return false
        }
        var isCompared = false
        for expectation in expectations {
            guard let algorithm = expectation.algorithm else { return false }
            guard let found = proof.checksums.first(where: { $0.algorithm == algorithm }) else { continue }
            guard expectation.isMet(by: found) else { return false }
            isCompared = true
        }
        return isCompared
    }

    /// A list's paths start where it lies, a history's in the folder it is about: both are the parent's.
    private static func path(of file: MissingFile) -> String {
        let folder = file.folder
        return folder.isRoot ? file.path : "\(folder)/\(file.path)"
    }
}
