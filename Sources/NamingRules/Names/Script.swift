/// The scripts whose letters are mistaken for each other.
enum Script: Hashable, Sendable {
    case latin, cyrillic, greek

    /// The script of a letter; nil for digits, signs, and letters that look like none of the others.
    init?(_ scalar: Unicode.Scalar) {
        guard scalar.properties.isAlphabetic else { return nil }
        switch scalar.value {
        case 0x41...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xFF21...0xFF5A: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
        default: return nil
        }
    }
}

/// Letters that look like letters of another script (Unicode Technical Standard 39, confusables: those that are one
/// glyph in the fonts of file managers).
enum LookAlikes {
    /// The Latin letter that a Cyrillic or Greek one looks like.
    static func latin(for scalar: Unicode.Scalar) -> Unicode.Scalar? { latin[scalar] }

    /// Whether a Latin letter looks like a Cyrillic one.
    static func looksCyrillic(_ scalar: Unicode.Scalar) -> Bool { alsoCyrillic.contains(scalar) }

    private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
        let cyrillic = Array(
            zip("АВСЕНІЈКМОРЅТХУасеіјорѕхуԁһԛԝӏ".unicodeScalars, "ABCEHIJKMOPSTXYaceijopsxydhqwl".unicodeScalars))
        let greek = Array(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον".unicodeScalars, "ABEZHIKMNOPTYXov".unicodeScalars))
        return Dictionary(cyrillic + greek) { first, _ in first }
    }()

    private static let alsoCyrillic = Set(latin.filter { Script($0.key) == .cyrillic }.values)
}
