/// SMPTE ST 2114: a SHA-512 digest as 90 characters, `c4` and 88 digits of base 58.
public enum C4ID {
    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)
    private static let digitCount = 88
    private static let digestLength = 64

    /// The ID of a 64-byte digest.
    public static func text(of digest: [UInt8]) -> String {
        precondition(digest.count == digestLength, "a C4 ID names a SHA-512 digest")
        var digits: [UInt8] = []
        var number = digest
        while number.contains(where: { $0 != 0 }) {
            var remainder = 0
            for place in number.indices {
                let value = remainder << 8 | Int(number[place])
                number[place] = UInt8(value / 58)
                remainder = value % 58
            }
            digits.append(alphabet[remainder])
        }
        digits += Array(repeating: alphabet[0], count: digitCount - digits.count)
        return "c4" + String(decoding: digits.reversed(), as: UTF8.self)
    }

    /// The digest an ID stands for; nil when it is not one (too short, a digit outside the alphabet, too large).
    public static func digest(of text: some StringProtocol) -> [UInt8]? {
        let characters = Array(text.utf8)
        guard characters.count == digitCount + 2, characters.starts(with: "c4".utf8) else { return nil }
        var number = [UInt8](repeating: 0, count: digestLength)
        for character in characters.dropFirst(2) {
            guard var carry = alphabet.firstIndex(of: character) else { return nil }
            for place in number.indices.reversed() {
                let value = Int(number[place]) * 58 + carry
                number[place] = UInt8(value & 255)
                carry = value >> 8
            }
            guard carry == 0 else { return nil }
        }
        return number
    }
}
