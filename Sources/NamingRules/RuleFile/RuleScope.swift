internal import FileTree

/// A part of the tree that rules look at.
public struct RuleScope: Sendable {
    /// What rules call it.
    public let id: String
    /// Paths that are in it; empty where cards are looked for.
    let patterns: IgnorePatterns
    /// What in it is looked at.
    let kinds: Set<NamedThing.Kind>
    /// Whether nothing in it may be renamed: a camera card, or what stands for one.
    let isSealed: Bool
    /// Whether it is the cards and rolls that are found, rather than what its patterns match.
    let isCards: Bool

    /// Everything.
    static let all = RuleScope(
        id: "", patterns: IgnorePatterns(["**"]), kinds: Set(NamedThing.Kind.allCases), isSealed: false, isCards: false)
}

extension RuleScope {
    /// Reads `{id: vfx, match: 'VFX/**', kinds: [file, sequence, folder], sealed: true}`, or `detect: cards` for match.
    init(_ node: RuleNode) throws(RuleFileError) {
        var parameters = try RuleParameters(node, of: "scope")
        id = try parameters.requiredText("id")
        parameters = parameters.renamed("scope \(id)")
        let match = try parameters.texts("match") ?? []
        patterns = IgnorePatterns(match)
        isCards = try parameters.word("detect", Detected.self) == .cards
        guard !isCards && !patterns.isEmpty && patterns.texts.count == match.count || isCards && match.isEmpty else {
            throw RuleFileError(
                .value, line: node.line, "The scope \(id) matches nothing.",
                nextStep: "Write match: 'FOLDER/**', or detect: cards.")
        }
        let kinds = try parameters.texts("kinds") ?? NamedThing.Kind.allCases.map(\.rawValue)
        self.kinds = Set(kinds.compactMap(NamedThing.Kind.init(rawValue:)))
        guard self.kinds.count == kinds.count, !kinds.isEmpty else {
            throw RuleFileError(
                .value, line: node.line, "The kinds of scope \(id) are not file, sequence or folder.",
                nextStep: "Write kinds: [file, sequence, folder].")
        }
        isSealed = try parameters.flag("sealed") ?? false
        try parameters.finish()
    }

    private enum Detected: String, CaseIterable {
        case cards
    }
}
