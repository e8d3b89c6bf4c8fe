/// The templates of a rule file, compiled.
public struct TemplateSet: Sendable {
    /// What they are called, by their number.
    public let names: [String]

    /// None.
    public static let empty = TemplateSet(names: [])
}

extension TemplateSet {
    /// Reads the fields and templates of a rule file.
    init(fields: RuleNode?, templates: RuleNode?) throws(RuleFileError) { self = .empty }
}
