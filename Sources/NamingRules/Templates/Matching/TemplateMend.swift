/// What a name was meant to be, where only the case of letters and the zeros of numbers are wrong, and there is one
/// way to mend them.
struct TemplateMend {
    /// A part that is not written as it should be.
    struct Slip {
        /// Where it stands, from the name's start.
        let range: Range<Int>
        /// What it is, and what it should be: `v01 is not {version}: v and 3 digits`.
        let words: String
        /// What could stand there.
        let expected: String
        /// The field that it is taken for; nil for text.
        let field: Int?
        /// What it was meant to be.
        let meaning: [UInt8]
    }

    /// The name as it would fit.
    let name: [UInt8]
    /// What is wrong, in the order of the name; at least one.
    let slips: [Slip]

    /// So many slips are told.
    private static let mostTold = 3

    /// What is wrong, with a full stop.
    var sentence: String {
        let told = slips.prefix(TemplateMend.mostTold).map(\.words).joined(separator: "; ")
        return "\(told)\(slips.count > TemplateMend.mostTold ? "; and so on" : "")."
    }

    /// Mends a name; nil where it cannot be meant by the template, or where nobody can be sure.
    init?(of name: ArraySlice<UInt8>, by number: Int, with matcher: inout TemplateMatcher) {
        guard let places = matcher.meantPlaces(of: name, by: number) else { return nil }
        let ownName = (name.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex - 1) + 1 - name.startIndex
        var (mended, slips) = ([UInt8](), [Slip]())
        for (number, part) in matcher.set.templates[number].parts.enumerated() where places[number * 2] >= 0 {
            let value = TemplateMatcher.value(number, of: name, places)
            guard let meaning = matcher.meaning(of: value, as: part) else { return nil }
            mended += meaning
            guard !meaning.elementsEqual(value) else { continue }
            let range = (value.startIndex - name.startIndex)..<(value.endIndex - name.startIndex)
            let expected = matcher.words(part)
            slips.append(
                Slip(
                    range: range, words: "\(NameCharacter.escaped(value)) is not \(expected)",
                    expected: expected, field: part.field, meaning: Array(meaning)))
        }
        // A folder has its own finding; what is suggested is a name.
        guard let first = slips.first, first.range.lowerBound >= ownName,
            matcher.places(of: mended[...], by: number) != nil, matcher.problem(by: number, in: mended[...]) == nil
        else { return nil }
        (self.name, self.slips) = (mended, slips)
    }
}

extension TemplateMend {
    /// The name with all mended but one slip, and where that one stands.
    fileprivate func leaving(_ kept: Int, in name: ArraySlice<UInt8>) -> (name: [UInt8], slip: Range<Int>) {
        var (left, place) = ([UInt8](), 0)
        var range = 0..<0
        for (number, slip) in slips.enumerated() {
            left += name.dropFirst(place).prefix(slip.range.lowerBound - place)
            if number == kept { range = left.count..<(left.count + slip.range.count) }
            left +=
                number == kept ? Array(name.dropFirst(slip.range.lowerBound).prefix(slip.range.count)) : slip.meaning
            place = slip.range.upperBound
        }
        return (left + name.dropFirst(place), range)
    }
}

extension TemplateMatcher {
    /// Whether a template takes a slip as it is for something else, so that nobody can be sure what was meant.
    ///
    /// `PL1` begins a plate, and only by its case is it no task.
    func isDoubtful(
        _ mend: TemplateMend, of name: ArraySlice<UInt8>, in path: ArraySlice<UInt8>, by templates: [Int]
    ) -> Bool {
        mend.slips.indices.contains { number in
            let (left, slip) = mend.leaving(number, in: name)
            let whole = path[..<name.startIndex] + left
            return templates.contains { template in
                guard let tail = tail(of: whole[...], for: template) else { return false }
                let start = slip.lowerBound + whole.count - left.count - (tail.startIndex - whole.startIndex)
                return takes(
                    start..<(start + slip.count), of: tail, by: template, otherThanAs: mend.slips[number].field)
            }
        }
    }

    private func takes(
        _ range: Range<Int>, of name: ArraySlice<UInt8>, by number: Int, otherThanAs field: Int?
    ) -> Bool {
        let template = set.templates[number]
        let furthest = FurthestPlace(of: name, by: template.program, isField: template.isField)
        guard furthest.place <= range.upperBound else { return true }
        return furthest.place == range.upperBound
            && furthest.ways.contains { way in
                way.field.map { $0.begun == range.lowerBound && template.parts[$0.part].field != field } ?? false
            }
    }

    /// Where the parts of a name stand; nil where it does not fit.
    mutating func places(of name: ArraySlice<UInt8>, by number: Int) -> [Int32]? {
        machines[number].fits(name) ? machines[number].places : nil
    }

    /// Where parts stand when case and zeros do not count; nil where they could stand in several places.
    fileprivate mutating func meantPlaces(of name: ArraySlice<UInt8>, by number: Int) -> [Int32]? {
        var machine = meant[number].take() ?? NameMachine(set.templates[number].meant)
        defer { meant[number] = machine }
        return machine.fits(name) && !machine.isAmbiguous ? machine.places : nil
    }

    /// What a part was meant to be: itself where it is right, else the one thing it can mean.
    fileprivate mutating func meaning(of value: ArraySlice<UInt8>, as part: Template.Part) -> ArraySlice<UInt8>? {
        switch part {
        case .literal(let text, _): return Array(text.utf8)[...]
        case .field(let field):
            if isValue(value, of: field) { return value }
            var meanings: Set<[UInt8]> = []
            for meaning in set.fields[field].type.meanings(of: value) where isValue(meaning[...], of: field) {
                meanings.insert(meaning)
            }
            return meanings.count == 1 ? meanings.first?[...] : nil
        }
    }

    fileprivate func words(_ part: Template.Part) -> String {
        switch part {
        case .literal(let text, _): text
        case .field(let field): set.fields[field].words
        }
    }
}
