/// A set of checksum algorithms in two bytes: a tree of a million files keeps one a file.
public struct AlgorithmSet: OptionSet, Hashable, Sendable {
    /// One bit an algorithm, in their order of declaration.
    public let rawValue: UInt16

    /// Makes a set from its bits.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The set of some algorithms.
    public init(_ algorithms: some Sequence<ChecksumAlgorithm>) {
        rawValue = algorithms.reduce(0) { $0 | AlgorithmSet.bit($1) }
    }

    /// The set of one algorithm.
    public init(_ algorithm: ChecksumAlgorithm) {
        rawValue = AlgorithmSet.bit(algorithm)
    }

    /// Whether an algorithm is in it.
    public func contains(_ algorithm: ChecksumAlgorithm) -> Bool { rawValue & AlgorithmSet.bit(algorithm) != 0 }

    /// Its algorithms, in their order of declaration.
    public var algorithms: [ChecksumAlgorithm] { ChecksumAlgorithm.allCases.filter(contains) }

    private static func bit(_ algorithm: ChecksumAlgorithm) -> UInt16 { 1 << UInt16(algorithm.place) }
}

extension ChecksumAlgorithm {
    /// Its place in the order of declaration.
    var place: Int {
        switch self {
        case .c4: 0
        case .md5: 1
        case .sha1: 2
        case .xxh128: 3
        case .xxh3: 4
        case .xxh64: 5
        case .xxh32: 6
        case .sha256: 7
        case .sha512: 8
        }
    }
}
