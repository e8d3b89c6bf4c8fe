internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload

/// Finished rolls that a card may have outgrown: it holds all their files, and more.
///
/// On most cards an index file changes with every clip. That is found here, before the start, and not after hours
/// of reading: the small files of the rolls are read from the card and compared with what is sealed.
struct OutgrownRolls {
    /// What one card's index and clip files never exceed, and what is read in well under a second.
    static let largestCompared = ByteCount.mebibytes(16)

    let card: CardSurvey
    /// The destinations whose roll is finished, with its manifests.
    let rolls: [(destination: Destination, place: RollPlace, history: History)]

    init(_ card: CardSurvey, _ place: RollPlace, _ states: [RollState], on destinations: [Destination]) {
        self.card = card
        rolls = zip(destinations, states).compactMap { destination, state in
            guard case .sealed(_, let history, _) = state else { return nil }
            let isOutgrown = card.contents.files.contains {
                let path = card.tree.path(of: $0)
                return !card.isHistory(path) && history.record(for: path) == nil
            }
            return isOutgrown ? (destination, place, history) : nil
        }
    }

    /// One for each roll that is not this card's; none when the card has only grown, as far as its small files tell.
    func obstacles() -> [Obstacle] {
        guard !rolls.isEmpty else { return [] }
        var changed: [Int: RelativePath] = [:]
        for number in card.contents.files where card.tree.entries[number].size <= OutgrownRolls.largestCompared.bytes {
            let path = card.tree.path(of: number)
            let sealed = rolls.indices.filter { changed[$0] == nil }.compactMap { roll in
                rolls[roll].history.record(for: path)?.checksums.first.map { (roll: roll, checksum: $0) }
            }
            // A file that cannot be read now is the run's to tell.
            guard !sealed.isEmpty, let bytes = try? card.disk.contents(of: path, limit: OutgrownRolls.largestCompared)
            else { continue }
            for (roll, checksum) in sealed where Checksum.of(bytes, checksum.algorithm) != checksum {
                changed[roll] = path
            }
            if changed.count == rolls.count { break }
        }
        return changed.sorted { $0.key < $1.key }.map { roll, path in
            Obstacle(
                .otherContent, at: rolls[roll].destination.argument,
                "\(path) on this card is not what the sealed roll holds, and the card has new files: it is another roll now.",
                nextStep: "Use \(rolls[roll].place.another(on: rolls[roll].destination)).")
        }
    }
}
