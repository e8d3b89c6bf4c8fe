internal import FileTree
internal import FrameSequences

/// Files that belong together: what is missing, left behind, or older than what it was made of.
///
/// It finds:
/// - missing-companion: a companion that is not there; one that is only wanted is worth knowing, whatever the rule weighs.
/// - V13: a sidecar or proxy that belongs to nothing in its roll. On a card its own maker's rules decide. Elsewhere a
///   recording must be around its folder whose name is that of the sidecar, also with a role or word behind it
///   (`C0001M01.XML`, `clip_AVID.ale`), without the number of a part, or in full (`clip.mov.xmp`); or the sidecar is named
///   by its reel or folder.
/// - V12: a proxy or thumbnail that is older than what it was made of.
///
/// Keys:
/// - `when`: the names of the files and sequences that need companions: `'*.mov'`, `['*.mov', 'OCN/*.mxf']`. Letters count
///   in any case.
/// - `need`: where their companions lie: `'{stem}.md5'`, `'../audio/{stem}.wav'`. `{stem}` is the name without extension
///   (of a sequence without number), `{name}` the whole name, `{reel}` the reel that a camera's name tells, `{parent}`
///   the folder; `*` stands for anything. With `?` at the end it is only wanted. `..` comes first, and never leads out of
///   the folder that is checked: nothing is looked for there.
/// - `orphan`: the names of sidecars that must belong to something: `['*.ale', '*.xml']`.
/// - `stale`: what was made of a file, by what it is called: `{proxy: 'proxy/{stem}*.mp4'}`. Two seconds make no
///   difference: some file systems count so.
///
/// ```
/// - {id: N11, type: companions, when: '*.mov', need: ['{stem}.md5?'], orphan: ['*.ale', '*.xml', '*.sidecar'],
///    stale: {proxy: 'proxy/{stem}*.mp4'}}
/// ```
///
/// Not flagged: a proxy that is not there (say it in `need`); indexes and settings that a card has for all its clips; a
/// companion by `{reel}` where the name tells none; whatever is only older by its date after a copy that changed the dates
/// of both.
struct CompanionsRule: Rule {
    let settings: RuleSettings
    private let when: [NameGlob]
    private let need: [CompanionPattern]
    private let orphan: [NameGlob]
    /// What companions are called, and where they lie.
    private let stale: [(kind: String, patterns: [CompanionPattern])]

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        when = try parameters.globs("when")
        need = try parameters.companions("need")
        orphan = try parameters.globs("orphan")
        stale = try CompanionsRule.stale(&parameters)
        self.settings = settings
        guard when.isEmpty == (need.isEmpty && stale.isEmpty), !when.isEmpty || !orphan.isEmpty else {
            throw RuleFileError(
                .value, line: parameters.line, "The \(parameters.subject) does not say what needs which companion.",
                nextStep: "Write when: with need: or stale:, or write orphan:.")
        }
    }

    private static func stale(
        _ parameters: inout RuleParameters
    ) throws(RuleFileError) -> [(kind: String, patterns: [CompanionPattern])] {
        guard let node = parameters.take("stale") else { return [] }
        var map = try RuleParameters(node, of: "stale of the \(parameters.subject)")
        var stale: [(kind: String, patterns: [CompanionPattern])] = []
        for key in map.keys { stale.append((key, try map.companions(key))) }
        return stale
    }

    /// Cards know which sidecar is of which clip.
    var needs: RuleNeeds { orphan.isEmpty ? [] : .cards }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let named = scope.folder.named
        if !when.isEmpty {
            var search = CompanionSearch(named)
            for thing in scope.things where named.things[thing].kind != .folder && isMeant(thing, in: named) {
                missing(of: thing, &search, &findings)
                old(of: thing, &search, &findings)
            }
        }
        guard !orphan.isEmpty else { return }
        let sidecars = scope.things.filter { thing in
            named.things[thing].kind == .file
                && orphan.contains { $0.matches(named.things[thing].entry, in: named.tree) }
        }
        guard !sidecars.isEmpty else { return }
        var search = OrphanSearch(scope.folder, orphan)
        for thing in sidecars where search.isOrphan(thing) {
            let stem = FileStem.stem(of: named.name(of: thing))
            findings.add(
                .orphan, thing, marked: 0..<stem.count, "What it belongs to is not here.",
                .advice("Look for the recording, unless somebody deleted it."))
        }
    }

    private func isMeant(_ thing: Int, in named: NamedTree) -> Bool {
        when.contains { $0.matches(named.things[thing].entry, in: named.tree) }
    }

    // MARK: - What is missing

    private func missing(of thing: Int, _ search: inout CompanionSearch, _ findings: inout RuleFindings) {
        for pattern in need {
            guard let answer = search.companions(of: thing, by: pattern), answer.found.isEmpty else { continue }
            findings.add(
                .missingCompanion, thing,
                answer.isOutside
                    ? "\(answer.wanted) lies outside of the folder that is checked." : "There is no \(answer.wanted).",
                .advice(
                    answer.isOutside
                        ? "Check the folder above it."
                        : "Ask for it where the file came from\(pattern.isWanted ? ", if it is of use" : "")."),
                severity: pattern.isWanted ? .info : nil)
        }
    }

    // MARK: - What is old

    /// FAT counts every second second.
    private static let tolerance: Int64 = 2

    private func old(of thing: Int, _ search: inout CompanionSearch, _ findings: inout RuleFindings) {
        let named = findings.folder.named
        for (kind, patterns) in stale {
            for pattern in patterns {
                for entry in search.companions(of: thing, by: pattern)?.found ?? [] {
                    guard let other = named.thing(at: entry), named.things[other].kind != .folder else { continue }
                    let seconds = named.modified(thing).seconds - named.modified(other).seconds
                    guard seconds > CompanionsRule.tolerance else { continue }
                    let name = NameCharacter.escaped(named.name(of: thing))
                    findings.add(
                        .staleCompanion, other,
                        "It is older than \(name), whose \(kind) it is, by \(CompanionsRule.words(seconds)).",
                        .advice("Make it again from the file as it is now."), others: [thing])
                }
            }
        }
    }

    private static func words(_ seconds: Int64) -> String {
        let units: [(Int64, String)] = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        for (length, name) in units where seconds >= length {
            let count = seconds / length
            return "\(count) \(name)\(count == 1 ? "" : "s")"
        }
        return "a moment"
    }
}

extension NamedTree {
    /// The thing whose entry it is; nil for frames behind the first of a sequence.
    func thing(at entry: Int) -> Int? {
        var (low, high) = (0, things.count)
        while low < high {
            let middle = (low + high) / 2
            if things[middle].entry < entry { low = middle + 1 } else { high = middle }
        }
        return low < things.count && things[low].entry == entry ? low : nil
    }

    /// When a file, or the last frame of a sequence, was modified.
    fileprivate func modified(_ thing: Int) -> Instant {
        sequence(of: thing)?.latest ?? tree.entries[things[thing].entry].modified
    }
}
