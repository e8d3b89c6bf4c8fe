/// Makes sure that names can be taken apart by a template in one way only.
struct TemplateLint {
    private let template: Template
    private let fields: [TemplateField]
    /// The characters of the template's own text: where a field may have them too, names become doubtful.
    private let likely: Charset

    /// So many combinations of optional groups are tried, and so many names of each.
    private static let mostCombinations = 32
    private static let samplesOfEach = 6

    init(_ template: Template, fields: [TemplateField]) {
        (self.template, self.fields) = (template, fields)
        let texts = template.parts.map { part in
            if case .literal(let text, _) = part { text } else { "" }
        }
        likely = Charset(texts.joined().unicodeScalars.map { $0.value...$0.value })
    }

    /// Refuses a template that cannot be relied on.
    func check() throws(RuleFileError) {
        if let (one, other) = neighbours(template.shape).clash {
            throw refuse(
                "has \(fields[one].shown) and \(fields[other].shown) side by side, and nothing tells where one ends",
                "Put a character like _ between them, or give one of them a fixed length.")
        }
        try checkSamples()
    }

    private func refuse(_ reason: String, _ nextStep: String) -> RuleFileError {
        RuleFileError(.ambiguous, line: template.line, "The template \(template.name) \(reason).", nextStep: nextStep)
    }

    // MARK: - Fields side by side

    /// Fields of any length at the ends of a piece, whether the piece may be missing, and two that clash inside.
    private struct Ends {
        var first: [Int] = []
        var last: [Int] = []
        var canBeMissing = true
        var clash: (Int, Int)?
    }

    private func neighbours(_ shape: [Template.Shape]) -> Ends {
        var ends = Ends()
        for piece in shape {
            let next = self.ends(piece)
            if ends.clash == nil { ends.clash = next.clash }
            if ends.clash == nil, let one = ends.last.first, let other = next.first.first { ends.clash = (one, other) }
            if ends.canBeMissing { ends.first += next.first }
            ends.last = next.canBeMissing ? ends.last + next.last : next.last
            ends.canBeMissing = ends.canBeMissing && next.canBeMissing
        }
        return ends
    }

    private func ends(_ piece: Template.Shape) -> Ends {
        switch piece {
        case .group(let inner):
            var ends = neighbours(inner)
            ends.canBeMissing = true
            return ends
        case .part(let part):
            guard let field = template.parts[part].field, fields[field].isVariable else {
                return Ends(canBeMissing: false)
            }
            return Ends(first: fields[field].beginsWithLiteral ? [] : [field], last: [field], canBeMissing: false)
        }
    }

    // MARK: - There and back

    /// Puts names together and takes them apart again, the same names on every run.
    private func checkSamples() throws(RuleFileError) {
        var random = SampleNumbers(seed: 1)
        var machine = NameMachine(template.program)
        let groups = template.groups
        let isFew = groups < 5
        for combination in 0..<(isFew ? 1 << groups : TemplateLint.mostCombinations) {
            for _ in 0..<TemplateLint.samplesOfEach {
                var group = 0
                let present = template.putTogether { _ in
                    defer { group += 1 }
                    return isFew ? combination >> group & 1 == 1 : random.below(2) == 1
                }
                try check(sample(present, &random), by: &machine)
            }
        }
    }

    /// A name, and where its parts stand.
    private struct Sample {
        var name: [UInt8] = []
        var places: [Int32]
    }

    private func sample(_ present: [Int], _ random: inout SampleNumbers) -> Sample {
        var sample = Sample(places: Array(repeating: -1, count: template.parts.count * 2))
        var values: [Int: String] = [:]
        for part in present {
            sample.places[part * 2] = Int32(sample.name.count)
            switch template.parts[part] {
            case .literal(let text, _): sample.name += text.utf8
            case .field(let number):
                let value = values[number] ?? fields[number].sample(&random, likely: likely)
                values[number] = value
                sample.name += value.utf8
            }
            sample.places[part * 2 + 1] = Int32(sample.name.count)
        }
        return sample
    }

    private func check(_ sample: Sample, by machine: inout NameMachine) throws(RuleFileError) {
        // Longer than any name can be: nothing to learn.
        guard sample.name.count <= NameMachine.mostBytes else { return }
        let isRead = machine.fits(sample.name[...])
        let name = String(decoding: sample.name, as: UTF8.self)
        let nextStep = "Tell its fields apart by their characters or lengths, or by a sign between them."
        guard isRead, machine.places == sample.places else {
            let part = template.parts.indices.first { part in
                template.parts[part].field != nil
                    && machine.places[(part * 2)...(part * 2 + 1)] != sample.places[(part * 2)...(part * 2 + 1)]
            }
            let field = part.flatMap { template.parts[$0].field }.map { fields[$0].shown } ?? "it"
            throw refuse("can make the name \(name), and would find \(field) in another place of it", nextStep)
        }
        guard !machine.isAmbiguous else {
            throw refuse("can take the name \(name) apart in two ways", nextStep)
        }
    }
}

extension Template {
    /// How many optional groups it has.
    fileprivate var groups: Int { Template.groups(shape) }

    private static func groups(_ shape: [Shape]) -> Int {
        shape.reduce(0) { sum, piece in
            if case .group(let inner) = piece { sum + 1 + groups(inner) } else { sum }
        }
    }
}
