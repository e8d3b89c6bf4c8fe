internal import FileTree
internal import FrameSequences

/// Finds names that are one name somewhere else.
///
/// It finds, once for all names that collide:
/// - V17: names of one folder that differ only in capitals, or only in how an accent is written (`é` as one character or
///   as `e` with an accent), or both. Windows and macOS take them for one.
/// - V18: names that differ in nothing but how the extension is written (`.mov` and `.MOV`), and files of one name in
///   several of the `formats`. Where they are one version and their contents differ, V02 tells that instead.
/// - doubled-name: with `within: tree`, the same name in several folders.
///
/// Keys:
/// - `within`: `directory` (default): a name is the only one in its folder; `tree`: in the whole scope.
/// - `keys`: what is no difference: `casefold` (capitals), `nfc` (how accents are written). Default both.
/// - `formats`: extensions of which a name should have only one in a folder, for example `[mov, mp4]`. Default none.
///
/// ```
/// - {id: N5, type: uniqueness, within: directory, keys: [casefold, nfc]}
/// ```
///
/// A clip with its sidecars or its proxy in another format is no fault, so formats are only compared where the rule
/// says which. Folders are only compared within their own folder: every shot has its `exr`. All frames of a sequence
/// are one name, and parts of one sequence in several folders are doubled only where they share frames. Frames of one
/// sequence whose extensions are written in two ways are told by the rule `sequence`.
struct UniquenessRule: Rule {
    let settings: RuleSettings
    private let within: Within
    private let folding: NameFolding
    private let formats: Set<String>

    private enum Within: String, CaseIterable {
        case directory, tree
    }

