/// How the bytes of a text stood for its characters.
public enum TextEncoding: Hashable, Sendable {
    /// With or without a byte order mark.
    case utf8
    /// Two bytes a unit, the low one first.
    case utf16LittleEndian
    /// Two bytes a unit, the high one first.
    case utf16BigEndian
    /// One byte a character; ISO 8859-1 is read the same way, because nobody writes its control characters.
    case windows1252
}

/// A text of an encoding that nobody named, as UTF-8.
///
/// A byte order mark decides; without one, zero bytes at every other place mean UTF-16, bytes that are valid UTF-8
/// are UTF-8, and everything else is windows-1252, in which every byte means something.
public struct PlainText: Sendable {
    /// The text without a byte order mark; always valid UTF-8.
    public let utf8: [UInt8]
    /// What it was read as.
    public let encoding: TextEncoding

    /// Bytes at the start that are asked for zeros: the first rows of any table.
    private static let sample = 1024

    /// Reads it; never fails.
    public init(_ bytes: [UInt8]) {
        encoding = PlainText.encoding(of: bytes)
        utf8 =
            switch encoding {
            case .utf8: PlainText.repaired(bytes.starts(with: PlainText.utf8Mark) ? bytes.dropFirst(3) : bytes[...])
            case .utf16LittleEndian: PlainText.utf8(ofUnits: bytes, isBigEndian: false)
            case .utf16BigEndian: PlainText.utf8(ofUnits: bytes, isBigEndian: true)
            case .windows1252: PlainText.utf8(ofCodePage: bytes)
            }
    }

    private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func encoding(of bytes: [UInt8]) -> TextEncoding {
        if bytes.starts(with: utf8Mark) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        return encoding(ofZerosIn: bytes.prefix(sample))
            ?? (String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8)
    }

    /// Evident when every second byte is zero and no other one: letters, digits and separators of a table.
    private static func encoding(ofZerosIn sample: ArraySlice<UInt8>) -> TextEncoding? {
        var zeros = (even: 0, odd: 0)
        for (place, byte) in sample.enumerated() where byte == 0 {
            if place.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let most = sample.count / 2
        guard most > 0, max(zeros.even, zeros.odd) * 4 > most * 3, min(zeros.even, zeros.odd) == 0 else { return nil }
        return zeros.odd > 0 ? .utf16LittleEndian : .utf16BigEndian
    }

    /// A marked text may still hold bytes that are no UTF-8: they become U+FFFD.
    private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        String(validating: bytes, as: UTF8.self) == nil
            ? Array(String(decoding: bytes, as: UTF8.self).utf8) : Array(bytes)
    }

    /// A byte that is left over at the end is dropped, and so is the mark.
    private static func utf8(ofUnits bytes: [UInt8], isBigEndian: Bool) -> [UInt8] {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { (place: Int) -> UInt16 in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self).utf8)
    }

    private static func utf8(ofCodePage bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? codePage[Int(byte) - 0x80] : Unicode.Scalar(byte)
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return text
    }

    /// Bytes 0x80 to 0x9F; the five that mean nothing are taken for the control characters of ISO 8859-1.
    private static let codePage = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
