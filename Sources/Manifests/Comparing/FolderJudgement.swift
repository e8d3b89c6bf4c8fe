public import Checksums
public import FileTree

/// How a folder's hashes compare with what a history says of them.
public struct FolderJudgement: Hashable, Sendable {
    /// What came of it.
    public enum Result: Hashable, Sendable {
        /// Both hashes are equal.
        case equal
        /// What the files hold is not what it was.
        case contentDiffers
        /// The files hold what they held, and names or places are others.
        case structureDiffers
        /// It cannot be said, for this reason.
        case unknown(String)
    }

    /// The folder, below the tree's root.
    public let path: RelativePath
    /// The place of the history in ``TreeManifests/sources``.
    public let source: Int
    /// What came of it.
    public let result: Result
}

extension TreeManifests {
    /// By entry number, the checksums that hashing folders takes of files, besides those that the files are judged by.
    ///
    /// - Parameter isHeld: whether an entry belongs to the folders' content; false for what is left out.
    public func folderAlgorithms(isHeld: (Int) -> Bool) -> [AlgorithmSet] {
        var wanted = [AlgorithmSet](repeating: [], count: tree.entries.count)
        for source in sources {
            guard let algorithm = source.folderAlgorithm else { continue }
            for number in tree.numbers(below: source.folderNumber)
            where tree.entries[number].kind == .file && isHeld(number) {
                wanted[number].insert(AlgorithmSet(algorithm))
            }
        }
        return wanted
    }

    /// Compares every folder that a history has hashes of, the root among them.
    ///
    /// The newest generation that has a folder's hashes is asked; the reference asks all, which a folder that grew
    /// can never please, and lets a root that differs alone pass.
    ///
    /// - Parameters:
    ///   - isHeld: whether an entry belongs to the folders' content; false for what is left out.
    ///   - digest: what was found of a file by an algorithm; nil when it was not read.
    public func judgeFolders(
        isHeld: (Int) -> Bool, digest: (Int, ChecksumAlgorithm) -> [UInt8]?
    ) -> [FolderJudgement] {
        let isPresent = tree.entries.indices.map(isHeld)
        var judgements: [FolderJudgement] = []
        for (place, source) in sources.enumerated() {
            guard let algorithm = source.folderAlgorithm else { continue }
            let roll = RollTree(tree: tree, isPresent: isPresent, ignored: IgnorePatterns([]))
            let hashes = FolderHashes(of: roll, from: source.folderNumber, algorithm: algorithm) {
                digest($0, algorithm)
            }
            let news = source.history.records.news
            for number in [source.folderNumber] + tree.numbers(below: source.folderNumber)
            where tree.entries[number].kind == .folder && (isPresent[number] || number == source.folderNumber) {
                let path = tree.path(of: number)
                guard let known = source.history.folderHash(of: path.below(source.folder)) else { continue }
                let isGrown = (news[path.below(source.folder).bytes] ?? 0) > known.generation
                let result = FolderJudgement.Result(
                    known, algorithm, hashes?.hashes(of: number), isGrown: isGrown)
                judgements.append(FolderJudgement(path: path, source: place, result: result))
            }
        }
        return judgements
    }
}

extension TreeManifests.Source {
    /// The algorithm of the newest folder hashes; nil when there are none.
    fileprivate var folderAlgorithm: ChecksumAlgorithm? {
        guard format == .ascMHL else { return nil }
        if let root = history.rootHash?.content.first { return root.algorithm }
        return history.folderHashAlgorithms.count == 1 ? history.folderHashAlgorithms.first : nil
    }
}

extension FolderJudgement.Result {
    /// - Parameter isGrown: whether files were listed since by generations that hash no folders.
    fileprivate init(
        _ known: History.FolderHash, _ algorithm: ChecksumAlgorithm,
        _ found: (content: Checksum, structure: Checksum)?, isGrown: Bool
    ) {
        let content = known.content.first { $0.algorithm == algorithm }
        let structure = known.structure.first { $0.algorithm == algorithm }
        if isGrown {
            self = .unknown("a later generation lists more files, and hashes no folders")
        } else if let found, let content, let structure {
            self =
                content != found.content ? .contentDiffers : structure == found.structure ? .equal : .structureDiffers
        } else {
            let reason =
                found == nil ? "not every file in it could be read" : "its history hashes folders in several ways"
            self = .unknown(reason)
        }
    }
}

extension TreeSnapshot {
    /// The numbers of all that lies in a folder, at any depth.
    func numbers(below folder: Int) -> [Int] {
        var end = folder + 1
        while end < entries.count, Int(entries[end].parent) >= folder { end += 1 }
        return Array(folder + 1..<max(end, folder + 1))
    }
}
