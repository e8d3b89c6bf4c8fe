/// Four characters that name a kind of atom, a codec or a key.
struct FourCC: RawRepresentable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    let rawValue: UInt32

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// The first four characters as Latin-1: `"©mak"`.
    init(stringLiteral text: String) {
        rawValue = text.unicodeScalars.prefix(4).reduce(0) { $0 << 8 | $1.value & 0xFF }
    }

    /// Its bytes in order.
    var bytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: rawValue >> $0) } }

    /// Whether it could be a name: printable, or one of Latin-1's characters as in `©mak`.
    var isPrintable: Bool { bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 >= 0xA0 } }

    /// The characters, or its number where they cannot be shown.
    var description: String {
        isPrintable
            ? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })) : "0x" + String(rawValue, radix: 16)
    }
}
