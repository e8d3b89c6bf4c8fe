internal import Checksums
internal import FileTree
internal import XMLText

/// The files and folders that belong to one history and to none nested in it, each with what becomes of it.
struct ScopeRecords {
    let source: GenerationSource
    let roll: RollTree
    let scope: HistoryScope
    /// The folders of histories directly below this one, by their entry numbers.
    let children: Set<Int>
    /// Where the folder lies below the disk's root.
    let place: RelativePath
    /// The former paths of renamed files, by entry number.
    let renames: [Int: RelativePath]

    private var history: History? { scope.history }

    /// What becomes of a file in this generation.
    enum Fate {
        /// The first time this history lists it.
        case original
        /// Listed before, and equal.
        case verified
        /// Listed before, and different.
        case failed
        /// Listed before under a name that is only composed otherwise, and different: the record stays as it is.
        case respelledAndFailed
        /// Listed before and not read in this run: nothing new to say.
        case known
        /// Its name is one a manifest cannot carry.
        case unlistable
        /// The history has it by other algorithms only.
        case uncompared

        var isListed: Bool {
            switch self {
            case .original, .verified, .failed: true
            case .respelledAndFailed, .known, .unlistable, .uncompared: false
            }
        }
    }

    /// A file as a generation lists it, or why it does not.
    struct File {
        let finding: GenerationSource.Finding
        /// Below the folder of the history.
        let path: [UInt8]
        let fate: Fate
        var entries: [FormatRule.Entry] = []
        var previousPath: RelativePath?
    }

    enum Record {
        case file(File)
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
                guard child == nil, number != scope.folder, source.isWhole, XMLWriter.canCarry(path) else { return }
                try visit(.folder(number, path))
            case .file(let number) where child == nil:
                guard let finding = source.finding(number) else { return }
                try visit(.file(file(finding, at: path)))
            case .folder, .file: break
            }
        }
    }

    private func file(_ finding: GenerationSource.Finding, at path: [UInt8]) throws(ManifestError) -> File {
        guard XMLWriter.canCarry(path) else { return File(finding: finding, path: path, fate: .unlistable) }
        let previous = renames[finding.number]
        let known = history?.sealable(at: previous?.bytes ?? path) ?? []
        if known.isEmpty {
            let formats = source.isInPlace ? ScopeRecords.firstFormats(scope, source) : source.algorithms
            return File(
                finding: finding, path: path, fate: .original,
                entries: finding.checksums.filter { formats.contains($0.algorithm) }.map { ($0, .original) })
        }
        return source.isInPlace
            ? recorded(finding, at: path, known, previous) : try transferred(finding, at: path, known)
    }

    /// The formats of a file that a history lists for the first time: with that of its folders, if that is another.
    static func firstFormats(_ scope: HistoryScope, _ source: GenerationSource) -> [ChecksumAlgorithm] {
        guard source.isWhole, let folders = scope.folderAlgorithm(asked: source.algorithms),
            !source.algorithms.contains(folders)
        else { return source.algorithms }
        return source.algorithms + [folders]
    }

    private func recorded(
        _ finding: GenerationSource.Finding, at path: [UInt8], _ known: [Checksum], _ previous: RelativePath?
    ) -> File {
        let entries = FormatRule.entries(found: finding.checksums, recorded: known, asked: source.algorithms)
        guard let entries else { return File(finding: finding, path: path, fate: .uncompared) }
        let isEqual = !entries.contains { $0.action == .failed }
        if !isEqual, previous != nil { return File(finding: finding, path: path, fate: .respelledAndFailed) }
        let fate: Fate = isEqual ? .verified : .failed
        return File(finding: finding, path: path, fate: fate, entries: entries, previousPath: previous)
    }

    private func transferred(
        _ finding: GenerationSource.Finding, at path: [UInt8], _ known: [Checksum]
    ) throws(ManifestError) -> File {
        var isCompared = false
        for checksum in finding.checksums {
            guard let recorded = known.first(where: { $0.algorithm == checksum.algorithm }) else { continue }
            guard recorded == checksum else {
                throw ManifestError(
                    .contradictsHistory, at: place.appending(RelativePath(unchecked: path)),
                    "the file is \(checksum) in this run, and \(recorded) in the roll's history "
                        + "(\(checksum.algorithm.rawValue))")
            }
            isCompared = true
        }
        guard isCompared else { return File(finding: finding, path: path, fate: .uncompared) }
        return File(
            finding: finding, path: path, fate: finding.isFromEarlierRun ? .known : .verified,
            entries: finding.checksums.filter { source.algorithms.contains($0.algorithm) }.map { ($0, .verified) })
    }
}

extension History {
    /// The earliest checksum of a file in each algorithm that a manifest can carry.
    func sealable(at path: some Collection<UInt8>) -> [Checksum] {
        var seen: AlgorithmSet = []
        return (record(at: path)?.checksums ?? []).filter {
            ChecksumAlgorithm.sealable.contains($0.algorithm) && seen.insert(AlgorithmSet($0.algorithm)).inserted
        }
    }
}
