extension RuleFile {
    /// A rule file has so many rules and scopes at most, and so many tests: whole houses have a dozen and a hundred, and
    /// each of them costs time with every name.
    static let mostRules = 200
    static let mostTests = 1000

    /// Reads a rule file, and lets its rules judge the names in its `tests`.
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
        try RuleFile.readSchema(&top)
        try top.refuse(allBut: ["title", "fields", "templates", "scopes", "rules", "tests"])
        self.place = place
        title = try top.text("title") ?? place
        templates = try TemplateSet(fields: top.take("fields"), templates: top.take("templates"))
        var scopes = try RuleFile.scopes(top.take("scopes"))
        rules = try RuleFile.rules(top.take("rules"), scopes: &scopes, templates)
        self.scopes = scopes
        let examples = try RuleFile.list(top.take("tests"), "tests", atMost: RuleFile.mostTests)
        try top.finish()
        let ids = Set(rules.map(\.settings.id))
        for node in examples { try RuleExample(node, rules: ids).hold(by: self) }
        guard !rules.isEmpty else {
            throw RuleFileError(
                .value, line: node.line, "The rule file has no rules: nothing would ever be found.",
                nextStep: "Write them under rules:, or name a preset: \(Preset.names).")
        }
    }

    private static func readSchema(_ top: inout RuleParameters) throws(RuleFileError) {
        let right = "Write schema: \(RuleFile.schema)."
        guard let node = top.take("schema") else {
            throw RuleFileError(.schema, line: nil, "The rule file has no schema.", nextStep: right)
        }
        guard node.content != .text(RuleFile.schema) else { return }
        guard case .text(let schema) = node.content else { throw top.wrong("schema", node, "a text") }
        throw RuleFileError(.schema, line: node.line, "Its schema is \(schema).", nextStep: right)
    }

    private static func scopes(_ node: RuleNode?) throws(RuleFileError) -> [String: RuleScope] {
        var scopes: [String: RuleScope] = [:]
        for node in try list(node, "scopes", atMost: mostRules) {
            let scope = try RuleScope(node)
            guard scopes.updateValue(scope, forKey: scope.id) == nil else {
                throw RuleFileError(
                    .value, line: node.line, "There are two scopes \(scope.id).", nextStep: "Rename one of them.")
            }
        }
        return scopes
    }

    private static func rules(
        _ node: RuleNode?, scopes: inout [String: RuleScope], _ templates: TemplateSet
    ) throws(RuleFileError) -> [any Rule] {
        var ids: Set<String> = []
        var rules: [any Rule] = []
        for node in try list(node, "rules", atMost: mostRules) {
            let rule = try rule(node, scopes: &scopes, templates)
            guard ids.insert(rule.settings.id).inserted else {
                throw RuleFileError(
                    .value, line: node.line, "There are two rules \(rule.settings.id).", nextStep: "Rename one of them."
                )
            }
            rules.append(rule)
        }
        return rules
    }

    private static func rule(
        _ node: RuleNode, scopes: inout [String: RuleScope], _ templates: TemplateSet
    ) throws(RuleFileError) -> any Rule {
        var parameters = try RuleParameters(node, of: "rule")
        let id = try parameters.requiredText("id")
        try TemplateSet.checkName(id, line: node.line, "rule")
        parameters = parameters.renamed("rule \(id)")
        guard let type = try parameters.word("type", RuleType.self) else {
            throw RuleFileError(
                .value, line: node.line, "The rule \(id) has no type.",
                nextStep: "Write type: and one of \(RuleType.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        var settings = RuleSettings(
            id: id, type: type, scope: try scope(&parameters, &scopes), severity: try parameters.word("severity"),
            severities: try severities(&parameters), line: node.line)
        let rule = try type.rule.init(&parameters, &settings, templates)
        try parameters.finish()
        return rule
    }

    /// The scope that a rule names; a pattern becomes a scope of its own.
    private static func scope(
        _ parameters: inout RuleParameters, _ scopes: inout [String: RuleScope]
    ) throws(RuleFileError) -> String? {
        guard let node = parameters.take("scope") else { return nil }
        guard case .text(let id) = node.content else { throw parameters.wrong("scope", node, "the id of a scope") }
        if scopes[id] != nil { return id }
        guard RuleScope.isPattern(id) else {
            let known = scopes.keys.filter { !RuleScope.isPattern($0) }.sorted().joined(separator: ", ")
            throw RuleFileError(
                .unknownName, line: node.line, "The \(parameters.subject) looks at a scope \(id), and there is none.",
                nextStep: known.isEmpty
                    ? "Describe it under scopes, or write a pattern like \(id)/**."
                    : "There are \(known); or write a pattern like \(id)/**.")
        }
        scopes[id] = try RuleScope(pattern: id, of: parameters.subject, line: node.line)
        return id
    }

    /// Reads `severities: {V01: info}`: the weight of single kinds of findings.
    private static func severities(
        _ parameters: inout RuleParameters
    ) throws(RuleFileError) -> [FindingCode: Severity] {
        guard let node = parameters.take("severities") else { return [:] }
        var map = try RuleParameters(node, of: "severities of the \(parameters.subject)")
        var severities: [FindingCode: Severity] = [:]
        for member in map.takeAll() {
            guard let code = FindingCode(rawValue: member.key) else {
                throw RuleFileError(
                    .unknownName, line: member.line, "No finding is called \(member.key).",
                    nextStep: "Findings are V01 to V18, and words like no-template.")
            }
            guard case .text(let text) = member.value.content, let severity = Severity(rawValue: text) else {
                throw map.unknown(member.key, member.value, "is", among: Severity.allCases.map(\.rawValue))
            }
            severities[code] = severity
        }
        return severities
    }

    private static func list(_ node: RuleNode?, _ key: String, atMost most: Int) throws(RuleFileError) -> [RuleNode] {
        guard let node else { return [] }
        guard case .list(let list) = node.content else {
            throw RuleFileError(
                .value, line: node.line, "\(key) of the rule file is not a list.",
                nextStep: "Begin each of them with a dash.")
        }
        guard list.count <= most else {
            throw RuleFileError(
                .beyondLimits, line: node.line, "It has \(list.count) \(key); \(most) can be.", nextStep: "Divide it.")
        }
        return list
    }
}
