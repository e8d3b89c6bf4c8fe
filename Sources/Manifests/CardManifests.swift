public import Checksums
public import FileTree
internal import XMLText

/// What the manifests that lie on a card say of its files.
///
/// ASC MHL histories at the root and below, Media Hash Lists v1.x, and plain lists of checksums. Nothing here is
/// trusted: paths never leave the card, sizes and counts have limits, and whatever cannot be read is a finding.
public struct CardManifests: Sendable {
    /// The algorithms with which every expectation can be checked, in their order of declaration.
    public internal(set) var algorithms: [ChecksumAlgorithm] = []
    /// The algorithms of its ASC MHL histories: a generation that continues one needs them too.
    public internal(set) var historyAlgorithms: Set<ChecksumAlgorithm> = []
    /// How many of the card's files are listed by any manifest.
    public internal(set) var listed = 0
    /// What is listed and not on the card.
    public internal(set) var missing: [MissingFile] = []
    /// What a person should know of the manifests themselves.
    public internal(set) var problems: [ManifestFinding] = []
    /// The folders that have a history, the root first.
    public internal(set) var histories: [RelativePath] = []
    /// The lists that were read, without the histories' manifests.
    public internal(set) var lists: [RelativePath] = []

    var facts = FactTable()

    init() {}

    /// Reads every manifest on a card.
    ///
    /// - Parameters:
    ///   - disk: the card.
    ///   - tree: what it holds, from its root.
    public static func found(on disk: any ReadableDisk, in tree: TreeSnapshot) -> CardManifests {
        var reader = CardManifestReader(disk: disk, tree: tree)
        return reader.read()
    }

    /// What is said of a file, by its number in the card's snapshot; none when no manifest lists it.
    public func expectations(for number: Int) -> [Expectation] {
        facts.expectations(for: number)
    }
}

/// Claims about files in columns of plain bytes: a card's own manifests may list a million of them.
struct FactTable: Sendable {
    private struct Fact {
        var number: UInt32
        var manifest: UInt32
        /// Nil for a size.
        var algorithm: ChecksumAlgorithm?
        /// The size, or where the digests start.
        var value: Int64
        var alternatives: UInt8
    }

    private var facts: [Fact] = []
    private var digests: [UInt8] = []
    private var manifests: [RelativePath] = []

    /// The algorithms that any claim needs.
    var algorithms: Set<ChecksumAlgorithm> { Set(facts.lazy.compactMap(\.algorithm)) }

    mutating func insert(_ manifest: RelativePath) -> UInt32 {
        manifests.append(manifest)
        return UInt32(manifests.count - 1)
    }

    mutating func add(size: Int64, of number: Int, by manifest: UInt32) {
        facts.append(Fact(number: UInt32(number), manifest: manifest, algorithm: nil, value: size, alternatives: 0))
    }

    mutating func add(_ alternatives: [Checksum], of number: Int, by manifest: UInt32) {
        guard let algorithm = alternatives.first?.algorithm else { return }
        facts.append(
            Fact(
                number: UInt32(number), manifest: manifest, algorithm: algorithm, value: Int64(digests.count),
                alternatives: UInt8(alternatives.count)))
        for checksum in alternatives { digests += checksum.bytes }
    }

    /// Brings the claims into the order in which they are looked up: by file, manifest and algorithm, sizes first.
    mutating func sort() {
        let ranks = Dictionary(uniqueKeysWithValues: zip(ChecksumAlgorithm.allCases, 1...))
        let rank = { (fact: Fact) in fact.algorithm.flatMap { ranks[$0] } ?? 0 }
        facts.sort { one, other in
            (one.number, one.manifest, rank(one), one.value) < (other.number, other.manifest, rank(other), other.value)
        }
    }

    func expectations(for number: Int) -> [Expectation] {
        var low = 0
        var high = facts.count
        while low < high {
            let middle = (low + high) / 2
            if Int(facts[middle].number) < number { low = middle + 1 } else { high = middle }
        }
        return facts[low...].prefix { Int($0.number) == number }.map { fact in
            Expectation(claim: claim(of: fact), manifest: manifests[Int(fact.manifest)])
        }
    }

    /// Manifests that claim two things of one file that cannot both be true, with the file.
    func conflicts() -> [(manifest: RelativePath, number: Int)] {
        zip(facts, facts.dropFirst()).compactMap { one, other in
            guard one.number == other.number, one.manifest == other.manifest, one.algorithm == other.algorithm,
                one.algorithm != nil, Set(alternatives(of: one)).isDisjoint(with: alternatives(of: other))
            else { return nil }
            return (manifests[Int(one.manifest)], Int(one.number))
        }
    }

    private func claim(of fact: Fact) -> Expectation.Claim {
        guard let algorithm = fact.algorithm else { return .size(ByteCount(fact.value)) }
        return .checksum(algorithm, alternatives: alternatives(of: fact))
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
