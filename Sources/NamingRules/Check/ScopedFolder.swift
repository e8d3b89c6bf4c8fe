internal import CameraCards
internal import FileTree

/// A checked folder, and which of its things each scope holds; what several rules share is found once.
struct ScopedFolder: Sendable {
    /// The folder, with what is sealed in it.
    var folder: CheckedFolder
    /// The things of each scope, by what rules call it.
    private var things: [String: [Int]] = [:]
    /// What is nowhere sealed: a rule without a scope looks at that.
    private let open: [Int]

    /// Looks where the scopes of a rule file lie; those of cards need `cards` to be found before.
    init(_ folder: CheckedFolder, _ rules: RuleFile?) {
        self.folder = folder
        let all = folder.named.things.indices
        let used = Set(rules?.rules.compactMap(\.settings.scope) ?? [])
        var sealed = Array(repeating: false, count: all.count)
        for (id, scope) in rules?.scopes ?? [:] where scope.isSealed || used.contains(id) {
            let taken = scope.isCards ? folder.entriesOfCards : scope.patterns.taken(in: folder.named.tree)
            things[id] = all.filter { thing in
                let thing = folder.named.things[thing]
                return taken[thing.entry] && scope.kinds.contains(thing.kind)
            }
            guard scope.isSealed else { continue }
            for thing in all where taken[folder.named.things[thing].entry] { sealed[thing] = true }
        }
        self.folder.sealed = sealed
        open = all.filter { !sealed[$0] }
    }

    /// Reads what rules ask for of the files themselves.
    mutating func readFiles(for rules: [any Rule], on disk: any ReadableDisk, shouldStop: () -> Bool) {
        let before = self
        folder.readFiles(for: rules, on: disk, shouldStop: shouldStop) { before.things(of: $0).things }
    }

    /// What a rule looks at.
    func things(of settings: RuleSettings) -> ScopedThings {
        ScopedThings(folder: folder, things: settings.scope.map { things[$0] ?? [] } ?? open)
    }
}

extension CheckedFolder {
    /// For each entry of the tree, whether it lies on a card or roll: all below its folder, which alone may be renamed.
    fileprivate var entriesOfCards: [Bool] {
        let index = TreeIndex(named.tree)
        let roots = Set(cards.compactMap { index.number(at: $0.path) })
        var isOn = Array(repeating: false, count: named.tree.entries.count)
        for number in isOn.indices.dropFirst() {
            let parent = Int(named.tree.entries[number].parent)
            isOn[number] = isOn[parent] || roots.contains(parent)
        }
        return isOn
    }
}
