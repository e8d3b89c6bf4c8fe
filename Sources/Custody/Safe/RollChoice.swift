internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// Finds the roll of a copy that lists what the card holds: by content, never by name.
struct RollChoice {
    enum Answer: Equatable {
        case roll(RelativePath)
        /// No history lists any content of the card.
        case none
        /// Several rolls, none in another, list equally much of it.
        case several([RelativePath])
    }

    /// By checksum, the card's files that have it.
    private var numbers: [Checksum: [Int]] = [:]
    private let entryCount: Int

    init(_ card: CardToErase, _ algorithms: AlgorithmSet) {
        entryCount = card.tree.entries.count
        for number in card.files {
            for algorithm in algorithms.algorithms {
                guard let checksum = card.hashed.checksum(algorithm, of: number) else { continue }
                numbers[checksum, default: []].append(number)
            }
        }
    }

    /// The roll that lists most of the card's files; of rolls in each other the inner one.
    func roll(in search: RollSearch) -> Answer {
        let listed = search.manifests.sources.filter { $0.format == .ascMHL }.map { ($0.folder, files(of: $0.history)) }
        var best: [RelativePath] = []
        var most = 0
        for roll in search.manifests.histories {
            var all = Set<Int>()
            for (folder, files) in listed where folder.lies(within: roll) { all.formUnion(files) }
            guard !all.isEmpty, all.count >= most else { continue }
            if all.count > most { best = [] }
            most = all.count
            best.append(roll)
        }
        let innermost = best.filter { roll in !best.contains { $0 != roll && $0.lies(within: roll) } }
        guard let first = innermost.first else { return .none }
        return innermost.count == 1 ? .roll(first) : .several(innermost)
    }

    private func files(of history: History) -> Set<Int> {
        var found = Set<Int>()
        for path in history.paths {
            for claim in history.claims(for: path) {
                for checksum in claim.alternatives { found.formUnion(numbers[checksum] ?? []) }
            }
        }
        return found
    }
}
