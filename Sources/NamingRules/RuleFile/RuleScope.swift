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

    /// A scope has so many patterns at most: each is asked for each folder of a show.
    static let mostPatterns = 64
}

extension RuleScope {
    /// Reads `{id: vfx, match: 'VFX/**', kinds: [file, sequence, folder], sealed: true}`, or `detect: cards` for match.
    init(_ node: RuleNode) throws(RuleFileError) {
        var parameters = try RuleParameters(node, of: "scope")
        id = try parameters.requiredText("id")
        parameters = parameters.renamed("scope \(id)")
        let match = try parameters.texts("match")
        isCards = try parameters.word("detect", Detected.self) == .cards
        guard (match == nil) == isCards else {
            throw RuleFileError(
                .value, line: node.line,
                isCards ? "The scope \(id) has match and detect." : "The scope \(id) says nowhere what is in it.",
                nextStep: "Write match: 'FOLDER/**', or detect: cards.")
        }
        patterns =
            try match.map { texts throws(RuleFileError) in
                try RuleScope.patterns(texts, of: parameters.subject, line: node.line)
            } ?? IgnorePatterns([])
        kinds = try RuleScope.kinds(parameters.texts("kinds"), of: id, line: node.line)
        isSealed = try parameters.flag("sealed") ?? false
        try parameters.finish()
    }

    /// A scope that a rule writes out instead of naming one: `VFX/publish/**`.
    init(pattern: String, of rule: String, line: Int) throws(RuleFileError) {
        self.init(
            id: pattern, patterns: try RuleScope.patterns([pattern], of: "scope of \(rule)", line: line),
            kinds: Set(NamedThing.Kind.allCases), isSealed: false, isCards: false)
    }

    /// Whether a text can only be a pattern.
    static func isPattern(_ text: String) -> Bool { text.contains { "/*?[".contains($0) } }

    private static func patterns(
        _ texts: [String], of subject: String, line: Int
    ) throws(RuleFileError) -> IgnorePatterns {
        guard !texts.isEmpty, texts.count <= mostPatterns else {
            throw RuleFileError(
                .beyondLimits, line: line, "The \(subject) has \(texts.count) patterns; 1 to \(mostPatterns) can be.",
                nextStep: "Write match: 'FOLDER/**'.")
        }
        let patterns = IgnorePatterns(texts)
        for text in texts {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).count
            guard patterns.texts.contains(text), parts < IgnorePatterns.mostParts, IgnorePatterns.canMatch(text) else {
                throw RuleFileError(
                    .value, line: line, "The pattern \(text) of the \(subject) matches nothing.",
                    nextStep: "Write it like VFX/**, with \\# for a name that begins with #.")
            }
        }
        return patterns
    }

    private static func kinds(
        _ texts: [String]?, of id: String, line: Int
    ) throws(RuleFileError) -> Set<NamedThing.Kind> {
        guard let texts else { return Set(NamedThing.Kind.allCases) }
        let kinds = texts.compactMap(NamedThing.Kind.init(rawValue:))
        guard kinds.count == texts.count, !kinds.isEmpty else {
            let unknown = texts.first { NamedThing.Kind(rawValue: $0) == nil }
            throw RuleFileError(
                .value, line: line,
                "kinds of the scope \(id) has \(unknown ?? "nothing in it"); it takes file, sequence, folder.",
                nextStep: "Write kinds: [file, sequence, folder].")
        }
        return Set(kinds)
    }

    private enum Detected: String, CaseIterable {
        case cards
    }
}
