/// What a person reads of the furthest place in a name.
struct FurthestWords {
    /// What could stand there.
    let expected: [String]
    /// The bytes that the sentence names, from the name's start; empty at the end of a name that ends too early.
    let wrong: Range<Int>
    /// What is wrong, with a full stop.
    let sentence: String

    /// Of many ways that were open so many are told.
    private static let mostTold = 3

    init(_ furthest: FurthestPlace, of name: ArraySlice<UInt8>, by template: Template, fields: [TemplateField]) {
        let place = furthest.place
        let end = FurthestWords.end(of: name, from: place)
        let isInside = end > place
        let tokens = furthest.ways.map { FurthestWords.token($0, at: place, isInside: isInside, template) }
        if let begun = tokens.first??.begun, !tokens.contains(where: { $0 == nil }), begun < end {
            let numbers = tokens.compactMap(\.self).filter { $0.begun == begun }.compactMap {
                template.parts[$0.part].field
            }
            expected = FurthestWords.told(numbers.map { fields[$0].words })
            let token = FurthestWords.text(name, begun..<end)
            let nor = expected.dropFirst().map { ", nor \($0)" }.joined()
            sentence = "\(token) is \(nor.isEmpty ? "not" : "neither") \(expected[0])\(nor)."
            wrong = begun..<end
            return
        }
        let literals = zip(furthest.ways, tokens).filter { $1 == nil }.map(\.0)
        let ways = literals.isEmpty ? furthest.ways : literals
        expected = FurthestWords.told(ways.map { FurthestWords.words($0, template, fields) })
        let list = FurthestWords.list(expected)
        if place == name.count {
            wrong = place..<place
            sentence = "It ends where the template \(template.name) expects \(list)."
        } else if expected == [FurthestWords.theEnd] {
            wrong = place..<name.count
            sentence = "It goes on with \(FurthestWords.text(name, wrong)) where the template \(template.name) ends."
        } else {
            let begun = isInside ? FurthestWords.begin(of: name, before: place) : place
            wrong = begun..<max(place + 1, end)
            let token = FurthestWords.text(name, wrong)
            sentence = "\(token) stands where the template \(template.name) expects \(list)."
        }
    }

    private static let theEnd = "the end"

    /// The field that a way was reading when it could not go on; nil where text or the end was expected.
    private static func token(
        _ way: FurthestPlace.Way, at place: Int, isInside: Bool, _ template: Template
    ) -> (part: Int, begun: Int)? {
        guard let field = way.field else { return nil }
        if let part = way.part, template.parts[part].field != nil { return (field.part, field.begun) }
        // `compo`: the field ended, its word did not.
        return isInside && field.ended == place ? (field.part, field.begun) : nil
    }

    private static func words(_ way: FurthestPlace.Way, _ template: Template, _ fields: [TemplateField]) -> String {
        guard let part = way.part else { return theEnd }
        switch template.parts[part] {
        case .field(let number): return fields[number].words
        case .literal(let text, let then): return text + (then.map { " and \(fields[$0].words)" } ?? "")
        }
    }

    /// Each once, and not too many.
    private static func told(_ words: [String]) -> [String] {
        var told: [String] = []
        for word in words where !told.contains(word) { told.append(word) }
        return Array(told.prefix(mostTold))
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", or ") }

    private static func text(_ name: ArraySlice<UInt8>, _ range: Range<Int>) -> String {
        NameCharacter.escaped(name.dropFirst(range.lowerBound).prefix(range.count))
    }

    /// Where the word ends in which a place is: at the next sign that parts words.
    private static func end(of name: ArraySlice<UInt8>, from place: Int) -> Int {
        let rest = name.dropFirst(place)
        return (rest.firstIndex(where: VersionToken.isSeparator) ?? rest.endIndex) - name.startIndex
    }

    /// Where the word begins in which a place is.
    private static func begin(of name: ArraySlice<UInt8>, before place: Int) -> Int {
        let separator = name.prefix(place).lastIndex(where: VersionToken.isSeparator)
        return separator.map { $0 + 1 - name.startIndex } ?? 0
    }
}
