internal import CameraCards
internal import FileTree
internal import FrameSequences

/// Which rule watches over which published files.
struct PublishedScopes {
    private struct Part {
        let rule: ImmutableRule
        /// Nil for all that is nowhere sealed.
        let scope: RuleScope?
    }

    private let parts: [Part]

    init(_ file: RuleFile?) {
        parts = (file?.rules ?? []).compactMap { rule in
            guard let rule = rule as? ImmutableRule else { return nil }
            return Part(rule: rule, scope: rule.settings.scope.flatMap { file?.scopes[$0] })
        }
    }

    /// The rules, in the order of their file.
    var rules: [ImmutableRule] { parts.map(\.rule) }

    /// The first rule in whose scope a path lies, whether or not anything is there now.
    func rule(over path: RelativePath, in folder: CheckedFolder) -> ImmutableRule? {
        parts.first { $0.scope?.holds(path, cards: folder.cards.map(\.path)) ?? true }?.rule
    }

    /// The rules' files in the tree, by entry, each with the first rule in whose scope it lies.
    func files(in scoped: ScopedFolder, _ index: TreeIndex) -> [(entry: Int, rule: ImmutableRule)] {
        let named = scoped.folder.named
        var isTaken = Array(repeating: false, count: named.things.count)
        var files: [(entry: Int, rule: ImmutableRule)] = []
        for part in parts {
            for thing in scoped.things(of: part.rule.settings).things where !isTaken[thing] {
                guard named.things[thing].kind != .folder else { continue }
                isTaken[thing] = true
                files += named.entries(of: thing, index).map { ($0, part.rule) }
            }
        }
        return files
    }
}

extension PublishedComparison {
    /// What is said of rules where there is no ledger and no history.
    static func idle(_ file: RuleFile?) -> [String] {
        PublishedRemarks.all(PublishedRemarks.Counts(), idle: PublishedScopes(file).rules.map(\.settings.id), nil)
    }
}

extension RuleSettings {
    /// What the ledger finds where no rule does.
    static let ofLedger = RuleSettings(
        id: PublishedFiles.ofNoRule, type: .immutable, scope: nil, severity: nil, line: 0)
}

extension RuleScope {
    /// Whether a path lies in it, whether or not anything is there now.
    func holds(_ path: RelativePath, cards: [RelativePath]) -> Bool {
        if isCards { return cards.contains { path.lies(within: $0) } }
        if patterns.leavesOut(path, isFolder: false) { return true }
        // `VFX/` and `VFX` mean a folder with all that lies in it.
        var folder = path.parent
        while !folder.isRoot {
            if patterns.leavesOut(folder, isFolder: true) { return true }
            folder = folder.parent
        }
        return false
    }
}

extension NamedTree {
    /// The entries of the files that a thing is: one, or all frames of a sequence.
    func entries(of thing: Int, _ index: TreeIndex) -> [Int] {
        guard let sequence = sequence(of: thing) else { return [things[thing].entry] }
        let folder = Int(tree.entries[things[thing].entry].parent)
        var (entries, next): ([Int], Int) = ([], things[thing].entry)
        for frame in sequence.runs.joined() {
            let name = sequence.name(of: frame)
            // Frames mostly lie behind each other: most need no look-up.
            let isNext =
                next < tree.entries.count && Int(tree.entries[next].parent) == folder
                && tree.name(of: next) == name[...]
            guard let entry = isNext ? next : index.child(named: name, of: folder) else { continue }
            entries.append(entry)
            next = entry + 1
        }
        return entries
    }
}
