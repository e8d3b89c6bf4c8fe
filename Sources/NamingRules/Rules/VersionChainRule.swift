internal import FileTree

/// Puts the versions of each piece of work in a row, and says what is wrong with the row.
///
/// A chain is all that has one name but for the version: `AGM_104_comp_v001.mov`, `AGM_104_comp_v002.mov`, and the folder
/// `AGM_104_comp_v003` with its frames. A version is a `v` with one to four digits between `.`, `_`, `-` or spaces; of
/// several in a name the last counts. A file without one has that of the folder it lies in (`v003/cut.mov`). A name of
/// three words with a number in it (`AGM_104_comp`) is the same work wherever it lies; any other (`comp`, `shot_010`) only
/// within its folder, where folders called after versions, sizes or formats do not count.
///
/// What it finds:
/// - V01: numbers are missing in a chain (v001, v002, v004). One finding a chain.
/// - V02: a version lies at two paths, in the same form, and they differ.
/// - V03: two versions, or two names, have the same content. Papers, looks and checksums are not compared.
/// - V04: a higher version was last changed before a lower one. Two seconds do not count, and neither does exactly one
///   hour: that is how drives show summer time.
/// - V05: one chain is written in two ways: `v9` beside `v010`, `V001` beside `v001`.
/// - V14: a version lacks a form (exr, mov) that more than half of the versions since the first with it have.
/// - V15: the frames of a version are not those of the one before it; worth knowing, no more.
///
/// The newest version is the highest that is complete, never the one with the newest date: it has no empty file, no
/// missing frames (one every second number or so is none that misses), every form that is usual in its chain, and does
/// not lie at two paths that differ. Where a higher one could not be read, nobody knows which is the newest.
///
/// Contents are compared only between files or sequences of equal size: first by the checksums of manifests in the
/// folder whose size and date still hold, then by a few samples, and only where these are equal by reading all of them.
///
/// Keys:
/// - `gaps: error | warn | info | off`: how much a missing version matters; `warn`.
/// - `start: 1`: the number that chains begin with; without it the lowest that is there.
/// - `order_by: [number, mtime]`: `[number]` alone leaves dates out.
/// - `pad: fixed | any`: whether a chain is written in one way; `fixed`.
/// - `doubled: error | warn | info | off`: V02; `error`.
/// - `same_content: error | warn | info | off`: V03; `warn`. `off` saves the reading.
/// - `representations: same | any`: V14; `same`.
/// - `range: same | any`: V15; `same`.
/// - `within: auto | directory | tree`: where a name is one work; `auto` as told above.
/// - `group_by: [show, ep, shot, task]`: fields of the templates that make a chain, wherever the names lie; the version
///   is then the field of that type. Names that no template fits are put together as told above.
///
/// ```
/// - {id: N6, type: version_chain, scope: vfx, gaps: info, order_by: [number, mtime], pad: fixed}
/// ```
///
/// It does not flag a chain of one version, v000, a version that has more forms than the others, or copies that are equal.
/// A folder with a version and many files in it repeats what did not change: such files are not held to be one version
/// under two numbers.
struct VersionChainRule: Rule {
    let settings: RuleSettings
    private let within: VersionCataloguing.Within
    private let groupBy: [String]
    private let start: Int?
    private let hasGaps, hasDoubled, hasSameContent, hasOrder, hasPadding, hasForms, hasRange: Bool

