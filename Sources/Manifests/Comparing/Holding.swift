internal import Checksums
internal import FileTree

/// Holds one manifest against the files of a tree: what it lists becomes facts about them.
struct Holding {
    let tree: TreeSnapshot
    var source: TreeManifests.Source
    /// The source's place among the tree's sources.
    let number: Int
    var facts: FactTable
    var ladder: PathLadder
    /// The folders of the tree that it lists.
    private(set) var listedFolders: [Int] = []
    private(set) var findings: [ManifestFinding] = []

    private var respelled = 0
    private var outside: [String] = []
    private var conflicts: [String] = []
    /// By entry of the tree, whether a record means it.
    private var isTaken: [Bool] = []
    /// Bytes in front of each path that are the name of the folder the list lies in.
    private var leading = 0

    init(tree: TreeSnapshot, source: TreeManifests.Source, number: Int, facts: FactTable, ladder: PathLadder) {
        self.tree = tree
        self.source = source
        self.number = number
        self.facts = facts
        self.ladder = ladder
    }

    mutating func holdFiles() {
        let history = source.history
        findLeadingFolder(of: history)
        isTaken = Array(repeating: false, count: tree.entries.count)
        var respelled: [(record: Int, entry: Int)] = []
        for record in history.records.files {
            if let entry = hold(record, of: history) { respelled.append((record, entry)) }
        }
        // A file that is listed by its own name is never another one of nearly the same name that has gone.
        for (record, entry) in respelled {
            if isTaken[entry] {
                miss(path(of: record), reason: nil)
            } else {
                self.respelled += 1
                take(record, of: history, as: entry)
            }
        }
        outside += history.outside.map { String(decoding: $0, as: UTF8.self) }
        if self.respelled > 0 {
            findings.append(
                ManifestFinding(
                    .respelled, at: source.place, "\(self.respelled) of its names are spelled otherwise here"))
        }
        for path in conflicts.prefix(ManifestNotes.most) {
            findings.append(
                ManifestFinding(.conflict, at: source.place, "it lists \(path) twice, with different hashes"))
        }
        for path in outside.prefix(ManifestNotes.most) {
            findings.append(
                ManifestFinding(.outside, at: source.place, "it lists a path that leads out of its folder: \(path)"))
        }
    }

    /// Holds a record against the tree; the entry that it may mean, if that has another spelling.
    private mutating func hold(_ record: Int, of history: History) -> Int? {
        let path = path(of: record)
        switch ladder.match(path, from: source.folderNumber) {
        case .outside: outside.append(String(decoding: path, as: UTF8.self))
        case .missing: miss(path, reason: nil)
        case .exact(let entry): take(record, of: history, as: entry)
        case .respelled(let entry): return entry
        }
        return nil
    }

    private func path(of record: Int) -> [UInt8] { Array(source.history.records.path(of: record).dropFirst(leading)) }

    private mutating func take(_ record: Int, of history: History, as entry: Int) {
        isTaken[entry] = true
        source.listed += 1
        facts.list(entry, size: history.records.size(of: record)?.bytes, by: number)
        let claims = history.records.claims(of: record)
        for claim in claims { facts.add(claim.alternatives, of: entry, by: number) }
        if claims.contradictEachOther { conflicts.append(String(decoding: path(of: record), as: UTF8.self)) }
    }

    /// A list made of a card often starts each path with the card's own folder, and lies inside it.
    ///
    /// Only when no path leads anywhere as it is written, and all start with the same folder, is that taken away.
    private mutating func findLeadingFolder(of history: History) {
        guard source.format != .ascMHL else { return }
        var folder: ArraySlice<UInt8>?
        for record in history.records.files {
            let path = history.records.path(of: record)
            guard let slash = path.firstIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return }
            if let folder, !folder.elementsEqual(path[..<slash]) { return }
            folder = path[..<slash]
            if ladder.match(Array(path), from: source.folderNumber).number != nil { return }
        }
        guard let folder, !folder.elementsEqual("..".utf8), !folder.elementsEqual(".".utf8) else { return }
        let length = folder.count + 1
        let leadsSomewhere = history.records.files.contains {
            ladder.match(Array(history.records.path(of: $0).dropFirst(length)), from: source.folderNumber).number != nil
        }
        guard leadsSomewhere else { return }
        leading = length
        let name = String(decoding: folder, as: UTF8.self)
        findings.append(
            ManifestFinding(.remark, at: source.place, "its paths start with \(name), taken for the folder it lies in"))
    }

    private mutating func miss(_ path: [UInt8], reason: String?) {
        if let inside = RelativePath(path), isIgnored(inside, isFolder: false) { return }
        source.missing.append(MissingFile(bytes: path, manifest: source.place, folder: source.folder, reason: reason))
    }

    mutating func holdFolders() {
        source.listsFolders = source.history.rootHash != nil
        for path in source.history.folders {
            source.listsFolders = true
            if let folder = ladder.match(path.bytes, from: source.folderNumber, kind: .folder).number {
                listedFolders.append(folder)
                continue
            }
            guard !isIgnored(path, isFolder: true) else { continue }
            source.missingFolders.append(source.folder.appending(path))
        }
    }

    /// Files of the card that an offload could not copy are missing until a later generation holds them.
    mutating func holdAbsent() {
        for failed in source.history.failed { miss(failed.path.bytes, reason: failed.reason) }
    }

    private func isIgnored(_ path: RelativePath, isFolder: Bool) -> Bool {
        guard source.format == .ascMHL else { return false }
        if source.ignored.leavesOut(path, isFolder: isFolder) { return true }
        var folder = path.parent
        while !folder.isRoot {
            if source.ignored.leavesOut(folder, isFolder: true) { return true }
            folder = folder.parent
        }
        return false
    }
}

extension [Claim] {
    /// Whether two of them cannot both be true.
    fileprivate var contradictEachOther: Bool {
        indices.contains { one in
            self[(one + 1)...].contains { other in
                self[one].algorithm == other.algorithm
                    && Set(self[one].alternatives).isDisjoint(with: other.alternatives)
            }
        }
    }
}
