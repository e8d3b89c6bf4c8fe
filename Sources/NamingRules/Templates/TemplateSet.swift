/// The templates of a rule file, compiled.
public struct TemplateSet: Sendable {
    /// The templates, by their number.
    let templates: [Template]
    /// The fields, by their number.
    let fields: [TemplateField]

    /// None.
    public static let empty = TemplateSet(templates: [], fields: [])

    init(templates: [Template], fields: [TemplateField]) {
        (self.templates, self.fields) = (templates, fields)
    }

    /// What they are called, by their number.
    public var names: [String] { templates.map(\.name) }

    /// What a field may hold; nil where none is called so.
    public func type(ofField name: String) -> FieldType? { number(ofField: name).map { fields[$0].type } }

    /// The number of a field; nil where none is called so.
    func number(ofField name: String) -> Int? { fields.lastIndex { $0.name == name } }

    /// How many components of a path its templates look at.
    var components: Int { templates.map(\.components).max() ?? 1 }

    /// The name that values make by a template.
    ///
    /// - Parameter values: by field. An optional group is left out where one of its fields has no value, or where it has
    ///   no field.
    /// - Returns: nil where a value is missing or is not one that the field may have.
    public func name(by template: Int, from values: [String: String]) -> [UInt8]? {
        let template = templates[template]
        var name: [UInt8] = []
        let present = template.putTogether { group in
            let fields = template.fields(in: group)
            return fields.isEmpty || fields.contains { values[self.fields[$0].name] == nil }
        }
        for part in present {
            switch template.parts[part] {
            case .literal(let text, _): name += text.utf8
            case .field(let number):
                guard let value = values[fields[number].name] else { return nil }
                name += value.utf8
            }
        }
        var matcher = TemplateMatcher(self)
        return matcher.first(of: [templates.firstIndex { $0.name == template.name } ?? 0], taking: name[...]) == nil
            ? nil : name
    }
}

extension Template {
    /// The fields that a group must have: those of groups inside it may be missing.
    fileprivate func fields(in group: [Shape]) -> [Int] {
        group.compactMap { shape in
            if case .part(let part) = shape { parts[part].field } else { nil }
        }
    }
}