    /// How much a finding matters, or that it is not looked for.
    private enum Weight: String, CaseIterable {
        case error, warn, info, off
    }
    private enum Order: String, CaseIterable {
        case number, mtime
    }
    private enum Pad: String, CaseIterable {
        case fixed, any
    }
    private enum Sameness: String, CaseIterable {
        case same, any
    }

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        within = try parameters.word("within") ?? .auto
        groupBy = try parameters.texts("group_by") ?? []
        if let unknown = groupBy.first(where: { templates.number(ofField: $0) == nil }) {
            throw RuleFileError(
                .unknownName, line: settings.line, "group_by of the rule \(settings.id) names no field: \(unknown).",
                nextStep: "Write a field of the rule file, or describe this one.")
        }
        start = try parameters.integer("start", in: 0...9999)
        hasGaps = try VersionChainRule.isWanted("gaps", .missingVersion, &parameters, &settings)
        hasDoubled = try VersionChainRule.isWanted("doubled", .doubledVersion, &parameters, &settings)
        hasSameContent = try VersionChainRule.isWanted("same_content", .sameContent, &parameters, &settings)
        hasOrder = try VersionChainRule.order(&parameters).contains(.mtime)
        hasPadding = try parameters.word("pad", Pad.self) != .any
        hasForms = try parameters.word("representations", Sameness.self) != .any
        hasRange = try parameters.word("range", Sameness.self) != .any
        // Handles grow and shrink with the cut: another range is no fault by itself.
        if settings.severities[.frameRange] == nil { settings.severities[.frameRange] = .info }
        self.settings = settings
    }

    private static func isWanted(
        _ key: String, _ code: FindingCode, _ parameters: inout RuleParameters, _ settings: inout RuleSettings
    ) throws(RuleFileError) -> Bool {
        guard let weight = try parameters.word(key, Weight.self) else { return true }
        if let severity = Severity(rawValue: weight.rawValue) { settings.severities[code] = severity }
        return weight != .off
    }

    private static func order(_ parameters: inout RuleParameters) throws(RuleFileError) -> [Order] {
        guard let node = parameters.take("order_by") else { return Order.allCases }
        let words: [RuleNode] = if case .list(let list) = node.content { list } else { [node] }
        var order: [Order] = []
        for word in words {
            guard case .text(let text) = word.content, let known = Order(rawValue: text) else {
                throw parameters.unknown("order_by", word, among: Order.allCases.map(\.rawValue))
            }
            order.append(known)
        }
        return order
    }

    var needs: RuleNeeds { groupBy.isEmpty ? [] : .templates }

    private func catalogue(_ scope: ScopedThings) -> VersionCatalogue {
        VersionCatalogue(VersionCataloguing(scope, within: within, groupBy: groupBy))
    }

    func contentNeeded(in scope: ScopedThings) -> [Int] {
        guard hasDoubled || hasSameContent else { return [] }
        let catalogue = catalogue(scope)
        var candidates = hasDoubled ? DoubledVersions.candidates(in: catalogue) : []
        if hasSameContent { candidates += RepeatedVersions(catalogue).candidates }
        return candidates.map { catalogue.named.things[$0].entry }
    }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {
        let catalogue = catalogue(scope)
        for chain in catalogue.chains {
            // Most of a large tree is chains of one version: nothing can be wrong with these.
            guard catalogue.items(of: chain).count > 1 || start != nil || findings.chains.hasRoom else {
                findings.chains.count()
                continue
            }
            judge(ChainVersions(chain, of: catalogue), scope.folder.contents, into: &findings)
        }
        if hasSameContent { RepeatedVersions(catalogue).tell(scope.folder.contents, into: &findings) }
    }

    private func judge(_ chain: ChainVersions, _ contents: ContentTable, into findings: inout RuleFindings) {
        let missing = chain.missing(from: start)
        let doubled = hasDoubled ? DoubledVersions(chain, contents) : nil
        if hasGaps { chain.tellMissing(missing, into: &findings) }
        doubled?.tell(chain, into: &findings)
        if hasOrder { chain.tellOrder(into: &findings) }
        if hasPadding { chain.tellPadding(into: &findings) }
        if hasForms { chain.tellForms(into: &findings) }
        if hasRange { chain.tellRanges(into: &findings) }
        guard findings.chains.hasRoom else { return findings.chains.count() }
        findings.chains.add(chain.value(missing: missing, doubled: doubled?.numbers ?? []))
    }
}
