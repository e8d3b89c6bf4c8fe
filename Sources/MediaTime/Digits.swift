extension UInt8 {
    /// What an ASCII digit stands for.
    var digitValue: Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self - UInt8(ascii: "0")) : nil
    }
}

extension Int {
    /// The most digits that are read as one number: no rate, no timecode and no count of a day's samples has more.
    private static let mostDigits = 18

    /// Reads digits and nothing else, at least one: no sign, no space.
    init?(digits: some Collection<UInt8>) {
        guard !digits.isEmpty, digits.count <= Int.mostDigits else { return nil }
        var number = 0
        for digit in digits {
            guard let value = digit.digitValue else { return nil }
            number = number * 10 + value
        }
        self = number
    }
}

extension String.UTF8View {
    /// Without the spaces around it.
    var trimmed: Substring.UTF8View {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || (9...13).contains(byte) }
        let rest = drop(while: isSpace)
        guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return rest }
        return rest[...last]
    }
}
