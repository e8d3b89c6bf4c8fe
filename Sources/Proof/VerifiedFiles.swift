public import Checksums
public import FileTree

/// The verified files of one copy, by their numbers in the card's snapshot.
///
/// Columns of plain bytes, because a card may hold a million files: 8 bytes a file for XXH64, and 17 more.
public struct VerifiedFiles: Sendable {
    /// The algorithms every file carries, in this order.
    public let algorithms: [ChecksumAlgorithm]
    /// How many files are in it.
    public private(set) var count = 0
    /// Their size together.
    public private(set) var size = ByteCount.zero

    private let stride: Int
    private var digests: [UInt8]
    private var sizes: [Int64]
    private var times: [Int64]
    /// 0 for a file that is not in it, else its evidence plus one; the top bit marks an earlier run's.
    private var marks: [UInt8]

    private static let earlierRun: UInt8 = 0x80

    /// Room for the files of a snapshot with `entryCount` entries.
    public init(algorithms: [ChecksumAlgorithm], entryCount: Int) {
        self.algorithms = algorithms
        stride = algorithms.reduce(0) { $0 + $1.digestLength }
        digests = Array(repeating: 0, count: entryCount * stride)
        sizes = Array(repeating: 0, count: entryCount)
        times = Array(repeating: 0, count: entryCount)
        marks = Array(repeating: 0, count: entryCount)
    }

    /// Adds a file; a second proof of the same file replaces the first.
    public mutating func insert(_ file: VerifiedFile) {
        precondition(file.checksums.map(\.algorithm) == algorithms, "each file carries the run's algorithms")
        if marks[file.number] == 0 { count += 1 }
        size += file.size - ByteCount(sizes[file.number])
        marks[file.number] = file.evidence.rawValue + 1 | (file.isFromEarlierRun ? VerifiedFiles.earlierRun : 0)
        sizes[file.number] = file.size.bytes
        times[file.number] = file.provedAt.nanoseconds
        var place = file.number * stride
        for byte in file.checksums.lazy.flatMap(\.bytes) {
            digests[place] = byte
            place += 1
        }
    }

    /// The proof for a file, if there is one.
    public subscript(number: Int) -> VerifiedFile? {
        guard let evidence = evidence(of: number) else { return nil }
        return VerifiedFile(
            number: number, size: ByteCount(sizes[number]),
            checksums: algorithms.indices.map { checksum($0, of: number) },
            evidence: evidence, provedAt: Instant(nanoseconds: times[number]),
            isFromEarlierRun: marks[number] & VerifiedFiles.earlierRun != 0)
    }

    /// The evidence for a file; nil when it is not verified.
    public func evidence(of number: Int) -> Evidence? {
        let mark = marks[number] & ~VerifiedFiles.earlierRun
        return mark == 0 ? nil : Evidence(rawValue: mark - 1)
    }

    /// The weakest evidence among the files; nil when there are none.
    public var weakestEvidence: Evidence? {
        Evidence.allCases.first { level in
            marks.contains { $0 & ~VerifiedFiles.earlierRun == level.rawValue + 1 }
        }
    }

    private func checksum(_ index: Int, of number: Int) -> Checksum {
        let start = number * stride + algorithms[..<index].reduce(0) { $0 + $1.digestLength }
        let algorithm = algorithms[index]
        return Checksum(algorithm, unchecked: Array(digests[start..<start + algorithm.digestLength]))
    }
}
