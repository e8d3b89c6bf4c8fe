internal import Checksums
internal import FileTree
internal import Manifests
internal import Proof

/// Reads one roll that should hold what the card holds, and says of each file whether it does.
struct CopyReading {
    let search: RollSearch
    let roll: RelativePath
    let least: SafeRequest.Level

    private var contents: [Content?]
    /// By the roll's files: whether what was read is what the manifests say.
    private var verdicts: [CopyVerdict]
    /// Whether all that counts was shown to come from the device.
    private(set) var isFromDevice = true
    private let index: TreeIndex
    private let leftOut: IgnorePatterns
    private let volume: Volume

    private var tree: TreeSnapshot { search.folder.tree }

    init(_ search: RollSearch, roll: RelativePath, on volume: Volume, least: SafeRequest.Level) {
        self.search = search
        self.roll = roll
        self.volume = volume
        self.least = least
        let count = search.folder.tree.entries.count
        contents = Array(repeating: nil, count: count)
        verdicts = Array(repeating: .notListed, count: count)
        index = TreeIndex(search.folder.tree)
        leftOut = CopyReading.personalPatterns(search.manifests, in: roll)
    }

    /// The patterns of a roll's histories that are neither the format's own nor those of system folders.
    private static func personalPatterns(_ manifests: TreeManifests, in roll: RelativePath) -> IgnorePatterns {
        let always = Set([".DS_Store", "ascmhl", "ascmhl/"])
        let patterns = manifests.sources.filter { $0.format == .ascMHL && $0.folder.lies(within: roll) }
            .flatMap(\.history.ignorePatterns)
        return IgnorePatterns(
            patterns.filter { pattern in
                let name = pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern
                return !always.contains(pattern) && !SystemNames.folders.contains(name)
                    && !SystemNames.files.contains(name)
            })
    }

    // MARK: - Reading

    /// The files that are read: those that the histories list, and the manifests that their chains name.
    var files: [Int: AlgorithmSet] {
        var files: [Int: AlgorithmSet] = [:]
        for number in tree.entries.indices where tree.entries[number].kind == .file {
            guard tree.path(of: number).lies(within: roll) else { continue }
            let algorithms = search.manifests.algorithms(of: number)
            if search.manifests.isListed(number), !algorithms.isEmpty {
                files[number] = algorithms.union(AlgorithmSet(Content.algorithm))
            }
        }
        for number in chained { files[number] = AlgorithmSet(Content.algorithm) }
        return files
    }

    /// The manifests in the roll that an intact chain vouches for.
    private var chained: [Int] {
        search.manifests.sources.filter { $0.format == .ascMHL && $0.folder.lies(within: roll) }.flatMap { source in
            source.history.generations.compactMap { generation in
                source.place.appending(Array(generation.name.utf8)).flatMap { index.number(at: $0) }
            }
        }
    }

    /// Reads the roll past the cache; what is mounted into it is not the copy's own and is not read.
    mutating func read(by reading: inout Reading, progress: (ByteCount) -> Void) {
        let chained = Set(chained)
        let files = files
        let bound = BoundFiles(among: files.keys, in: search.folder, on: volume)
        for number in files.keys where bound.contains(number) { verdicts[number] = .mounted }
        reading.read(files.filter { !bound.contains($0.key) }) { event in
            switch event {
            case .progress(let read): progress(read)
            case .file(let number, .success(let file)):
                contents[number] = Content(file)
                verdicts[number] = verdict(of: number, file, isManifest: chained.contains(number))
            case .file(let number, .failure): verdicts[number] = .unreadable
            }
        }
    }

    private mutating func verdict(of number: Int, _ file: HashedInPlace, isManifest: Bool) -> CopyVerdict {
        let judgements = search.manifests.judge(number, size: file.size, checksums: file.checksums)
        if judgements.contains(where: { $0.judgement.isWrong }) { return .contradictsManifest }
        let isVouchedFor = judgements.contains { source, judgement in
            search.manifests.sources[source].isHistory && judgement.isEqual
        }
        guard isVouchedFor || isManifest else { return .notListed }
        if !file.isFromDevice { isFromDevice = false }
        return file.isFromDevice || least == .readBack ? .equal : .notFromDevice
    }

    // MARK: - Comparing

    /// What the roll holds of each of the card's files that need copies, in the order of these.
    ///
    /// A file of the roll stands for one file of the card: of two equal frames on the card two must be there, and two
    /// names of one file are one.
    func verdicts(on card: CardToErase) -> [CopyVerdict] {
        var found: [CopyVerdict?] = []
        // Inodes, as hard links are names of one.
        var used: Set<UInt64> = []
        for number in card.files {
            guard let content = card.contents[number] else {
                found.append(.notCompared)
                continue
            }
            let place = index.number(at: roll.appending(card.tree.path(of: number)))
            var verdict = place.flatMap { self.verdict(of: $0, against: content) }
            if verdict == .equal, let place, !used.insert(tree.entries[place].inode).inserted { verdict = .secondName }
            found.append(verdict)
        }
        var elsewhere: [Content: Int] = [:]
        for (number, content) in contents.enumerated() where verdicts[number] == .equal {
            guard let content, used.insert(tree.entries[number].inode).inserted else { continue }
            elsewhere[content, default: 0] += 1
        }
        return zip(card.files, found).map { number, verdict in
            if verdict == .equal { return .equal }
            if let content = card.contents[number], let count = elsewhere[content], count > 0 {
                elsewhere[content] = count - 1
                return .equalElsewhere
            }
            return verdict ?? (leftOut.matchesOrHolds(card.tree.path(of: number)) ? .leftOut : .missing)
        }
    }

    /// Nil when there is no file at the place.
    private func verdict(of place: Int, against content: Content) -> CopyVerdict? {
        guard tree.entries[place].kind == .file else { return nil }
        let verdict = verdicts[place]
        guard let found = contents[place] else { return verdict }
        return found == content ? verdict : .differs
    }
}
