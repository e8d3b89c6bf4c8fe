/// The characters that names may have, written as in a pattern: `A-Za-z0-9._-`.
///
/// Characters and ranges stand beside each other; a `-` at either end and whatever follows a `\` stand for themselves.
struct AllowedCharacters: Hashable, Sendable {
    /// How it was written.
    let text: String
    /// Those of ASCII.
    private(set) var bytes = ByteSet()
    private var others: [ClosedRange<Unicode.Scalar>] = []

    /// What every system, every tool and every house takes (the portable file names of POSIX, 3.265).
    static let portable = "A-Za-z0-9._-"

    /// Nil where it is empty, a range runs backwards, or nothing follows the last `\`.
    init?(_ text: String) {
        self.text = text
        var rest = Array(text.unicodeScalars)[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            guard let first = AllowedCharacters.next(of: &rest) else { return nil }
            guard rest.count > 1, rest.first == "-" else {
                insert(first...first)
                continue
            }
            rest.removeFirst()
            guard let last = AllowedCharacters.next(of: &rest), first <= last else { return nil }
            insert(first...last)
        }
    }

    /// Whether a character is allowed.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? bytes.contains(UInt8(scalar.value)) : others.contains { $0.contains(scalar) }
    }

    private static func next(of rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        guard let first = rest.popFirst() else { return nil }
        return first == "\\" ? rest.popFirst() : first
    }

    private mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
        for value in range.lowerBound.value...max(range.lowerBound.value, min(range.upperBound.value, 0x7F))
        where value < 0x80 { bytes.insert(UInt8(value)) }
        if range.upperBound.value >= 0x80 { others.append(range) }
    }
}
