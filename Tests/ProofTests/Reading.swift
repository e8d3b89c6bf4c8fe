import Checksums
import FileTree
import RushesFixtures

@testable import Proof

/// What hashing a tree in place came to.
struct Reading {
    private(set) var files: [Int: HashedInPlace] = [:]
    private(set) var failures: [Int: HashingFailure] = [:]
    /// How often something was told of a file.
    private(set) var told = 0
    private(set) var isWhole = false
    private(set) var threadsLeftBehind = 0
    private let tree: TreeSnapshot

    /// Hashes everything on a disk.
    init(_ disk: any ReadableDisk, _ algorithms: [ChecksumAlgorithm], limits: HashingLimits) throws {
        self.init(disk, try TreeWalk.snapshot(of: disk), algorithms, limits: limits)
    }

    /// Hashes every file of a snapshot.
    init(
        _ disk: any ReadableDisk, _ tree: TreeSnapshot, _ algorithms: [ChecksumAlgorithm], limits: HashingLimits,
        shouldStop: () -> Bool = { false }
    ) {
        let wanted = tree.entries.map { $0.kind == .file ? AlgorithmSet(algorithms) : [] }
        self.init(disk, tree, wanted, limits: limits, shouldStop: shouldStop)
    }

    /// Hashes what is wanted, entry by entry.
    init(
        _ disk: any ReadableDisk, _ tree: TreeSnapshot, _ wanted: [AlgorithmSet], limits: HashingLimits,
        shouldStop: () -> Bool = { false }
    ) {
        self.tree = tree
        let hashing = InPlaceHashing(disk: disk, tree: tree, wanted: wanted, limits: limits)
        var found: [InPlaceHashing.Finding] = []
        isWhole = hashing.run(take: { found.append($0) }, shouldStop: shouldStop)
        threadsLeftBehind = hashing.threadsLeftBehind
        told = found.count
        for (number, result) in found {
            switch result {
            case .success(let file): files[number] = file
            case .failure(let failure): failures[number] = failure
            }
        }
    }

    /// One line for each file of a card that is missing here, or whose size or checksum is not that of its bytes.
    func differences(from card: CardBuilder, _ algorithms: [ChecksumAlgorithm]) -> [String] {
        let contents = card.contents
        return contents.files.flatMap { path -> [String] in
            guard let bytes = contents[file: path], let file = tree.number(at: path).flatMap({ files[$0] }) else {
                return ["\(path): missing"]
            }
            let wrong = algorithms.filter { file.checksum($0) != Checksum.of(bytes, $0) }
            return (file.size == ByteCount(Int64(bytes.count)) ? [] : ["\(path): size"])
                + wrong.map { "\(path): \($0.rawValue)" }
        }
    }
}
