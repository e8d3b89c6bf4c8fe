/// A rule of a rule file: its values, and what it finds.
///
/// A rule looks only at what it is given; whoever runs it has read what it needs.
protocol Rule: Sendable {
    /// Reads its own keys; what every rule has is read already, what is left is refused.
    ///
    /// - Parameters:
    ///   - settings: may be given severities by keys of the rule's own.
    ///   - templates: those of the file, for rules that name them.
    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError)

    /// What it is called, where it looks, and what its findings weigh.
    var settings: RuleSettings { get }

    /// What must be read before it can judge.
    var needs: RuleNeeds { get }

    /// The entries whose content it will compare, in groups of files that may be equal.
    func contentNeeded(in scope: ScopedThings) -> [Int]

    /// Looks at all things of its scope.
    func judge(_ scope: ScopedThings, into findings: inout RuleFindings)
}

extension Rule {
    var needs: RuleNeeds { [] }
    func contentNeeded(in scope: ScopedThings) -> [Int] { [] }
}

/// What a rule needs besides names, sizes and times.
struct RuleNeeds: OptionSet {
    let rawValue: Int
    /// The names taken apart by templates.
    static let templates = RuleNeeds(rawValue: 1)
    /// The cards and rolls below the folder.
    static let cards = RuleNeeds(rawValue: 2)
    /// What headers of files say of their own names.
    static let headers = RuleNeeds(rawValue: 4)
    /// What was published: the ledger, and histories.
    static let published = RuleNeeds(rawValue: 8)
}
