internal import Checksums
internal import FileTree

/// What one history misses, and what lies there that it does not know: the two ends of renames.
struct ScopeFiles {
    /// The files that the history lists and that are not there.
    let missing: [Rename.Candidate]
    /// The entry numbers of files that it does not list.
    let new: [Int]

    private let tree: TreeSnapshot
    private let scope: HistoryScope

    /// - Parameters:
    ///   - roll: where the tree's root lies on its disk.
    ///   - index: finds the tree's entries.
    init(_ scopes: RollScopes, _ place: Int, in tree: TreeSnapshot, at roll: RelativePath, _ index: TreeIndex) {
        let scope = scopes.scopes[place]
        self.tree = tree
        self.scope = scope
        var missing: [Rename.Candidate] = []
        for path in scope.history?.paths.map({ $0 }) ?? [] {
            let below = scope.path.appending(path)
            // What lies in a folder that could not be read may well be there.
            guard index.number(at: below) == nil,
                !tree.unreadable.contains(where: { roll.appending(below).lies(within: $0.place) }),
                let record = scope.history?.record(at: path.bytes)
            else { continue }
            missing.append(Rename.Candidate(path: path, size: record.size, checksums: record.checksums))
        }
        self.missing = missing
        new = tree.entries.indices.filter { number in
            guard tree.entries[number].kind == .file, scopes.owners[number] == Int32(place) else { return false }
            let path = tree.path(of: number).below(scope.path)
            return scope.history?.sealable(at: path.bytes).isEmpty ?? true
        }
    }

    /// The former paths of files whose names are the same text, only composed of other characters, by entry number.
    ///
    /// One file on its way through macOS: `é` may be one character or two (Unicode Standard Annex 15), and a
    /// `String` holds both for equal. Where there are several of a name, nobody can say which one it is.
    var respelled: [Int: RelativePath] {
        let foreign = missing.map(\.path).filter(\.bytes.isBeyondASCII)
        guard !foreign.isEmpty else { return [:] }
        let former = Dictionary(grouping: foreign, by: \.description)
        let names = new.map { (number: $0, path: tree.path(of: $0).below(scope.path)) }
        let present = Dictionary(grouping: names.filter { $0.path.bytes.isBeyondASCII }, by: \.path.description)
        var pairs: [Int: RelativePath] = [:]
        for (name, files) in present where files.count == 1 {
            if let paths = former[name], paths.count == 1 { pairs[files[0].number] = paths[0] }
        }
        return pairs
    }

    /// The former paths of files that are there under a new name, by entry number; those that are only respelled may
    /// have another content.
    func renames(_ source: GenerationSource) -> [Int: RelativePath] {
        guard !missing.isEmpty else { return [:] }
        let respelled = self.respelled
        guard source.detectsRenames else { return respelled }
        let settled = Set(respelled.values)
        return respelled.merging(
            moved(source, missing: missing.filter { !settled.contains($0.path) }) { respelled[$0] == nil }
        ) { first, _ in first }
    }

    /// The former paths of files that have the content of one that is gone.
    private func moved(
        _ source: GenerationSource, missing: [Rename.Candidate], isNew: (Int) -> Bool
    ) -> [Int: RelativePath] {
        var numbers: [RelativePath: Int] = [:]
        var candidates: [Rename.Candidate] = []
        for number in new where isNew(number) {
            guard let finding = source.finding(number) else { continue }
            let path = tree.path(of: number).below(scope.path)
            numbers[path] = number
            candidates.append(Rename.Candidate(path: path, size: finding.size, checksums: finding.checksums))
        }
        var renames: [Int: RelativePath] = [:]
        for rename in Rename.among(missing: missing, new: candidates) {
            if let number = numbers[rename.to] { renames[number] = rename.from }
        }
        return renames
    }
}

extension TreeSnapshot {
    /// Whether any name has a character that could be composed in another way.
    var hasNamesBeyondASCII: Bool { entries.indices.contains { name(of: $0).isBeyondASCII } }
}

extension Collection<UInt8> {
    fileprivate var isBeyondASCII: Bool { contains { $0 >= 0x80 } }
}
