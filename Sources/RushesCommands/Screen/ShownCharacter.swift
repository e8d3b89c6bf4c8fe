internal import Ingest

/// One character of a name as a screen shows it: what is written, and how many columns that takes.
struct ShownCharacter: Hashable, Sendable {
    /// What is written; escapes for what would rule the screen.
    let text: String
    /// How many columns it takes: 0 for accents that stand on the letter before them, 2 for wide letters.
    let columns: Int
    /// The bytes of the name that it stands for.
    let bytes: Range<Int>

    /// The characters of raw bytes, whose indices begin at 0; a byte that is no text stands alone.
    static func all(of bytes: [UInt8]) -> [ShownCharacter] {
        var characters: [ShownCharacter] = []
        var place = 0
        while place < bytes.count {
            let end = place + length(at: place, in: bytes)
            characters.append(ShownCharacter(bytes, place..<end))
            place = end
        }
        return characters
    }

    /// Something that is written for a part of a name; takes as many columns as it has letters.
    init(_ text: String, for bytes: Range<Int>) {
        (self.text, columns, self.bytes) = (text, text.unicodeScalars.reduce(0) { $0 + $1.columns }, bytes)
    }

    private init(_ all: [UInt8], _ range: Range<Int>) { self.init(SafeText.of(all[range]), for: range) }

    /// The same, written so that it can be seen where nothing would be: `\u{00ad}`.
    var escaped: ShownCharacter {
        guard columns == 0 else { return self }
        let escapes = text.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            return "\\u{" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "}"
        }
        return ShownCharacter(escapes.joined(), for: bytes)
    }

    /// How many bytes the character at a place has; 1 where they are no text.
    private static func length(at place: Int, in bytes: [UInt8]) -> Int {
        let first = bytes[place]
        let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        let isText =
            place + length <= bytes.count
            && String(validating: bytes[place..<(place + length)], as: UTF8.self) != nil
        return isText ? length : 1
    }
}

extension Unicode.Scalar {
    /// How many columns of a terminal it takes (Unicode Standard Annex 11, and emoji that are drawn as pictures).
    var columns: Int {
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide || properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// The letters of East Asia, Hangul among them, and their full-width forms.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
