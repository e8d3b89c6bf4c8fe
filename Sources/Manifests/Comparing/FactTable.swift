internal import Checksums
internal import FileTree

/// Claims about the files of a tree, in columns of plain bytes: its manifests may list a million of them.
///
/// Facts are added manifest by manifest; ``sort(entryCount:)`` then makes them readable by file.
struct FactTable: Sendable {
    /// What one manifest says of one file.
    struct Statement {
        let manifest: Int
        /// Nil when it does not say.
        var size: Int64?
        var claims: [[Checksum]] = []
    }

    private struct Fact {
        /// The size, or where the digests start.
        var value: Int64
        var number: UInt32
        var manifest: UInt32
        /// Nil for a listing.
        var algorithm: ChecksumAlgorithm?
        var alternatives: UInt8
    }

    private static let noSize: Int64 = -1

    private var facts: [Fact] = []
    private var digests: [UInt8] = []
    /// By file, where its facts start in `order`.
    private var starts: [UInt32] = []
    private var order: [UInt32] = []

    /// The algorithms that any claim needs.
    var algorithms: AlgorithmSet {
        facts.reduce(into: []) { $0.formUnion($1.algorithm.map { AlgorithmSet($0) } ?? []) }
    }

    /// Says that a manifest lists a file, and which size it gives.
    mutating func list(_ number: Int, size: Int64?, by manifest: Int) {
        facts.append(
            Fact(
                value: size ?? FactTable.noSize, number: UInt32(number), manifest: UInt32(manifest), algorithm: nil,
                alternatives: 0))
    }

    mutating func add(_ alternatives: [Checksum], of number: Int, by manifest: Int) {
        guard let algorithm = alternatives.first?.algorithm else { return }
        facts.append(
            Fact(
                value: Int64(digests.count), number: UInt32(number), manifest: UInt32(manifest), algorithm: algorithm,
                alternatives: UInt8(alternatives.count)))
        for checksum in alternatives { digests += checksum.bytes }
    }

    /// Brings the facts into the order in which they are looked up, each file's as they came; once, at the end.
    mutating func sort(entryCount: Int) {
        starts = Array(repeating: 0, count: entryCount + 1)
        for fact in facts { starts[Int(fact.number) + 1] += 1 }
        for number in 0..<entryCount { starts[number + 1] += starts[number] }
        var next = starts
        order = Array(repeating: 0, count: facts.count)
        for place in facts.indices {
            let number = Int(facts[place].number)
            order[Int(next[number])] = UInt32(place)
            next[number] += 1
        }
    }

    /// Whether any manifest lists a file.
    func isListed(_ number: Int) -> Bool { !starts.isEmpty && starts[number] < starts[number + 1] }

    /// What is said of a file, one statement a listing.
    func statements(about number: Int) -> [Statement] {
        var statements: [Statement] = []
        for place in places(of: number) {
            let fact = facts[Int(order[place])]
            if fact.algorithm == nil {
                statements.append(
                    Statement(manifest: Int(fact.manifest), size: fact.value == FactTable.noSize ? nil : fact.value))
            } else if !statements.isEmpty {
                statements[statements.count - 1].claims.append(alternatives(of: fact))
            }
        }
        return statements
    }

    /// The algorithms of all claims about a file.
    func algorithms(of number: Int) -> AlgorithmSet {
        places(of: number).reduce(into: []) { set, place in
            if let algorithm = facts[Int(order[place])].algorithm { set.insert(AlgorithmSet(algorithm)) }
        }
    }

    private func places(of number: Int) -> Range<Int> {
        starts.isEmpty ? 0..<0 : Int(starts[number])..<Int(starts[number + 1])
    }

    private func alternatives(of fact: Fact) -> [Checksum] {
        guard let algorithm = fact.algorithm else { return [] }
        let length = algorithm.digestLength
        return (0..<Int(fact.alternatives)).map { place in
            let start = Int(fact.value) + place * length
            return Checksum(algorithm, unchecked: Array(digests[start..<start + length]))
        }
    }
}
