internal import FileTree

/// A name in the `tests` of a rule file, and which rules must find something about it.
///
/// With `name` all scopes are taken to hold it, as far as their kinds fit; with `path` they hold what they hold.
struct RuleExample: Sendable {
    private let path: RelativePath
    /// Whether scopes are asked where it lies.
    private let isPlaced: Bool
    private let kind: NamedThing.Kind
    /// The ids of the rules that must find something.
    private let expected: [String]
    private let line: Int

    /// Reads `{name: …, kind: file|sequence|folder, expect: ok | [ids]}`, or `path` for name.
    ///
    /// - Parameter rules: the ids that can be expected.
    init(_ node: RuleNode, rules: Set<String>) throws(RuleFileError) {
        var parameters = try RuleParameters(node, of: "test")
        line = node.line
        let (name, place) = (try parameters.text("name"), try parameters.text("path"))
        isPlaced = place != nil
        guard (name == nil) != (place == nil), let path = RelativePath(name ?? place ?? ""),
            isPlaced || path.parent.isRoot, path.components.allSatisfy({ $0.count <= RuleExample.longestName })
        else {
            throw RuleFileError(
                .value, line: line, "The test has no name that a file could have.",
                nextStep: "Write name: and one name, or path: and where it lies below the folder.")
        }
        self.path = path
        kind = try parameters.word("kind") ?? RuleExample.kind(of: path.name)
        expected = try RuleExample.expected(&parameters, rules)
        try parameters.finish()
    }

    /// File systems hold no longer ones.
    private static let longestName = 255

    private static func expected(
        _ parameters: inout RuleParameters, _ rules: Set<String>
    ) throws(RuleFileError) -> [String] {
        let line = parameters.line
        guard let ids = try parameters.texts("expect") else {
            throw RuleFileError(
                .value, line: line, "The test expects nothing.", nextStep: "Write expect: ok, or expect: [N1].")
        }
        if ids == ["ok"] { return [] }
        guard let unknown = ids.first(where: { !rules.contains($0) }) else { return ids }
        throw RuleFileError(
            .unknownName, line: line, "The test expects findings of a rule \(unknown), and there is none.",
            nextStep: "Write expect: ok, or the ids of rules.")
    }

    /// A name that ends like those of files is one: a dot and two to four letters and digits, a letter first, no version.
    private static func kind(of name: ArraySlice<UInt8>) -> NamedThing.Kind {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return .folder }
        let ending = name[(dot + 1)...]
        let isWord = ending.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        let hasLetter = ending.first.map { $0 >= UInt8(ascii: "A") } ?? false
        guard (2...4).contains(ending.count), isWord, hasLetter, VersionToken.all(in: ending).isEmpty else {
            return .folder
        }
        return .file
    }
}

extension RuleExample {
    /// Lets the rules of a file judge it.
    func hold(by file: RuleFile) throws(RuleFileError) {
        let found = rulesThatFind(file)
        guard Set(found.keys) != Set(expected) else { return }
        // Of what nobody expected, the first says most.
        let unexpected = found.filter { !expected.contains($0.key) }.min { $0.key < $1.key }
        throw RuleFileError(
            .failedTest, line: line,
            "Of \(path), findings were expected from \(words(expected)), and came from \(words(found.keys.sorted()))."
                + (unexpected.map { " \($0.key): \($0.value)" } ?? ""),
            nextStep: "Mend the test, or the rules.")
    }

    private func words(_ ids: [String]) -> String { ids.isEmpty ? "no rule" : ids.joined(separator: ", ") }

    /// The rules that find something, each with the first sentence of it.
    private func rulesThatFind(_ file: RuleFile) -> [String: String] {
        var folder = CheckedFolder(named: NamedTree(tree), now: RuleExample.moment)
        if file.rules.contains(where: { $0.needs.contains(.templates) }) {
            folder.matches = TemplateMatches(of: folder.named, by: file.templates, shouldStop: { false })
        }
        let scoped = ScopedFolder(folder, file)
        guard let thing = scoped.folder.named.things.indices.last else { return [:] }
        var found: [String: String] = [:]
        for rule in file.rules where holds(rule.settings.scope.flatMap { file.scopes[$0] }, thing, scoped, rule) {
            var findings = RuleFindings(rule.settings, in: scoped.folder, adding: FindingList())
            rule.judge(ScopedThings(folder: scoped.folder, things: [thing]), into: &findings)
            if let first = findings.list.findings.first { found[rule.settings.id] = first.sentence }
        }
        return found
    }

    private func holds(_ scope: RuleScope?, _ thing: Int, _ scoped: ScopedFolder, _ rule: any Rule) -> Bool {
        if isPlaced { return scoped.things(of: rule.settings).things.contains(thing) }
        return scope?.kinds.contains(scoped.folder.named.things[thing].kind) ?? true
    }

    /// A file in it has a byte: none is empty, and none is larger than a disk can hold.
    private var tree: TreeSnapshot {
        TreeSnapshot(
            of: path,
            FileAttributes(
                kind: kind == .folder ? .folder : .file, size: ByteCount(1), modified: RuleExample.moment,
                changed: RuleExample.moment, inode: 0, device: 0, permissions: 0o644))
    }

    /// The last day that dates of six digits can say, 2099-12-31: the dates in names lie before it.
    private static let moment = Instant(nanoseconds: 4_102_358_400_000_000_000)
}
