/// What `rushes check --explain WORD` prints: of a rule, of a finding, of a preset.
public enum RuleExplanation {
    /// The text for a word: a type of rules (`version_chain`), a finding (`V05`, `no-template`), or a preset, whose text is
    /// the rule file itself; nil where it is none of them.
    public static func text(for word: String) -> String? {
        if let type = RuleType(rawValue: word) { return type.explanation }
        if let preset = Preset(rawValue: word) { return preset.yaml }
        return FindingCode.allCases.first { $0.rawValue.lowercased() == word.lowercased() }?.explanation
    }

    /// All words there are, for the sentence about a word that is none.
    public static let words =
        RuleType.allCases.map(\.rawValue) + Preset.allCases.map(\.rawValue) + FindingCode.allCases.map(\.rawValue)
}

extension RuleType {
    /// What the rule is for, in one line.
    public var summary: String { String(explanation.prefix { $0 != "\n" }) }
}

extension FindingCode {
    /// What it is, why it matters, how much it does, and what finds it.
    public var explanation: String {
        "\(rawValue): \(title) (\(severity.rawValue) unless a rule says otherwise)\n\n\(why)\n\nFound by \(finders)."
    }

    private var finders: String {
        let rules = rules.map(\.rawValue)
        let parts =
            (rules.isEmpty ? [] : ["the \(rules.count == 1 ? "rule" : "rules") \(rules.joined(separator: ", "))"])
            + [besides].compactMap(\.self)
        return parts.joined(separator: ", and by ")
    }

    /// The rules that find it.
    var rules: [RuleType] {
        switch self {
        case .missingVersion, .doubledVersion, .sameContent, .olderThanLower, .padding, .incompleteVersion:
            [.versionChain]
        case .finality: [.bannedWords]
        case .versionsDisagree, .severalVersions: [.versionAgree]
        case .publishedChanged, .publishedGone: [.immutable]
        case .staleCompanion, .orphan, .missingCompanion: [.companions]
        case .frameRange: [.versionChain, .sequence]
        case .partialFile, .framePadding: [.sequence]
        case .twinNames, .doubledName: [.uniqueness]
        case .twinExtensions: [.uniqueness, .sequence]
        case .noTemplate: [.template]
        case .illegalCharacter, .invisibleCharacter, .notText, .mixedScripts, .straySpace: [.charset]
        case .forbiddenCharacter, .reservedName, .awkwardName, .tooLarge: [.portability]
        case .tooLong: [.portability, .length]
        case .doubledReel, .unknownClipName, .clipGap, .reelOrder, .wrongDate: [.roll]
        case .notOnBackup, .notArrived, .notExpected, .unreadable: []
        }
    }

    /// What finds it without a rule.
    private var besides: String? {
        switch self {
        case .notOnBackup: "rushes check --backup"
        case .notArrived, .notExpected, .frameRange: "rushes check --expect"
        case .unreadable: "every check"
        default: nil
        }
    }
}
