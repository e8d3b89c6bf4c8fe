/// A version in a name: `v003` in `AGM_104_comp_v003.mov`.
///
/// A letter `v` or `V` and one to four digits, between `.`, `_`, `-`, a space or the ends of the name. A number alone is
/// never a version: it may be a frame, a part or a shot.
public struct VersionToken: Hashable, Sendable {
    /// Where it stands in the bytes that were looked at, letter and digits.
    public let range: Range<Int>
    /// Its number.
    public let number: Int
    /// How many digits it is written with.
    public let width: Int
    /// Whether its letter is a capital.
    public let isCapital: Bool

    /// Versions have so many digits at most: five are a frame or a date.
    public static let mostDigits = 4

    init(range: Range<Int>, number: Int, width: Int, isCapital: Bool) {
        (self.range, self.number, self.width, self.isCapital) = (range, number, width, isCapital)
    }

    /// The versions of a name, in the order they stand.
    public static func all(in name: ArraySlice<UInt8>) -> [VersionToken] {
        var found: [VersionToken] = []
        var place = name.startIndex
        while let start = name[place...].firstIndex(where: { $0 | 0x20 == UInt8(ascii: "v") }) {
            let end = name[(start + 1)...].firstIndex { !isDigit($0) } ?? name.endIndex
            place = end
            let width = end - start - 1
            guard (1...mostDigits).contains(width), start == name.startIndex || isSeparator(name[start - 1]),
                end == name.endIndex || isSeparator(name[end])
            else { continue }
            let number = name[(start + 1)..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            found.append(
                VersionToken(
                    range: start..<end, number: number, width: width, isCapital: name[start] == UInt8(ascii: "V")))
        }
        return found
    }

    /// The last version of a name, which is the one that counts; without a list of all, for names by the million.
    static func last(in name: ArraySlice<UInt8>) -> VersionToken? {
        var end = name.endIndex
        while end > name.startIndex {
            var start = end
            while start > name.startIndex, !isSeparator(name[start - 1]) { start -= 1 }
            if let token = VersionToken(name[start..<end]) { return token }
            end = start - 1
        }
        return nil
    }

    /// What stands in a template's field: a prefix of any kind, and a number.
    init?(field: ArraySlice<UInt8>) {
        let start = field.lastIndex { !VersionToken.isDigit($0) }.map { $0 + 1 } ?? field.startIndex
        // Nine digits are more than any field has, and less than would overflow.
        guard (1...9).contains(field.endIndex - start) else { return nil }
        self.init(
            range: field.startIndex..<field.endIndex,
            number: field[start...].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, width: field.endIndex - start,
            isCapital: field.first == UInt8(ascii: "V"))
    }

    /// A word between separators; nil where it is no version.
    private init?(_ word: ArraySlice<UInt8>) {
        guard let letter = word.first, letter | 0x20 == UInt8(ascii: "v"),
            (1...VersionToken.mostDigits).contains(word.count - 1), word.dropFirst().allSatisfy(VersionToken.isDigit)
        else { return nil }
        self.init(
            range: word.startIndex..<word.endIndex,
            number: word.dropFirst().reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, width: word.count - 1,
            isCapital: letter == UInt8(ascii: "V"))
    }

    /// Whether a version may stand beside it.
    static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "/"): true
        default: false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
