/// Takes names apart by the templates of a set; it keeps what it learns of names, so that a million of them are fast.
struct TemplateMatcher {
    /// The templates.
    let set: TemplateSet
    /// A machine for each template, and for what may be meant by each.
    var machines: [NameMachine]
    var meant: [NameMachine?]
    /// A machine for each field.
    private var fieldMachines: [NameMachine?]
    /// What must be judged further than by its bytes, of each template.
    private let checks: [[ValueCheck]]

    /// A part whose value can be wrong although its bytes fit.
    private struct ValueCheck {
        let part: Int
        let field: Int
        let judgesValues: Bool
        /// The parts before it that must be equal.
        let equals: [Int]
    }

    init(_ set: TemplateSet) {
        self.set = set
        machines = set.templates.map { NameMachine($0.program) }
        meant = Array(repeating: nil, count: set.templates.count)
        fieldMachines = Array(repeating: nil, count: set.fields.count)
        checks = set.templates.map { template in
            template.parts.enumerated().compactMap { number, part in
                guard let field = part.field else { return nil }
                let check = ValueCheck(
                    part: number, field: field, judgesValues: set.fields[field].type.judgesValues,
                    equals: template.parts[..<number].indices.filter { template.parts[$0].field == field })
                return check.judgesValues || !check.equals.isEmpty ? check : nil
            }
        }
    }

    /// How many steps were looked at so far; for tests, which count instead of measuring time.
    var work: Int { machines.reduce(0) { $0 + $1.work } }

    /// Takes a name apart by each of some templates.
    ///
    /// - Parameter path: a name; or, for templates with `/`, the end of a path.
    mutating func match(_ path: ArraySlice<UInt8>, templates: [Int]) -> TemplateAnswer {
        var fits: [TemplateMatch] = []
        for number in templates where first(of: [number], taking: path) != nil {
            if let match = match(by: number, in: path) { fits.append(match) }
        }
        guard fits.isEmpty else { return .fits(fits) }
        return .fitsNone(verdicts(on: path, by: templates).map(\.mismatch))
    }

    /// The first of some templates that fits; then ``places(by:)`` tells where its parts are.
    mutating func first(of templates: [Int], taking path: ArraySlice<UInt8>) -> Int? {
        for number in templates {
            guard let name = tail(of: path, for: number), machines[number].fits(name) else { continue }
            if problem(by: number, in: name) == nil { return number }
        }
        return nil
    }

    /// Where the parts of the last name that a template fit stand, from the beginning of what it looks at.
    func places(by template: Int) -> [Int32] { machines[template].places }

    /// The components of a path that a template looks at; nil where there are fewer.
    func tail(of path: ArraySlice<UInt8>, for template: Int) -> ArraySlice<UInt8>? {
        guard set.components > 1 else { return path }
        var left = set.templates[template].components
        var start = path.endIndex
        while start > path.startIndex {
            if path[start - 1] == UInt8(ascii: "/") {
                left -= 1
                if left == 0 { return path[start...] }
            }
            start -= 1
        }
        return left == 1 ? path : nil
    }

    /// The field that is wrong in a name whose bytes fit, and how, with a full stop.
    func problem(by number: Int, in name: ArraySlice<UInt8>) -> (part: Int, sentence: String)? {
        let places = machines[number].places
        for check in checks[number] where places[check.part * 2] >= 0 {
            let value = TemplateMatcher.value(check.part, of: name, places)
            if check.judgesValues, let words = set.fields[check.field].type.problem(of: value) {
                return (
                    check.part, "\(set.fields[check.field].shown) \(NameCharacter.escaped(value)) \(words)."
                )
            }
            guard let before = check.equals.last(where: { places[$0 * 2] >= 0 }) else { continue }
            let other = TemplateMatcher.value(before, of: name, places)
            guard !other.elementsEqual(value) else { continue }
            let (one, two) = (NameCharacter.escaped(other), NameCharacter.escaped(value))
            return (check.part, "\(set.fields[check.field].shown) is \(one) before, and \(two) here.")
        }
        return nil
    }

    /// The bytes of a part.
    static func value(_ part: Int, of name: ArraySlice<UInt8>, _ places: [Int32]) -> ArraySlice<UInt8> {
        name[(name.startIndex + Int(places[part * 2]))..<(name.startIndex + Int(places[part * 2 + 1]))]
    }

    private func match(by number: Int, in path: ArraySlice<UInt8>) -> TemplateMatch? {
        guard let name = tail(of: path, for: number) else { return nil }
        let (start, places) = (name.startIndex - path.startIndex, machines[number].places)
        var fields: [String: Range<Int>] = [:]
        for (part, field) in set.templates[number].parts.enumerated() where places[part * 2] >= 0 {
            guard let field = field.field else { continue }
            fields[set.fields[field].name] = (start + Int(places[part * 2]))..<(start + Int(places[part * 2 + 1]))
        }
        return TemplateMatch(template: number, fields: fields)
    }

    /// Whether a value is one that a field may have.
    mutating func isValue(_ value: ArraySlice<UInt8>, of field: Int) -> Bool {
        var machine = fieldMachines[field].take() ?? NameMachine(set.fields[field].program)
        defer { fieldMachines[field] = machine }
        return machine.fits(value) && set.fields[field].type.problem(of: value) == nil
    }
}
