/// V02: files of one version and one form, at one place of their version, that lie at two paths.
struct DoubledVersions {
    /// Items of which each claims to be what the others are, and that differ.
    private let groups: [[VersionItem]]

    /// Those of a chain that differ.
    init(_ chain: ChainVersions, _ contents: ContentTable) {
        groups = chain.versions.filter { $0.parts.count > 1 }.flatMap { version in
            DoubledVersions.groups(version.parts.map(\.item)[...]).compactMap { group in
                DoubledVersions.differing(group, chain.catalogue.named, contents)
            }
        }
    }

    /// The versions that are there twice and differ, ascending.
    var numbers: [Int] { Set(groups.map { Int($0[0].number) }).sorted() }

    /// The things whose content tells whether they differ: those of equal size.
    static func candidates(in catalogue: VersionCatalogue) -> [Int] {
        catalogue.chains.flatMap { chain -> [Int] in
            var items = catalogue.items(of: chain)
            guard items.count > 1 else { return [] }
            var candidates: [Int] = []
            while let first = items.first {
                let version = items.prefix { $0.number == first.number }
                items = items.dropFirst(version.count)
                for group in groups(version) {
                    let extents = group.map { ThingExtent(Int($0.thing), of: catalogue.named) }
                    if extents[0].size > 0, extents.allSatisfy({ isAlike($0, extents[0]) }) {
                        candidates += group.map { Int($0.thing) }
                    }
                }
            }
            return candidates
        }
    }

    /// The items of one version that claim to be the same.
    private static func groups(_ version: ArraySlice<VersionItem>) -> [[VersionItem]] {
        guard version.count > 1 else { return [] }
        let files = version.filter { $0.form < VersionCatalogue.emptyFolder }
            .sorted { ($0.form, $0.place, $0.thing) < ($1.form, $1.place, $1.thing) }
        var groups: [[VersionItem]] = []
        var rest = files[...]
        while let first = rest.first {
            let group = rest.prefix { $0.form == first.form && $0.place == first.place }
            rest = rest.dropFirst(group.count)
            if group.count > 1 { groups.append(Array(group)) }
        }
        return groups.sorted { $0[0].thing < $1[0].thing }
    }

    private static func isAlike(_ one: ThingExtent, _ other: ThingExtent) -> Bool {
        one.size == other.size && one.files == other.files
    }

    /// The first of a group, and those that differ from it; nil where none does as far as is known.
    private static func differing(_ group: [VersionItem], _ named: NamedTree, _ contents: ContentTable)
        -> [VersionItem]?
    {
        let first = ThingExtent(Int(group[0].thing), of: named)
        let content = contents[named.things[Int(group[0].thing)].entry]
        let others = group.dropFirst().filter { item in
            if !isAlike(ThingExtent(Int(item.thing), of: named), first) { return true }
            guard let content, let other = contents[named.things[Int(item.thing)].entry] else { return false }
            return content != other
        }
        return others.isEmpty ? nil : [group[0]] + others
    }

    /// Tells of each.
    func tell(_ chain: ChainVersions, into findings: inout RuleFindings) {
        for group in groups {
            findings.add(
                .doubledVersion, Int(group[1].thing), marked: chain.catalogue.marked(group[1]),
                "\(chain.label(group[1])) lies at \(group.count) paths, and they differ.",
                .advice("Find out which is the true one, and give the other a number of its own."),
                others: ([group[0]] + group.dropFirst(2)).prefix(VersionStyle.mostNamed).map { Int($0.thing) })
        }
    }
}
