/// The twelve kinds of rules.
public enum RuleType: String, Hashable, Sendable, CaseIterable {
    case template
    case charset
    case portability
    case length
    case uniqueness
    case versionChain = "version_chain"
    case versionAgree = "version_agree"
    case immutable
    case bannedWords = "banned_words"
    case sequence
    case companions
    case roll

    var rule: any Rule.Type {
        switch self {
        case .template: TemplateRule.self
        case .charset: CharsetRule.self
        case .portability: PortabilityRule.self
        case .length: LengthRule.self
        case .uniqueness: UniquenessRule.self
        case .versionChain: VersionChainRule.self
        case .versionAgree: VersionAgreeRule.self
        case .immutable: ImmutableRule.self
        case .bannedWords: BannedWordsRule.self
        case .sequence: SequenceRule.self
        case .companions: CompanionsRule.self
        case .roll: RollRule.self
        }
    }
}
