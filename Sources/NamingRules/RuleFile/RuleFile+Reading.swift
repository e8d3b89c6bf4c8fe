extension RuleFile {
    /// Reads a rule file.
    ///
    /// - Parameters:
    ///   - bytes: YAML of the schema `naming-rules/1`.
    ///   - place: the file as the person named it.
    public init(yaml bytes: [UInt8], at place: String) throws(RuleFileError) {
        do {
            try self.init(RuleNode(yaml: bytes), at: place)
        } catch {
            var error = error
            error.place = place
            throw error
        }
    }

    private init(_ node: RuleNode, at place: String) throws(RuleFileError) {
        var top = try RuleParameters(node, of: "rule file")
        let schema = try top.requiredText("schema")
        guard schema == RuleFile.schema else {
            throw RuleFileError(
                .schema, line: node.line, "Its schema is \(schema).", nextStep: "Write schema: \(RuleFile.schema).")
        }
        self.place = place
        title = try top.text("title") ?? place
        templates = try TemplateSet(fields: top.take("fields"), templates: top.take("templates"))
        scopes = try RuleFile.scopes(top.take("scopes"))
        rules = try RuleFile.rules(top.take("rules"), scopes: scopes, templates)
        _ = top.take("tests")
        try top.finish()
    }

    private static func scopes(_ node: RuleNode?) throws(RuleFileError) -> [String: RuleScope] {
        var scopes: [String: RuleScope] = [:]
        for node in try list(node, "scopes") {
            let scope = try RuleScope(node)
            guard scopes.updateValue(scope, forKey: scope.id) == nil else {
                throw RuleFileError(
                    .value, line: node.line, "There are two scopes \(scope.id).", nextStep: "Rename one of them.")
            }
        }
        return scopes
    }

    private static func rules(
        _ node: RuleNode?, scopes: [String: RuleScope], _ templates: TemplateSet
    ) throws(RuleFileError) -> [any Rule] {
        var ids: Set<String> = []
        var rules: [any Rule] = []
        for node in try list(node, "rules") {
            let rule = try rule(node, templates)
            guard ids.insert(rule.settings.id).inserted else {
                throw RuleFileError(
                    .value, line: node.line, "There are two rules \(rule.settings.id).", nextStep: "Rename one of them."
                )
            }
            rules.append(rule)
        }
        return rules
    }

    private static func rule(_ node: RuleNode, _ templates: TemplateSet) throws(RuleFileError) -> any Rule {
        var parameters = try RuleParameters(node, of: "rule")
        let id = try parameters.requiredText("id")
        parameters = parameters.renamed("rule \(id)")
        guard let type = try parameters.word("type", RuleType.self) else {
            throw RuleFileError(.value, line: node.line, "The rule \(id) has no type.", nextStep: "Write type: …")
        }
        var settings = RuleSettings(
            id: id, type: type, scope: try parameters.text("scope"), severity: try parameters.word("severity"),
            line: node.line)
        let rule = try type.rule.init(&parameters, &settings, templates)
        try parameters.finish()
        return rule
    }

    private static func list(_ node: RuleNode?, _ key: String) throws(RuleFileError) -> [RuleNode] {
        guard let node else { return [] }
        guard case .list(let list) = node.content else {
            throw RuleFileError(
                .value, line: node.line, "\(key) of the rule file is not a list.",
                nextStep: "Begin each of them with a dash.")
        }
        return list
    }
}
