/// The parts of a name whose last digits may be the number of a frame: `A001C001_230415_R1AB.`, `0086400`, `.ari`.
///
/// The number stands directly before the extension and behind `.`, `_`, `-` or a space, or is all there is before the
/// extension. That alone keeps versions (`comp_v02.exr`) and clips (`C0001.MP4`) from being frames.
struct FrameName {
    /// The name up to the number, the separator included, without the sign.
    let prefix: ArraySlice<UInt8>
    /// The name behind the number: `.ari`, `.ari.gz`.
    let suffix: ArraySlice<UInt8>
    /// The number.
    let frame: Int
    /// How many characters it is written with, the sign included, as `%04d` and `zfill` count them.
    let width: Int
    /// Whether zeros fill it up.
    let hasLeadingZero: Bool

    /// Longer numbers are none of frames: a date with its time has 14 digits, a day at 120 frames a second 8.
    static let mostDigits = 12

    /// Nil where no frame can be meant.
    init?(_ name: ArraySlice<UInt8>) {
        guard let dot = FrameName.suffixStart(name), !name.starts(with: "._".utf8) else { return nil }
        var start = dot
        while start > name.startIndex, name[start - 1].isDigit { start -= 1 }
        guard (1...FrameName.mostDigits).contains(dot - start) else { return nil }
        let digits = name[start..<dot]
        let isNegative = FrameName.isSigned(name, start)
        if isNegative { start -= 1 }
        if start > name.startIndex {
            guard name[start - 1].isSeparator, !FrameName.isVersion(name, start - 1) else { return nil }
        }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        // Minus zero is written by nobody, and would be zero a second time.
        guard value > 0 || !isNegative else { return nil }
        prefix = name[..<start]
        suffix = name[dot...]
        frame = isNegative ? -value : value
        width = digits.count + (isNegative ? 1 : 0)
        hasLeadingZero = digits.count > 1 && digits.first == UInt8(ascii: "0")
    }

    /// Where the extension starts with its dot; `.ari.gz` is one extension.
    private static func suffixStart(_ name: ArraySlice<UInt8>) -> Int? {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot + 1 < name.endIndex else { return nil }
        guard name[dot...].isWritten(".gz"), let inner = name[..<dot].lastIndex(of: UInt8(ascii: ".")),
            name[inner..<dot].isWritten(".ari")
        else { return dot }
        return inner
    }

    /// Whether the character before the digits is their sign, and not what separates them: `shot.-12.exr`, `-12.exr`.
    private static func isSigned(_ name: ArraySlice<UInt8>, _ digits: Int) -> Bool {
        guard digits > name.startIndex, name[digits - 1] == UInt8(ascii: "-") else { return false }
        return digits - 1 == name.startIndex || name[digits - 2].isSeparator
    }

    /// Whether a `v` of its own stands before the separator: `comp_v_02.exr`, but not `mov_0001.jpg`.
    private static func isVersion(_ name: ArraySlice<UInt8>, _ separator: Int) -> Bool {
        let letter = separator - 1
        guard letter >= name.startIndex, name[letter].lowercased == UInt8(ascii: "v") else { return false }
        return letter == name.startIndex || name[letter - 1].isSeparator
    }
}

extension UInt8 {
    /// Whether it is an ASCII digit.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// Whether numbers of frames may stand behind it.
    var isSeparator: Bool {
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "): true
        default: false
        }
    }

    /// The small letter of an ASCII capital; everything else as it is.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
    /// Whether it is this text, which has no capitals, in any case.
    func isWritten(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && zip(self, 0...).allSatisfy { $0.lowercased == text.utf8Start[$1] }
    }
}
