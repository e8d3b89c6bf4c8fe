public import Checksums
public import FileTree

/// The files of one tree that were hashed where they lie, by their numbers in its snapshot.
///
/// Columns of plain bytes: each algorithm that any file was asked for takes the length of its digest a file.
public struct HashedFiles: Sendable {
    /// How many files are in it.
    public private(set) var count = 0
    /// Their size together.
    public private(set) var size = ByteCount.zero
    /// Whether every file in it was shown to come from the device.
    public private(set) var areAllFromDevice = true

    private let entryCount: Int
    private var digests: [ChecksumAlgorithm: [UInt8]] = [:]
    private var algorithms: [AlgorithmSet]
    private var sizes: [Int64]
    private var times: [Int64]
    private var marks: [UInt8]

    private static let isHashed: UInt8 = 1
    private static let isFromDevice: UInt8 = 2

    /// Room for the files of a snapshot with `entryCount` entries.
    public init(entryCount: Int) {
        self.entryCount = entryCount
        algorithms = Array(repeating: [], count: entryCount)
        sizes = Array(repeating: 0, count: entryCount)
        times = Array(repeating: 0, count: entryCount)
        marks = Array(repeating: 0, count: entryCount)
    }

    /// Adds a file; a second reading of the same file replaces the first.
    public mutating func insert(_ file: HashedInPlace) {
        if marks[file.number] == 0 { count += 1 }
        size += file.size - ByteCount(sizes[file.number])
        marks[file.number] = HashedFiles.isHashed | (file.isFromDevice ? HashedFiles.isFromDevice : 0)
        if !file.isFromDevice { areAllFromDevice = false }
        algorithms[file.number] = AlgorithmSet(file.checksums.lazy.map(\.algorithm))
        sizes[file.number] = file.size.bytes
        times[file.number] = file.hashedAt.nanoseconds
        for checksum in file.checksums {
            let start = file.number * checksum.algorithm.digestLength
            let room = entryCount * checksum.algorithm.digestLength
            digests[checksum.algorithm, default: Array(repeating: 0, count: room)]
                .replaceSubrange(start..<start + checksum.bytes.count, with: checksum.bytes)
        }
    }

    /// What was found of a file, if it was hashed.
    public subscript(number: Int) -> HashedInPlace? {
        guard marks[number] != 0 else { return nil }
        return HashedInPlace(
            number: number, size: ByteCount(sizes[number]),
            checksums: algorithms[number].algorithms.compactMap { checksum($0, of: number) },
            isFromDevice: marks[number] & HashedFiles.isFromDevice != 0, hashedAt: Instant(nanoseconds: times[number]))
    }

    /// One checksum of a file; nil when the file was not hashed by that algorithm.
    public func checksum(_ algorithm: ChecksumAlgorithm, of number: Int) -> Checksum? {
        guard algorithms[number].contains(algorithm), let column = digests[algorithm] else { return nil }
        let length = algorithm.digestLength
        return Checksum(algorithm, unchecked: Array(column[number * length..<(number + 1) * length]))
    }

    /// What was hashed of a part of the tree whose entries follow one another, as files of a tree of its own.
    ///
    /// - Parameter numbers: the part; its first entry becomes number 0.
    public func part(_ numbers: Range<Int>) -> HashedFiles {
        var part = HashedFiles(entryCount: numbers.count)
        for number in numbers {
            guard let file = self[number] else { continue }
            part.insert(
                HashedInPlace(
                    number: number - numbers.lowerBound, size: file.size, checksums: file.checksums,
                    isFromDevice: file.isFromDevice, hashedAt: file.hashedAt))
        }
        return part
    }
}
