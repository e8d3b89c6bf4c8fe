/// The words of a name as people compare them: without case, and without zeros before numbers.
///
/// `AGM_104_TCC_0010` is `agm`, `104`, `tcc`, `10`. Words are letters and digits; everything else parts them. As a slate's
/// number: `A001` and `a1` are one word, `A0012` is another.
struct NameWords: Hashable, Sendable {
    /// From the left.
    let words: [String]

    /// Takes a name apart.
    init(_ name: some Collection<UInt8>) {
        words = NameWords.split(name).map(NameWords.fold)
    }

    /// Takes a text apart.
    init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// What names share that differ in case, zeros and separators alone.
    var key: String { words.joined(separator: "_") }

    /// Letters and digits that stand together, as written.
    ///
    /// A byte beyond ASCII is a letter's.
    static func split(_ name: some Collection<UInt8>) -> [[UInt8]] {
        name.split { !isLetter($0) && !isDigit($0) }.map { Array($0) }
    }

    /// One word without case and zeros before its numbers.
    static func fold(_ word: [UInt8]) -> String {
        let isASCII = word.allSatisfy { $0 < 0x80 }
        let lowered = isASCII ? word : Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
        var folded: [UInt8] = []
        folded.reserveCapacity(lowered.count)
        var isInNumber = false
        for (place, byte) in lowered.enumerated() {
            let next = place + 1 < lowered.count ? lowered[place + 1] : 0
            // A number that is nothing but zeros is zero.
            if byte == UInt8(ascii: "0"), !isInNumber, isDigit(next) { continue }
            isInNumber = isDigit(byte)
            folded.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        }
        return String(decoding: folded, as: UTF8.self)
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
