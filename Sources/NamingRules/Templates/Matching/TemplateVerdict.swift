/// Why a name does not fit a template, and what it would be called if a person's slip were mended.
struct TemplateVerdict {
    /// How near the name is to the template; the later ones are nearer.
    enum Nearness: Int, Comparable {
        /// It cannot be read to its end.
        case unread
        /// It can be read when case and zeros do not count.
        case meant
        /// It can be read, and a value is wrong.
        case read

        static func < (one: Nearness, other: Nearness) -> Bool { one.rawValue < other.rawValue }
    }

    let nearness: Nearness
    let mismatch: TemplateMismatch
    /// The whole path as it would fit, where that is sure.
    var mended: [UInt8]?
}

extension TemplateMatcher {
    /// Why a name fits none of some templates, the nearest first.
    mutating func verdicts(on path: ArraySlice<UInt8>, by templates: [Int]) -> [TemplateVerdict] {
        var verdicts: [TemplateVerdict] = []
        for number in templates { verdicts.append(verdict(on: path, by: number, of: templates)) }
        let order = verdicts.indices.sorted { one, other in
            let (first, second) = (verdicts[one], verdicts[other])
            return (second.nearness, second.mismatch.place, one) < (first.nearness, first.mismatch.place, other)
        }
        return order.map { verdicts[$0] }
    }

    private mutating func verdict(
        on path: ArraySlice<UInt8>, by number: Int, of templates: [Int]
    ) -> TemplateVerdict {
        guard let name = tail(of: path, for: number) else {
            let words = "a folder above it"
            return TemplateVerdict(
                nearness: .unread,
                mismatch: TemplateMismatch(
                    template: number, place: 0, expected: [words], wrong: 0..<0,
                    sentence: "The template \(set.templates[number].name) expects \(words)."))
        }
        let start = name.startIndex - path.startIndex
        if let wrong = wrongValue(of: name, from: start, by: number) {
            return TemplateVerdict(nearness: .read, mismatch: wrong)
        }
        if let mend = TemplateMend(of: name, by: number, with: &self), let first = mend.slips.first,
            !isDoubtful(mend, of: name, in: path, by: templates)
        {
            return TemplateVerdict(
                nearness: .meant,
                mismatch: TemplateMismatch(
                    template: number, place: start + first.range.lowerBound, expected: mend.slips.map(\.expected),
                    wrong: (start + first.range.lowerBound)..<(start + first.range.upperBound),
                    sentence: mend.sentence),
                mended: path[..<name.startIndex] + mend.name)
        }
        return TemplateVerdict(nearness: .unread, mismatch: unread(name, from: start, by: number))
    }

    private mutating func wrongValue(
        of name: ArraySlice<UInt8>, from start: Int, by number: Int
    ) -> TemplateMismatch? {
        guard let places = places(of: name, by: number), let problem = problem(by: number, in: name),
            let field = set.templates[number].parts[problem.part].field
        else { return nil }
        let range = (start + Int(places[problem.part * 2]))..<(start + Int(places[problem.part * 2 + 1]))
        return TemplateMismatch(
            template: number, place: range.lowerBound, expected: [set.fields[field].words], wrong: range,
            sentence: problem.sentence)
    }

    private func unread(_ name: ArraySlice<UInt8>, from start: Int, by number: Int) -> TemplateMismatch {
        let template = set.templates[number]
        let furthest = FurthestPlace(of: name, by: template.program, isField: template.isField)
        let words = FurthestWords(furthest, of: name, by: template, fields: set.fields)
        return TemplateMismatch(
            template: number, place: start + furthest.place, expected: words.expected,
            wrong: (start + words.wrong.lowerBound)..<(start + words.wrong.upperBound), sentence: words.sentence)
    }
}
