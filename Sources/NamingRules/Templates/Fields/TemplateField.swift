/// A field of a rule file, ready to be looked for.
struct TemplateField: Sendable {
    /// What it is called, without braces.
    let name: String
    /// What may stand in it.
    let type: FieldType
    /// The same, for machines.
    let grammar: NameGrammar
    /// What a person may have meant by: letters of either case, any number of digits.
    let meant: NameGrammar
    /// Recognises one value.
    let program: NameProgram

    /// Letters and digits behind the last dot: no description is needed.
    static let fileExtension = "ext"
    private static let longestExtension = 8

    /// The fields that need no description.
    static func builtIn() throws(RuleFileError) -> [TemplateField] {
        let text = FieldType.TextField(length: 1...longestExtension)
        return [try TemplateField(fileExtension, .text(text), line: 1)]
    }

    /// Prepares a field.
    init(_ name: String, _ type: FieldType, line: Int) throws(RuleFileError) {
        (self.name, self.type) = (name, type)
        do {
            grammar = try type.grammar()
        } catch {
            throw RuleFileError(
                .value, line: line, "The field \(name) cannot be read: \(error.reason).",
                nextStep: "Write it with what rushes check --explain template tells.")
        }
        meant = type.meant(by: grammar)
        do {
            program = try NameProgram(grammar)
        } catch {
            throw RuleFileError(
                .beyondLimits, line: line, "The field \(name) is too large: pattern too long, or too many words.",
                nextStep: "Repeat less in its pattern, or list fewer words.")
        }
    }

    /// How it is shown: `{shot}`.
    var shown: String { "{\(name)}" }

    /// What it may be, for people: `{version}: v and 3 digits`.
    var words: String { "\(shown): \(type.words)" }

    /// Whether two values of it can have different lengths.
    var isVariable: Bool { grammar.fixedWidth == nil }

    /// Whether something that never varies stands at its beginning, as the `v` of a version.
    var beginsWithLiteral: Bool {
        guard case .version(let version) = type else { return false }
        return !version.prefix.isEmpty
    }
}
