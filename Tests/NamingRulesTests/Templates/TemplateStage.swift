@testable import NamingRules

/// Fields and templates, written down in a test.
enum TemplateStage {
    /// The fields of the specification's example, with the plates of a film.
    static let house = """
        fields:
          show:    {type: text, charset: A-Z0-9, len: [3, 4], enum: [AGM, ATBP]}
          ep:      {type: int, pad: 3, range: [101, 110]}
          seq:     {type: text, charset: A-Z, len: 3}
          scene:   {type: text, pattern: '\\d{3}[A-Z]?|0A1'}
          shot:    {type: int, pad: [3, 4], step: 10}
          task:    {type: text, enum: [comp, anim, fx, roto, prep, light, plate]}
          vendor:  {type: text, charset: A-Z0-9, len: 3}
          version: {type: version, prefix: v, pad: [3, 4], start: 1}
          plate:   {type: text, pattern: '[A-Z]{2}\\d\\d|smoke\\d\\d'}
          frame:   {type: frame, pad: 4}
        templates:
          shotver: '{show}_{ep}_({seq}_)?({scene}_)?{shot}_{task}_{vendor}_{version}'
          frames:  '{shotver}.{frame}.exr'
          plates:  '{show}_({scene}_)?{shot}_{plate}_{version}'

        """

    /// Reads `fields:` and `templates:`.
    static func set(_ yaml: String) throws -> TemplateSet {
        var top = try RuleParameters(RuleNode(yaml: Array(yaml.utf8)), of: "rule file")
        return try TemplateSet(fields: top.take("fields"), templates: top.take("templates"))
    }

    /// One field called `x`, and a template that is nothing else.
    static func field(_ field: String) throws -> TemplateSet {
        try set("fields: {x: \(field)}\ntemplates: {one: '{x}'}")
    }

    /// Why a text is refused: its line and sentence.
    static func refusal(_ yaml: String) -> String {
        do {
            _ = try set(yaml)
            return "none"
        } catch let error as RuleFileError {
            return "\(error.code.rawValue) \(error.line ?? 0): \(error.sentence)"
        } catch {
            return "\(error)"
        }
    }
}

extension TemplateSet {
    /// Whether a name fits the first template.
    func fits(_ name: String) -> Bool {
        var matcher = TemplateMatcher(self)
        return matcher.first(of: [0], taking: Array(name.utf8)[...]) != nil
    }

    /// A line for each template that fits, with what stands in its fields; else why none does.
    func answer(_ name: String) -> [String] {
        var matcher = TemplateMatcher(self)
        let bytes = Array(name.utf8)
        switch matcher.match(bytes[...], templates: Array(names.indices)) {
        case .fits(let matches):
            return matches.map { match in
                let fields = match.fields.sorted { ($0.value.lowerBound, $0.key) < ($1.value.lowerBound, $1.key) }
                let texts = fields.map { "\($0.key)=\(String(decoding: bytes[$0.value], as: UTF8.self))" }
                return "\(names[match.template]): \(texts.joined(separator: " "))"
            }
        case .fitsNone(let mismatches):
            return mismatches.map {
                "not \(names[$0.template]) [\($0.wrong.lowerBound)..<\($0.wrong.upperBound)] \($0.sentence)"
            }
        }
    }
}