    private enum Key: String, CaseIterable {
        case casefold, nfc
    }

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        self.settings = settings
        within = try parameters.word("within") ?? .directory
        let node = parameters.take("keys")
        let keys = try UniquenessRule.keys(node, parameters)
        folding = NameFolding(foldsCase: keys.contains(.casefold), foldsComposition: keys.contains(.nfc))
        formats = Set((try parameters.texts("formats") ?? []).map { $0.lowercased() })
    }

    private static func keys(_ node: RuleNode?, _ parameters: RuleParameters) throws(RuleFileError) -> [Key] {
        guard let node else { return Key.allCases }
        let texts: [RuleNode] = if case .list(let list) = node.content { list } else { [node] }
        var keys: [Key] = []
        for text in texts {
            guard case .text(let word) = text.content, let key = Key(rawValue: word) else {
                throw parameters.unknown("keys", text, among: Key.allCases.map(\.rawValue))
            }
            keys.append(key)
        }
        guard !keys.isEmpty else { throw parameters.wrong("keys", node, "a list of casefold, nfc") }
        return keys
    }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let named = scope.folder.named
        let groups = NameGroups(named, folding, acrossFolders: within == .tree)
        for group in groups.groups(of: scope.things) { judge(group, named, into: &findings) }
        let twins = FrameTwins(named, scope.things, folding, groups)
        for thing in scope.things {
            if let sequence = twins.sequence(with: thing) { judgeFrame(thing, sequence, named, into: &findings) }
        }
        if !formats.isEmpty { judgeFormats(scope.things, named, groups, into: &findings) }
    }

    /// Things whose names are one: those written in several ways are twins, those written in one are doubled.
    private func judge(_ group: [Int], _ named: NamedTree, into findings: inout RuleFindings) {
        let spellings = Dictionary(grouping: group) { Spelling($0, named) }.values.sorted { $0[0] < $1[0] }
        if spellings.count > 1 {
            let first = spellings[0][0]
            let others = spellings.dropFirst().map { $0[0] }
            tellTwins(first, others, spellings.map { Spelling($0[0], named) }, named, into: &findings)
        }
        for doubled in spellings where doubled.count > 1 {
            let others = doubled.dropFirst().filter { sharesFrames($0, doubled[0], named) }
            if !others.isEmpty { tellDoubled(doubled[0], Array(others), named, into: &findings) }
        }
    }

    private func tellTwins(
        _ first: Int, _ others: [Int], _ spellings: [Spelling], _ named: NamedTree, into findings: inout RuleFindings
    ) {
        let difference = Spelling.difference(spellings)
        let areAccents = difference == .accents || difference == .both
        let form = areAccents && spellings.count == 2 ? spellings[0].form(against: spellings[1]) : ""
        let names = UniquenessRule.names(others, named, markingAccents: areAccents)
        findings.add(
            difference == .ending ? .twinExtensions : .twinNames, first,
            marked: named.things[first].kind == .sequence ? nil : spellings[0].marked(against: spellings[1]),
            "It differs from \(names) only in \(difference.words)\(form).",
            .renaming("Look at both: keep one, or give one of them another name before they are copied."),
            others: others)
    }

    private func tellDoubled(_ first: Int, _ others: [Int], _ named: NamedTree, into findings: inout RuleFindings) {
        let places = others.prefix(2).map { thing in
            let folder = named.path(of: thing).parent
            return folder.isRoot ? "the folder itself" : NameCharacter.escaped(folder.bytes[...])
        }
        let rest = others.count > 2 ? ["\(others.count - 2) more"] : []
        findings.add(
            .doubledName, first, "Its name is there \(others.count + 1) times: also in \((places + rest).inWords).",
            .renaming("Look at both: keep one, or give one of them another name."), others: others)
    }

    private func judgeFrame(_ file: Int, _ sequence: Int, _ named: NamedTree, into findings: inout RuleFindings) {
        guard let frames = named.sequence(of: sequence) else { return }
        let name = named.name(of: file)
        let spelling = Spelling(stem: FileExtension.stem(of: name), name: name)
        let dot = frames.suffix.count
        let digits = name.dropLast(dot).reversed().prefix(while: \.isDecimal).reversed()
        let twin = (frames.prefix + digits + frames.suffix)[...]
        let other = Spelling(stem: twin.dropLast(dot), name: twin)
        let difference = Spelling.difference([spelling, other])
        guard spelling != other else { return }
        findings.add(
            difference == .ending ? .twinExtensions : .twinNames, file, marked: spelling.marked(against: other),
            "It differs from \(NameCharacter.escaped(twin)) only in \(difference.words).",
            .renaming("Look at both: keep one, or give one of them another name before they are copied."),
            others: [sequence])
    }

    /// Sequences are doubled only where a frame is.
    private func sharesFrames(_ one: Int, _ other: Int, _ named: NamedTree) -> Bool {
        guard let one = named.sequence(of: one), let other = named.sequence(of: other) else { return true }
        var runs = other.runs[...]
        for run in one.runs {
            while let next = runs.first, next.upperBound < run.lowerBound { runs.removeFirst() }
            if let next = runs.first, next.lowerBound <= run.upperBound { return true }
        }
        return false
    }

    private func judgeFormats(
        _ things: [Int], _ named: NamedTree, _ groups: NameGroups, into findings: inout RuleFindings
    ) {
        func format(_ thing: Int) -> String? {
            guard named.things[thing].kind == .file, let ending = FileExtension(named.name(of: thing)) else {
                return nil
            }
            return String(decoding: ending.bytes.map(\.folded), as: UTF8.self)
        }
        let compared = things.filter { format($0).map(formats.contains) == true }
        for group in groups.groups(of: compared, by: { FileExtension.stem(of: named.name(of: $0)) }) {
            var seen: Set<String> = []
            let different = group.filter { format($0).map { seen.insert($0).inserted } == true }
            guard different.count > 1 else { continue }
            let others = Array(different.dropFirst())
            findings.add(
                .twinExtensions, different[0],
                "It is there in \(different.count) formats: also as \(UniquenessRule.names(others, named)).",
                .renaming("Keep the one that was asked for, or say by the name what the other is for."), others: others)
        }
    }

    /// The names of other things, the first two of them.
    private static func names(_ things: [Int], _ named: NamedTree, markingAccents: Bool = false) -> String {
        let names = things.prefix(2).map { thing in
            NameCharacter.escaped(named.shownName(of: thing)[...], markingAccents: markingAccents)
        }
        return (names + (things.count > 2 ? ["\(things.count - 2) more"] : [])).inWords
    }
}
