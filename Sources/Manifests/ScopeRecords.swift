internal import Checksums
internal import FileTree
internal import Proof
internal import XMLText

/// The files and folders that belong to one history and to none nested in it, each with what becomes of it.
struct ScopeRecords {
    let roll: RollTree
    let scope: Seal.Scope
    /// The folders of histories directly below this one, by their entry numbers.
    let children: Set<Int>
    let verified: VerifiedFiles
    /// What the history knows so far; nil before its first generation.
    let history: History?
    /// Where the folder lies below the disk's root.
    let place: RelativePath

    /// What becomes of a file in this generation.
    enum Fate {
        /// The first time this history lists it.
        case original
        /// Listed before, and equal.
        case verified
        /// Listed before and not read in this run: nothing new to say.
        case known
        /// Its name is one a manifest cannot carry.
        case unlistable
        /// The history has it by other algorithms only.
        case uncompared

        var isListed: Bool {
            switch self {
            case .original, .verified: true
            case .known, .unlistable, .uncompared: false
            }
        }
    }

    enum Record {
        case file(VerifiedFile, [UInt8], Fate)
        case folder(Int, [UInt8])
    }

    /// Visits them, a folder after all that lies in it.
    func visit(_ visit: (Record) throws(ManifestError) -> Void) throws(ManifestError) {
        var child: Int?
        try roll.descend(from: scope.folder) { (step, path) throws(ManifestError) in
            switch step {
            case .folder(let number) where child == nil && children.contains(number): child = number
            case .end(let number):
                if child == number { child = nil }
                if child == nil, number != scope.folder, XMLWriter.canCarry(path) { try visit(.folder(number, path)) }
            case .file(let number) where child == nil:
                guard let file = verified[number] else { return }
                try visit(.file(file, path, fate(of: file, at: path)))
            case .folder, .file: break
            }
        }
    }

    private func fate(of file: VerifiedFile, at path: [UInt8]) throws(ManifestError) -> Fate {
        guard XMLWriter.canCarry(path) else { return .unlistable }
        guard let known = history?.record(at: path)?.checksums, !known.isEmpty else { return .original }
        var isCompared = false
        for checksum in file.checksums {
            guard let recorded = known.first(where: { $0.algorithm == checksum.algorithm }) else { continue }
            guard recorded == checksum else {
                throw ManifestError(
                    .contradictsHistory, at: place.appending(RelativePath(unchecked: path)),
                    "the file is \(checksum) in this run, and \(recorded) in the roll's history "
                        + "(\(checksum.algorithm.rawValue))")
            }
            isCompared = true
        }
        guard isCompared else { return .uncompared }
        return file.isFromEarlierRun ? .known : .verified
    }
}
