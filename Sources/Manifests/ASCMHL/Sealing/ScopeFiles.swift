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

    /// The former paths of files that are there under a new name, by entry number.
    func renames(_ source: GenerationSource) -> [Int: RelativePath] {
        guard !missing.isEmpty else { return [:] }
        var numbers: [RelativePath: Int] = [:]
        var candidates: [Rename.Candidate] = []
        for number in new {
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
