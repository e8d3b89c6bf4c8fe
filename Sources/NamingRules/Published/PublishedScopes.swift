internal import CameraCards
internal import FileTree
internal import FrameSequences

/// Which rule watches over which published files.
struct PublishedScopes {
    /// One rule, with the part of the tree that it speaks of.
    struct Part {
        let rule: ImmutableRule
        let scope: RuleScope
    }

    let parts: [Part]

    init(_ file: RuleFile?) {
        parts = (file?.rules ?? []).compactMap { rule in
            guard let rule = rule as? ImmutableRule else { return nil }
            return Part(rule: rule, scope: file?.scope(of: rule.settings) ?? .all)
        }
    }

    /// The first rule in whose scope a path lies, whether or not anything is there now.
    func rule(over path: RelativePath, in folder: CheckedFolder) -> ImmutableRule? {
        parts.first { $0.scope.holds(path, cards: folder.cards.map(\.path)) }?.rule
    }

    /// The rules' files in the tree, by entry, each with the first rule in whose scope it lies.
    func files(of folder: CheckedFolder, _ index: TreeIndex) -> [(entry: Int, rule: ImmutableRule)] {
        let cards = folder.cards.map(\.path)
        return folder.named.things.indices.flatMap { thing -> [(entry: Int, rule: ImmutableRule)] in
            guard folder.named.things[thing].kind != .folder else { return [] }
            let path = folder.named.path(of: thing)
            let part = parts.first { part in
                // A rule that names no scope leaves alone what is sealed.
                let isMeant = part.rule.settings.scope != nil || !folder.isSealed(thing)
                return isMeant && part.scope.kinds.contains(folder.named.things[thing].kind)
                    && part.scope.holds(path, cards: cards)
            }
            guard let part else { return [] }
            return folder.named.entries(of: thing, index).map { ($0, part.rule) }
        }
    }
}

extension PublishedComparison {
    /// What is said of rules where there is no ledger and no history.
    static func idle(_ file: RuleFile?) -> [String] {
        PublishedRemarks.all(PublishedRemarks.Counts(), idle: PublishedScopes(file).parts.map(\.rule.settings.id))
    }
}

extension RuleSettings {
    /// What the ledger finds where no rule does.
    static let ofLedger = RuleSettings(
        id: PublishedFiles.ofNoRule, type: .immutable, scope: nil, severity: nil, line: 0)
}

extension RuleFile {
    /// The part of the tree that a rule looks at: everything where it names none.
    func scope(of settings: RuleSettings) -> RuleScope? {
        guard let name = settings.scope else { return .all }
        return scopes[name] ?? RuleScope(matching: name)
    }
}

extension RuleScope {
    /// A rule may write its pattern where others name a scope.
    init(matching pattern: String) {
        self.init(
            id: pattern, patterns: IgnorePatterns([pattern]), kinds: Set(NamedThing.Kind.allCases), isSealed: false,
            isCards: false)
    }

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
        return sequence.runs.joined().compactMap { index.child(named: sequence.name(of: $0), of: folder) }
    }
}
