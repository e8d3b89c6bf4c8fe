/// A house's rules: fields, templates, scopes, rules, and names that show what they mean.
public struct RuleFile: Sendable {
    /// What it is called, as the person wrote it, or the name of the preset.
    public let place: String
    /// Its title.
    public let title: String
    /// Its templates.
    let templates: TemplateSet
    /// Its scopes, by what they are called.
    let scopes: [String: RuleScope]
    /// Its rules, in the order of the file.
    let rules: [any Rule]

    /// What its rules are called, and which of the twelve each is, in the order of the file.
    public var settings: [RuleSettings] { rules.map(\.settings) }

    /// How the schema is called.
    public static let schema = "naming-rules/1"

    /// Whether the cards and rolls of the folder must be found.
    var needsCards: Bool {
        scopes.values.contains(where: \.isCards) || rules.contains { $0.needs.contains(.cards) }
    }
}
