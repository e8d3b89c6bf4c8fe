extension TemplateSet {
    /// A rule file has so many of them at most; a house with more names has several rule files.
    static let mostTemplates = 64
    static let mostFields = 128
    private static let longestName = 64

    /// Reads the fields and templates of a rule file, and makes sure that they can be relied on.
    init(fields: RuleNode?, templates: RuleNode?) throws(RuleFileError) {
        var all = try TemplateField.builtIn()
        for member in try TemplateSet.members(fields, "fields", most: TemplateSet.mostFields) {
            all.append(try TemplateField(member))
        }
        let texts = try TemplateSet.texts(templates, fields: all)
        var pieces: [String: [TemplateText.Piece]] = [:]
        for (name, text, line) in texts {
            do {
                pieces[name] = try TemplateText.pieces(of: text)
            } catch {
                throw RuleFileError(
                    .value, line: line, "The template \(name) \(error.reason).",
                    nextStep: "Write it like {show}_({scene}_)?{shot}.{ext}.")
            }
        }
        var compiled: [Template] = []
        for text in texts {
            let template = try Template(text, pieces: pieces, fields: all)
            try TemplateLint(template, fields: all).check()
            compiled.append(template)
        }
        self.init(templates: compiled, fields: all)
    }

    private static func texts(
        _ node: RuleNode?, fields: [TemplateField]
    ) throws(RuleFileError) -> [(name: String, text: String, line: Int)] {
        var texts: [(name: String, text: String, line: Int)] = []
        for member in try members(node, "templates", most: mostTemplates) {
            try checkName(member.key, line: member.line, "template")
            guard case .text(let text) = member.value.content else {
                throw RuleFileError(
                    .value, line: member.line, "The template \(member.key) is not a text.",
                    nextStep: "Write it in quotes: '{show}_{shot}'.")
            }
            guard !fields.contains(where: { $0.name == member.key }) else {
                throw RuleFileError(
                    .value, line: member.line, "There are a field and a template \(member.key).",
                    nextStep: "Rename one of them.")
            }
            texts.append((member.key, text, member.line))
        }
        return texts
    }

    /// The members of a map, each key once.
    private static func members(
        _ node: RuleNode?, _ key: String, most: Int
    ) throws(RuleFileError) -> [RuleNode.Member] {
        guard let node else { return [] }
        var parameters = try RuleParameters(node, of: "map \(key)")
        let members = parameters.takeAll()
        var seen: Set<String> = []
        for member in members where !seen.insert(member.key).inserted {
            throw RuleFileError(
                .value, line: member.line, "\(member.key) comes twice under \(key).", nextStep: "Rename one of them.")
        }
        guard members.count <= most else {
            throw RuleFileError(
                .beyondLimits, line: node.line, "There are more than \(most) \(key).", nextStep: "Divide the rule file."
            )
        }
        return members
    }

    /// Refuses names that no template could use, or that lists and scripts would stumble over.
    static func checkName(_ name: String, line: Int, _ what: String) throws(RuleFileError) {
        let allowed = Charset.lettersAndDigits.union(Charset("_")).union(Charset("-"))
        guard !name.isEmpty, name.unicodeScalars.count <= longestName, name.unicodeScalars.allSatisfy(allowed.contains)
        else {
            throw RuleFileError(
                .value, line: line, "A \(what) cannot be called \(name.prefix(longestName)).",
                nextStep: "Call it by letters, digits, _ and -, \(longestName) at most.")
        }
    }
}
