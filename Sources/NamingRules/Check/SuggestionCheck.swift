internal import FileTree
internal import FrameSequences

/// Lets the rules of single names judge the names that were suggested: what one rule mends another may refuse, and then
/// no suggestion is better.
struct SuggestionCheck {
    private let folder: CheckedFolder
    private let file: RuleFile

    /// The rules that can judge a name by itself and by the folders around it.
    private static let types: Set<RuleType> = [
        .template, .charset, .portability, .length, .bannedWords, .versionAgree,
    ]
    /// So many names are judged together: few enough that each finding about them is listed, see
    /// ``FindingList/mostOfAKind``.
    private static let mostTogether = 2_000

    init(_ folder: CheckedFolder, _ file: RuleFile) {
        (self.folder, self.file) = (folder, file)
    }

    /// Takes back what is suggested and has a finding of its own.
    func run(on list: inout FindingList, shouldStop: () -> Bool) {
        let places = list.findings.indices.filter { list.findings[$0].suggestion != nil }
        guard !places.isEmpty else { return }
        let index = TreeIndex(folder.named.tree)
        let names = places.compactMap { place -> Suggested? in
            let finding = list.findings[place]
            guard let name = finding.suggestion, let entry = index.number(at: finding.path), entry != 0
            else { return nil }
            return Suggested(place: place, entry: entry, name: Array(name.utf8))
        }.sorted { ($0.entry, $0.place) < ($1.entry, $1.place) }
        var next = 0
        while next < names.count, !shouldStop() {
            let some = names[next..<min(next + SuggestionCheck.mostTogether, names.count)]
            for place in wrong(some) { list.takeBackSuggestion(at: place) }
            next = some.endIndex
        }
    }

    private struct Suggested {
        /// The number of its finding.
        let place: Int
        let entry: Int
        let name: [UInt8]
    }

    /// The places of those that rules find something about.
    private func wrong(_ names: ArraySlice<Suggested>) -> [Int] {
        let (tree, entries) = folder.named.tree.renaming(names.map { ($0.entry, $0.name) })
        var renamed = CheckedFolder(named: NamedTree(alone: entries, in: tree), now: folder.now)
        renamed.cards = folder.cards
        let rules = file.rules.filter { SuggestionCheck.types.contains($0.settings.type) }
        if rules.contains(where: { $0.needs.contains(.templates) }) {
            renamed.matches = TemplateMatches(of: renamed.named, by: file.templates)
        }
        let scoped = ScopedFolder(renamed, file)
        var wrong: Set<RelativePath> = []
        for rule in rules {
            var findings = RuleFindings(rule.settings, in: scoped.folder, adding: FindingList())
            findings.mostNamed = SuggestionCheck.mostTogether
            rule.judge(scoped.things(of: rule.settings), into: &findings)
            for finding in findings.list.findings { wrong.formUnion([finding.path] + finding.others) }
        }
        return zip(names, entries).filter { wrong.contains(tree.path(of: $1)) }.map(\.0.place)
    }
}
