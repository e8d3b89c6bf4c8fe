/// Reads a template: `{show}_({seq}_)?{shot}.{ext}`.
///
/// Text stands for itself; `{…}` is a field, or all of another template; `(…)?` may be missing as a whole; a backslash
/// takes a brace, a parenthesis or a backslash as text. `/` parts folders.
struct TemplateText {
    /// A piece of a template as it is written.
    indirect enum Piece: Hashable {
        case literal(String)
        /// A field or a template.
        case name(String)
        /// What may be missing.
        case group([Piece])
    }

    /// A template has so many characters at most: a name has no more than 255.
    static let mostCharacters = 500
    /// Groups within each other.
    static let deepest = 8

    /// Why a template cannot be read, to follow its name in a sentence.
    struct Refusal: Error, Hashable {
        let reason: String
    }

    private var rest: Substring.UnicodeScalarView

    /// Reads a whole template.
    static func pieces(of text: String) throws(Refusal) -> [Piece] {
        guard text.unicodeScalars.count <= mostCharacters else {
            throw Refusal(reason: "is longer than \(mostCharacters) characters")
        }
        var reader = TemplateText(rest: text.unicodeScalars[...])
        let pieces = try reader.pieces(depth: 0)
        guard reader.rest.isEmpty else {
            throw Refusal(reason: "has a ) that closes nothing; write \\) for the character")
        }
        guard !pieces.isEmpty else { throw Refusal(reason: "is empty") }
        return pieces
    }

    /// The characters that mean something in a template.
    private static let signs = "(){}\\".unicodeScalars

    /// Text as a template has it: a backslash before what would mean something.
    static func written(_ text: String) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            if signs.contains(scalar) { written.unicodeScalars.append("\\") }
            written.unicodeScalars.append(scalar)
        }
        return written
    }

    private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

    private mutating func pieces(depth: Int) throws(Refusal) -> [Piece] {
        guard depth <= TemplateText.deepest else { throw Refusal(reason: "has groups too deep within each other") }
        var pieces: [Piece] = []
        var literal = ""
        while let scalar = rest.first, scalar != ")" {
            rest.removeFirst()
            guard scalar == "{" || scalar == "(" else {
                literal.unicodeScalars.append(try character(scalar))
                continue
            }
            if !literal.isEmpty { pieces.append(.literal(literal)) }
            literal = ""
            pieces.append(scalar == "{" ? .name(try name()) : .group(try group(depth: depth)))
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        return pieces
    }

    private mutating func character(_ scalar: Unicode.Scalar) throws(Refusal) -> Unicode.Scalar {
        guard scalar != "}" else { throw Refusal(reason: "has a } that closes nothing; write \\} for the character") }
        guard scalar == "\\" else {
            guard scalar == "/" || Charset.all.contains(scalar) else { throw Refusal(reason: "has a NUL") }
            return scalar
        }
        guard let next = rest.popFirst(), TemplateText.signs.contains(next) else {
            throw Refusal(reason: "has a backslash that is not before one of (){}\\")
        }
        return next
    }

    private mutating func name() throws(Refusal) -> String {
        guard let close = rest.firstIndex(of: "}") else { throw Refusal(reason: "has a { that is not closed") }
        defer { rest = rest[rest.index(after: close)...] }
        return String(rest[..<close])
    }

    private mutating func group(depth: Int) throws(Refusal) -> [Piece] {
        let pieces = try pieces(depth: depth + 1)
        guard rest.popFirst() == ")" else {
            throw Refusal(reason: "has a ( that is not closed; write \\( for the character")
        }
        guard rest.popFirst() == "?" else {
            throw Refusal(reason: "has a group without ? behind it; write \\( and \\) for the characters")
        }
        guard !pieces.isEmpty else { throw Refusal(reason: "has an empty group") }
        return pieces
    }
}
