internal import FileTree

extension CheckedFolder {
    /// Reads what rules ask for of the files themselves: contents that may be equal, and names in headers.
    ///
    /// - Parameter things: what a rule looks at.
    mutating func readFiles(
        for rules: [any Rule], on disk: any ReadableDisk, shouldStop: () -> Bool, things: (RuleSettings) -> [Int]
    ) {
        var isWanted: [Bool] = []
        for rule in rules where !shouldStop() {
            if rule.needs.contains(.headers) {
                for thing in things(rule.settings) where !shouldStop() { headers.read(thing, of: named, on: disk) }
            }
            let entries = rule.contentNeeded(in: ScopedThings(folder: self, things: things(rule.settings)))
            if isWanted.isEmpty, !entries.isEmpty {
                isWanted = Array(repeating: false, count: named.tree.entries.count)
            }
            for entry in entries { isWanted[entry] = true }
        }
        guard !isWanted.isEmpty, !shouldStop() else { return }
        var reading = ContentReading(named, on: disk)
        reading.run(isWanted, shouldStop: shouldStop)
        (contents, leftThreadsBehind) = (reading.table, reading.leftThreadsBehind)
    }

    /// The things of which a file was needed and could not be read; of a sequence any frame counts.
    func unreadThings(and published: [RelativePath]) -> Set<Int> {
        var entries = Set(contents.failures.keys).union(headers.failures.keys)
        guard !entries.isEmpty || !published.isEmpty else { return [] }
        let index = TreeIndex(named.tree)
        entries.formUnion(published.compactMap(index.number(at:)))
        let folders = Set(entries.map { named.tree.entries[$0].parent })
        return Set(
            named.things.indices.filter { thing in
                named.things[thing].kind != .folder
                    && folders.contains(named.tree.entries[named.things[thing].entry].parent)
                    && named.entries(of: thing, index).contains(where: entries.contains)
            })
    }

    /// Tells of files that were needed and could not be read.
    func tellUnread(into list: inout FindingList) {
        let failures = contents.failures.merging(headers.failures) { one, _ in one }
        for (entry, reason) in failures.sorted(by: { $0.key < $1.key }) {
            list.add(.unreadable(named.tree.path(of: entry), reason))
        }
    }
}

extension Finding {
    /// A finding about what could not be read; no rule has found it.
    static func unreadable(_ path: RelativePath, _ reason: String) -> Finding {
        let isTooDeep = path.components.count >= TreeWalk.deepest
        return Finding(
            rule: "check", code: .unreadable, severity: .error, path: path, sequence: nil, marked: nil,
            sentence: "It could not be read: \(reason).",
            nextStep: "\(isTooDeep ? "Move it further up" : "Make it readable"), and check again.",
            suggestion: nil, others: [])
    }
}
