internal import Checksums
internal import FileTree
internal import Proof

/// What generations are sealed from: a tree, the proofs of its files, and who seals.
struct GenerationSource {
    /// The proofs, which decide what a generation may call itself.
    enum Proofs {
        /// Written as part of a copy whose both ends were compared.
        case transfer(VerifiedFiles)
        /// Hashed where it lies; nothing was compared yet.
        case inPlace(HashedFiles)
    }

    /// What a proof says of one file.
    struct Finding {
        let number: Int
        let size: ByteCount
        let checksums: [Checksum]
        let foundAt: Instant
        /// Whether an earlier run read it and this one only found it unchanged.
        let isFromEarlierRun: Bool

        func checksum(_ algorithm: ChecksumAlgorithm) -> Checksum? { checksums.first { $0.algorithm == algorithm } }
    }

    let tree: TreeSnapshot
    let isPresent: [Bool]
    let proofs: Proofs
    let algorithms: [ChecksumAlgorithm]
    let folderName: [UInt8]
    let creator: Creator
    let startedAt: Instant
    let ignore: [String]
    let failed: [FailedFile]
    /// Whether it is about the whole folder, and so about folders too.
    let isWhole: Bool
    let detectsRenames: Bool

    init(_ request: SealRequest) {
        tree = request.tree
        isPresent = request.isPresent
        proofs = .transfer(request.verified)
        algorithms = request.algorithms
        folderName = request.rollName
        creator = request.creator
        startedAt = request.startedAt
        ignore = request.ignore
        failed = request.failed
        isWhole = true
        detectsRenames = false
    }

    init(_ request: RecordRequest, _ files: HashedFiles) {
        tree = request.tree
        isPresent = request.isPresent
        proofs = .inPlace(files)
        algorithms = request.algorithms
        folderName = request.folderName
        creator = request.creator
        startedAt = request.startedAt
        ignore = request.ignore
        failed = []
        isWhole = request.coverage == .wholeFolder
        detectsRenames = request.detectsRenames
    }

    /// The word for it in a manifest.
    var process: String {
        switch proofs {
        case .transfer: "transfer"
        case .inPlace: "in-place"
        }
    }

    var isInPlace: Bool {
        switch proofs {
        case .transfer: false
        case .inPlace: true
        }
    }

    /// What is proved of a file.
    func finding(_ number: Int) -> Finding? {
        switch proofs {
        case .transfer(let files):
            files[number].map {
                Finding(
                    number: number, size: $0.size, checksums: $0.checksums, foundAt: $0.provedAt,
                    isFromEarlierRun: $0.isFromEarlierRun)
            }
        case .inPlace(let files):
            files[number].map {
                Finding(
                    number: number, size: $0.size, checksums: $0.checksums, foundAt: $0.hashedAt,
                    isFromEarlierRun: false)
            }
        }
    }

    /// The digest of a file by one algorithm, if it was taken.
    func digest(_ number: Int, _ algorithm: ChecksumAlgorithm) -> [UInt8]? {
        switch proofs {
        case .transfer(let files): files[number]?.checksums.first { $0.algorithm == algorithm }?.bytes
        case .inPlace(let files): files.checksum(algorithm, of: number)?.bytes
        }
    }

    /// Whether a manifest can carry what is asked for, and the proofs hold it.
    func checkAlgorithms(at roll: RelativePath) throws(ManifestError) {
        let isCarried = algorithms.allSatisfy { algorithm in
            guard ChecksumAlgorithm.sealable.contains(algorithm) else { return false }
            if case .transfer(let files) = proofs { return files.algorithms.contains(algorithm) }
            return true
        }
        guard !algorithms.isEmpty, isCarried else {
            let names = algorithms.map(\.rawValue).joined(separator: ", ")
            throw ManifestError(.cannotCarry, at: roll, "ASC MHL cannot carry these checksums: \(names)")
        }
    }
}
