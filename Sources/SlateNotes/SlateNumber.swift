internal import DelimitedText

/// A scene, slate or take as people compare it: `03` is `3`, `12a` is `12A`, `A01` is `A1`; `2PK` is not `2`.
///
/// For comparing only: what is shown stays as it was written.
public struct SlateNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number without case, leading zeros and white space at its ends.
    public let description: String

    /// Folds a text; nil where nothing is left of it.
    public init?(_ text: String) {
        var folded: [UInt8] = []
        var zeros = 0
        var keepsZeros = false
        for byte in text.trimmed.lowercased().utf8 {
            if byte == UInt8(ascii: "0"), !keepsZeros {
                zeros += 1
                continue
            }
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            // A number that is nothing but zeros is zero.
            if zeros > 0, !isDigit { folded.append(UInt8(ascii: "0")) }
            zeros = 0
            // Behind a point, or another digit, a zero counts.
            keepsZeros = isDigit || byte == UInt8(ascii: ".")
            folded.append(byte)
        }
        if zeros > 0 { folded.append(UInt8(ascii: "0")) }
        let text = String(decoding: folded, as: UTF8.self)
        guard !text.isEmpty else { return nil }
        description = text
    }
}
