/// Reads the pattern of a field: `\d{3}[A-Z]?`.
///
/// A pattern stands for the whole field. It may have characters that stand for themselves, `.`, classes like `[A-Z_]`
/// and `[^0-9]`, `\d` and `\w`, groups, `|`, and `*`, `+`, `?`, `{2}`, `{2,}`, `{2,4}`. A backslash before any other
/// sign makes it stand for itself. Nothing else of regular expressions is there, so no pattern can take long.
struct PatternText {
    private var rest: Substring.UnicodeScalarView

    /// A pattern has so many characters at most: longer ones describe names, not fields, and belong into a template.
    static let mostCharacters = 200
    /// Something is repeated so often at most: no name is longer.
    static let mostRepeats = 255
    /// Groups within each other.
    static let deepest = 16

    /// Why a pattern cannot be read, to follow the name of the field.
    struct Refusal: Error, Hashable {
        let reason: String
    }

    /// Reads a whole pattern.
    static func grammar(of text: String) throws(Refusal) -> NameGrammar {
        guard text.unicodeScalars.count <= mostCharacters else {
            throw Refusal(
                reason:
                    "pattern too long: it has \(text.unicodeScalars.count) characters, and may have \(mostCharacters)")
        }
        var reader = PatternText(rest: text.unicodeScalars[...])
        let grammar = try reader.alternatives(depth: 0)
        guard reader.rest.isEmpty else { throw Refusal(reason: "a ) closes nothing") }
        guard !grammar.canBeEmpty else {
            throw Refusal(reason: "it may be empty; leave fields out with (…)? in templates")
        }
        return grammar
    }

    /// Reads the characters of a set: `A-Za-z0-9._-`.
    static func charset(of text: String) throws(Refusal) -> Charset {
        guard text.unicodeScalars.count <= mostCharacters else {
            throw Refusal(reason: "the set has more than \(mostCharacters) characters")
        }
        var reader = PatternText(rest: text.unicodeScalars[...])
        return try reader.members(until: nil)
    }

    private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func alternatives(depth: Int) throws(Refusal) -> NameGrammar {
        guard depth <= PatternText.deepest else { throw Refusal(reason: "its groups lie too deep within each other") }
        var list = [try branch(depth: depth)]
        while take("|") { list.append(try branch(depth: depth)) }
        return list.count == 1 ? list[0] : .choice(list)
    }

    private mutating func branch(depth: Int) throws(Refusal) -> NameGrammar {
        var list: [NameGrammar] = []
        while let next = rest.first, next != "|", next != ")" {
            let atom = try atom(depth: depth)
            list.append(try repeated(atom))
        }
        guard !list.isEmpty else { throw Refusal(reason: "a branch is empty; write ? behind what may be missing") }
        return list.count == 1 ? list[0] : .sequence(list)
    }

    private mutating func atom(depth: Int) throws(Refusal) -> NameGrammar {
        let scalar = rest.removeFirst()
        switch scalar {
        case ".": return .character(.all)
        case "\\": return .character(try escaped())
        case "[":
            let isInverted = take("^")
            let set = try members(until: "]")
            return .character(try notEmpty(isInverted ? set.inverted : set))
        case "(":
            guard rest.first != "?" else { throw Refusal(reason: "(? is not supported") }
            let inner = try alternatives(depth: depth + 1)
            guard take(")") else { throw Refusal(reason: "a ( is not closed") }
            return inner
        case "*", "+", "?", "{": throw Refusal(reason: "\(scalar) has nothing before it to repeat")
        case "^", "$": throw Refusal(reason: "\(scalar) is not supported: a pattern always stands for the whole field")
        case "]", "}": throw Refusal(reason: "a \(scalar) closes nothing; write \\\(scalar) for the character")
        default: return .character(try notEmpty(Charset(scalar).intersection(.all)))
        }
    }

    private func notEmpty(_ set: Charset) throws(Refusal) -> Charset {
        guard !set.isEmpty else { throw Refusal(reason: "no character of a name can stand there") }
        return set
    }

    private mutating func escaped() throws(Refusal) -> Charset {
        guard let scalar = rest.popFirst() else { throw Refusal(reason: "it ends with a backslash") }
        switch scalar {
        case "d": return .digits
        case "w": return Charset.lettersAndDigits.union(Charset("_"))
        case _ where Charset.lettersAndDigits.contains(scalar):
            throw Refusal(reason: "\\\(scalar) is not supported")
        default: return try notEmpty(Charset(scalar).intersection(.all))
        }
    }

    /// The characters of a class or set; a minus at an end stands for itself.
    private mutating func members(until end: Unicode.Scalar?) throws(Refusal) -> Charset {
        var ranges: [ClosedRange<UInt32>] = []
        while let scalar = rest.popFirst() {
            if scalar == end { return Charset(ranges).intersection(.all) }
            let first = scalar == "\\" ? try escaped() : Charset(scalar)
            guard first.ranges.count == 1, let low = first.ranges.first, low.count == 1, rest.first == "-",
                let beyond = rest.dropFirst().first, beyond != end
            else {
                ranges += first.ranges
                continue
            }
            rest.removeFirst()
            let sign = rest.removeFirst()
            let last = sign == "\\" ? try escaped() : Charset(sign)
            guard last.ranges.count == 1, let high = last.ranges.first, high.count == 1,
                low.lowerBound <= high.lowerBound
            else { throw Refusal(reason: "the range \(scalar)-\(sign) runs backwards") }
            ranges.append(low.lowerBound...high.lowerBound)
        }
        guard end == nil else { throw Refusal(reason: "a [ is not closed") }
        return Charset(ranges).intersection(.all)
    }

    private mutating func repeated(_ atom: NameGrammar) throws(Refusal) -> NameGrammar {
        let bounds: (least: Int, most: Int?)
        switch rest.first {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{": bounds = try counts()
        default: return atom
        }
        rest.removeFirst()
        if let next = rest.first, next == "*" || next == "+" || next == "?" || next == "{" {
            throw Refusal(reason: "\(next) behind another repeat is not supported")
        }
        guard !atom.canBeEmpty else { throw Refusal(reason: "something that may be empty is repeated") }
        return .repeated(atom, least: bounds.least, most: bounds.most)
    }

    /// Reads `{2}`, `{2,}` or `{2,4}` up to the brace that closes it.
    private mutating func counts() throws(Refusal) -> (Int, Int?) {
        rest.removeFirst()
        guard let close = rest.firstIndex(of: "}") else { throw Refusal(reason: "a { is not closed") }
        let text = String(rest[..<close])
        rest = rest[close...]
        let numbers = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
        guard let least = numbers[0], (0...PatternText.mostRepeats).contains(least) else {
            throw Refusal(reason: "{\(text)} is not a number from 0 to \(PatternText.mostRepeats)")
        }
        guard numbers.count == 2 else { return (try positive(least), least) }
        if text.hasSuffix(",") { return (least, nil) }
        guard let most = numbers[1], (max(1, least)...PatternText.mostRepeats).contains(most) else {
            throw Refusal(
                reason: "{\(text)} is not two numbers up to \(PatternText.mostRepeats), the smaller one first")
        }
        return (least, most)
    }

    private func positive(_ count: Int) throws(Refusal) -> Int {
        guard count > 0 else { throw Refusal(reason: "{0} repeats nothing") }
        return count
    }
}
