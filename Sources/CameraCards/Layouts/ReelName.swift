/// What the names of a card's files say about its reel.
enum ReelName {
    /// Whether a name begins as camera and reel do: a letter and three digits, `A001`, `A001R2GJ`.
    static func isReel(_ name: String) -> Bool {
        let bytes = Array(name.utf8.prefix(4))
        return bytes.count == 4 && isLetter(bytes[0] & 0xDF) && bytes[1...].allSatisfy(isDigit)
    }

    /// The reel that all names which follow one of these grammars have; nil where two differ, or none has one.
    static func agreed(
        by files: [Int], of family: CardFamily, on card: CardTree, grammars: [ClipName.Grammar]
    ) -> String? {
        var agreed: String?
        for file in files {
            let name = ClipName(card.stem(of: file), trying: grammars)
            guard let reel = name?.reelName(of: family), reel != agreed else { continue }
            guard agreed == nil else { return nil }
            agreed = reel
        }
        return agreed
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}
