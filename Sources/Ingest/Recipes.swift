internal import Checksums
internal import Manifests

/// Which checksums a run takes, and what for; found once, before the copy.
struct Recipes: Sendable {
    /// What is known of the content before it is read.
    let expectations: Expectations
    /// All that are taken in the one read, those that were asked for first.
    let all: [ChecksumAlgorithm]
    /// The one that copies are compared by.
    let comparing: ChecksumAlgorithm
    /// What is sealed: what was asked for, and what a history that is continued used before.
    let sealed: [ChecksumAlgorithm]

    /// - Parameters:
    ///   - request: the checksums that were asked for.
    ///   - card: the card, with the manifests it brings.
    ///   - lanes: the destinations, with the rolls they hold.
    init(request: [ChecksumAlgorithm], card: CardSurvey, lanes: [LaneRun]) {
        expectations = Expectations(card: card, sealed: lanes.compactMap(\.history))
        // The strongest xxHash that is taken anyway, else XXH128 besides: it costs next to nothing.
        comparing = [.xxh128, .xxh3, .xxh64].first(where: request.contains) ?? .xxh128
        sealed = request + Recipes.continued(lanes, card).filter { !request.contains($0) }
        var all = request
        for algorithm in [comparing] + expectations.algorithms + sealed where !all.contains(algorithm) {
            all.append(algorithm)
        }
        self.all = all
    }

    /// What the histories on the destinations, and those the card brings, used before.
    private static func continued(_ lanes: [LaneRun], _ card: CardSurvey) -> [ChecksumAlgorithm] {
        var found = card.manifests.historyAlgorithms
        for lane in lanes {
            if case .unfinished(_, _, let history?) = lane.state { found.formUnion(history.algorithms) }
            found.formUnion(lane.sealedHistory?.folderHashAlgorithms ?? [])
        }
        return ChecksumAlgorithm.sealable.filter(found.contains)
    }
}

extension History {
    /// Every algorithm that any of its records uses.
    var algorithms: Set<ChecksumAlgorithm> {
        var found: Set<ChecksumAlgorithm> = []
        for path in paths { found.formUnion(record(for: path)?.checksums.map(\.algorithm) ?? []) }
        return found
    }
}
