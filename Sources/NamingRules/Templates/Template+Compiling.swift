extension Template {
    /// Compiles a template.
    ///
    /// - Parameters:
    ///   - pieces: of all templates, by name, for those that it uses.
    ///   - fields: the fields of the set.
    init(
        _ member: (name: String, text: String, line: Int), pieces: [String: [TemplateText.Piece]],
        fields: [TemplateField]
    ) throws(RuleFileError) {
        (name, text, line) = member
        var writer = TemplateWriter(template: name, line: line, pieces: pieces, fields: fields)
        let shape = try writer.shape(of: pieces[name] ?? [], using: [name])
        let parts = writer.parts
        (self.shape, self.parts) = (shape, parts)
        components = try writer.components(shape)
        do {
            program = try NameProgram(
                Template.grammar(shape) { part in
                    switch parts[part] {
                    case .literal(let text, _): .text(text)
                    case .field(let number): fields[number].grammar
                    }
                })
            meant = try NameProgram(
                Template.grammar(shape) { part in
                    switch parts[part] {
                    case .literal(let text, _): .text(text).inAnyCase
                    case .field(let number): fields[number].meant
                    }
                })
        } catch {
            throw RuleFileError(
                .beyondLimits, line: line,
                "The template \(name) is too large: its fields may be written in too many ways.",
                nextStep: "Make patterns and lists of words shorter, or divide the template.")
        }
    }

    private static func grammar(_ shape: [Shape], _ part: (Int) -> NameGrammar) -> NameGrammar {
        .sequence(
            shape.map { shape in
                switch shape {
                case .part(let number): .part(number, part(number))
                case .group(let inner): .repeated(grammar(inner, part), least: 0, most: 1)
                }
            })
    }
}

/// Writes out a template with all that it uses.
private struct TemplateWriter {
    let template: String
    let line: Int
    let pieces: [String: [TemplateText.Piece]]
    let fields: [TemplateField]
    var parts: [Template.Part] = []

    init(template: String, line: Int, pieces: [String: [TemplateText.Piece]], fields: [TemplateField]) {
        (self.template, self.line, self.pieces, self.fields) = (template, line, pieces, fields)
    }

    private func refuse(_ code: RuleFileError.Code, _ reason: String, _ nextStep: String) -> RuleFileError {
        RuleFileError(code, line: line, "The template \(template) \(reason).", nextStep: nextStep)
    }

    mutating func shape(
        of list: [TemplateText.Piece], using names: [String]
    ) throws(RuleFileError) -> [Template.Shape] {
        var shape: [Template.Shape] = []
        for piece in list {
            switch piece {
            case .group(let inner): shape.append(.group(try self.shape(of: inner, using: names)))
            case .literal(let text): shape.append(try add(.literal(text, then: nil)))
            case .name(let name):
                if let number = fields.lastIndex(where: { $0.name == name }) {
                    if case .part(let last)? = shape.last, case .literal(let text, _) = parts[last] {
                        parts[last] = .literal(text, then: number)
                    }
                    shape.append(try add(.field(number)))
                } else {
                    shape += try self.shape(of: used(name, by: names), using: names + [name])
                }
            }
        }
        return shape
    }

    private func used(_ name: String, by names: [String]) throws(RuleFileError) -> [TemplateText.Piece] {
        guard let list = pieces[name] else {
            throw refuse(
                .unknownName, "has {\(name)}, which is neither a field nor a template",
                "Describe \(name) under fields, or mend its spelling.")
        }
        guard !names.contains(name) else {
            throw refuse(
                .value, "goes in a circle: \((names + [name]).joined(separator: ", "))", "Write out one of them.")
        }
        return list
    }

    private mutating func add(_ part: Template.Part) throws(RuleFileError) -> Template.Shape {
        guard parts.count < Template.mostParts else {
            throw refuse(.beyondLimits, "has more than \(Template.mostParts) parts", "Divide it.")
        }
        parts.append(part)
        return .part(parts.count - 1)
    }

    /// How many components of a path it describes.
    func components(_ shape: [Template.Shape]) throws(RuleFileError) -> Int {
        var names = [""]
        for piece in shape {
            switch piece {
            case .group(let inner):
                guard !hasSlash(inner) else {
                    throw refuse(
                        .value, "has a / in an optional group",
                        "Write two templates, one with the folder and one without.")
                }
                names[names.count - 1] += "x"
            case .part(let number):
                guard case .literal(let text, _) = parts[number] else {
                    names[names.count - 1] += "x"
                    continue
                }
                let split = text.split(separator: "/", omittingEmptySubsequences: false)
                names[names.count - 1] += split[0]
                names += split.dropFirst().map(String.init)
            }
        }
        guard !names.contains(where: { ["", ".", ".."].contains($0) }) || names.count == 1 else {
            throw refuse(
                .value, "has a / at an end, or two in a row", "Write folders and name with one / between them.")
        }
        guard names.count <= Template.mostComponents else {
            throw refuse(
                .beyondLimits, "has more than \(Template.mostComponents) folders and names",
                "Describe fewer of the folders above.")
        }
        return names.count
    }

    private func hasSlash(_ shape: [Template.Shape]) -> Bool {
        shape.contains { piece in
            switch piece {
            case .group(let inner): return hasSlash(inner)
            case .part(let number):
                guard case .literal(let text, _) = parts[number] else { return false }
                return text.contains("/")
            }
        }
    }
}
