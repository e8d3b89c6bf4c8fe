/// The templates of a rule file, compiled.
public struct TemplateSet: Sendable {
    /// The templates, by their number.
    let templates: [Template]
    /// The fields, by their number.
    let fields: [TemplateField]
    /// How many components of a path the templates look at.
    let components: Int

    /// None.
    public static let empty = TemplateSet(templates: [], fields: [])

    init(templates: [Template], fields: [TemplateField]) {
        (self.templates, self.fields) = (templates, fields)
        components = templates.map(\.components).max() ?? 1
    }

    /// What they are called, by their number.
    public var names: [String] { templates.map(\.name) }

    /// What a field may hold; nil where none is called so.
    public func type(ofField name: String) -> FieldType? { number(ofField: name).map { fields[$0].type } }

    /// The number of a field; nil where none is called so.
    func number(ofField name: String) -> Int? { fields.lastIndex { $0.name == name } }

    /// The name that values make by a template.
    ///
    /// - Parameter values: by field. An optional group is left out where one of its fields has no value, or where it has
    ///   no field.
    /// - Returns: nil where a value is missing or is not one that the field may have.
    public func name(by template: Int, from values: [String: String]) -> [UInt8]? {
        var matcher = TemplateMatcher(self)
        var name: [UInt8] = []
        let parts = templates[template].parts
        let present = templates[template].putTogether { isMissing($0, parts, values) }
        for part in present {
            switch parts[part] {
            case .literal(let text, _): name += text.utf8
            case .field(let number):
                guard let value = values[fields[number].name], matcher.isValue(Array(value.utf8)[...], of: number)
                else {
                    return nil
                }
                name += value.utf8
            }
        }
        return matcher.first(of: [template], taking: name[...]) == nil ? nil : name
    }

    /// Whether values leave a group out: one of its own fields has none, or nothing in it has.
    private func isMissing(_ group: [Template.Shape], _ parts: [Template.Part], _ values: [String: String]) -> Bool {
        var isMissing = true
        for shape in group {
            switch shape {
            case .group(let inner): isMissing = isMissing && self.isMissing(inner, parts, values)
            case .part(let part):
                guard let field = parts[part].field else { continue }
                if values[fields[field].name] == nil { return true }
                isMissing = false
            }
        }
        return isMissing
    }
}
