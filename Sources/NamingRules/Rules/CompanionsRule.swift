struct CompanionsRule: Rule {
    let settings: RuleSettings

    init(
        _ parameters: inout RuleParameters, _ settings: inout RuleSettings, _ templates: TemplateSet
    ) throws(RuleFileError) {
        self.settings = settings
    }

    func judge(_ scope: ScopedThings, into findings: inout RuleFindings) {}
}
