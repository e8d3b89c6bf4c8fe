/// How characters are called in sentences.
enum CharacterWords {
    /// A list shows so many; the rest is counted.
    private static let shown = 4

    /// Characters of ASCII that are lost in a sentence when they stand there alone.
    private static let names: [Unicode.Scalar: String] = [
        " ": "a space", ",": "a comma", ".": "a dot", ":": "a colon", ";": "a semicolon", "'": "an apostrophe",
        "\"": "a quotation mark", "`": "a backtick", "\\": "a backslash", "/": "a slash", "|": "a vertical bar",
        "?": "a question mark", "*": "an asterisk", "-": "a hyphen", "_": "an underscore", "\t": "a tab",
    ]

    /// One character: `a colon`, `#`, `é (U+00E9)`, `U+00A0 no-break space`.
    static func word(for scalar: Unicode.Scalar) -> String {
        if let name = names[scalar] { return name }
        if scalar.isASCII, scalar.value > 0x20, scalar.value < 0x7F { return String(Character(scalar)) }
        let code = code(of: scalar)
        switch scalar.properties.generalCategory {
        case .privateUse, .unassigned: return code
        case .nonspacingMark, .enclosingMark, .spacingMark: return "\(code) \(name(of: scalar))"
        default: break
        }
        if scalar.isInvisible { return "\(code) \(name(of: scalar))" }
        // A Cyrillic A looks like any other: only its name tells.
        let name = Script(scalar) == .cyrillic || Script(scalar) == .greek ? " \(name(of: scalar))" : ""
        return "\(Character(scalar)) (\(code)\(name))"
    }

    /// The different characters of a list, in the order they first come: `a colon, # and 2 others`.
    static func words(for scalars: some Sequence<Unicode.Scalar>) -> String {
        var seen: Set<Unicode.Scalar> = []
        let different = scalars.filter { seen.insert($0).inserted }
        let words = different.prefix(shown).map(word)
        let rest = different.count - words.count
        return (words + (rest == 0 ? [] : [rest == 1 ? "1 other" : "\(rest) others"])).inWords
    }

    private static func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Unicode's own name for it; controls have none.
    private static func name(of scalar: Unicode.Scalar) -> String {
        (scalar.properties.name ?? controls[scalar.value] ?? "control character").lowercased()
    }

    private static let controls: [UInt32: String] = [
        0x09: "tab", 0x0A: "line feed", 0x0D: "carriage return", 0x1B: "escape", 0x7F: "delete",
    ]
}

extension [String] {
    /// `a`, `a and b`, `a, b and c`.
    var inWords: String {
        guard let last, count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) and \(last)"
    }
}
