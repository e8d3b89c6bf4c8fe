/// A set of bytes: one look at each byte of a name, a million names long.
struct ByteSet: Hashable, Sendable {
    private var words = SIMD4<UInt64>()

    /// None.
    init() {}

    /// Those of a text of ASCII.
    init(_ text: StaticString) {
        for place in 0..<text.utf8CodeUnitCount { insert(text.utf8Start[place]) }
    }

    /// Those of a range.
    init(_ range: ClosedRange<UInt8>) {
        insert(range)
    }

    /// What characters of ASCII nobody sees: line ends, tabs, escapes.
    static let controls = ByteSet(0x00...0x1F).union(ByteSet(0x7F...0x7F))
    /// All that is not ASCII.
    static let beyondASCII = ByteSet(0x80...0xFF)

    /// Whether it holds a byte.
    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    /// Puts a byte in.
    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

    /// Puts all bytes of a range in.
    mutating func insert(_ range: ClosedRange<UInt8>) {
        for byte in range { insert(byte) }
    }

    /// Takes a byte out.
    mutating func remove(_ byte: UInt8) { words[Int(byte >> 6)] &= ~(1 << UInt64(byte & 63)) }

    /// What either holds.
    func union(_ other: ByteSet) -> ByteSet {
        var both = self
        both.words |= other.words
        return both
    }
}

extension Collection<UInt8> {
    /// Whether all of it is ASCII.
    var isASCII: Bool { allSatisfy { $0 < 0x80 } }
}

extension UInt8 {
    /// A capital of ASCII as its small letter.
    var folded: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }

    /// Whether it is a digit.
    var isDecimal: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether it is a letter of ASCII.
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded) }
}
