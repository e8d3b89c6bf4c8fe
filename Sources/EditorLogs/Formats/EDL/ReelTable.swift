/// What the reels of a log are called in lists, which have room for few characters.
///
/// A reel that fits keeps its name. Any other one loses what may not stand there and what is too long, and where two
/// would then be the same, its last characters are a checksum of its whole name. The same reels always get the same names.
struct ReelTable {
    private let names: [String: String]

    /// Names that mean no reel in a list: auxiliary and black.
    private static let reserved: Set<String> = ["AX", "BL", "ax", "bl"]

    init(_ reels: [String], as variant: CutListVariant) {
        let reels = Set(reels).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let plain = reels.map { ReelTable.plain($0, variant) }
        var names: [String: String] = [:]
        var taken = ReelTable.reserved
        // Exact bytes: to Swift, two ways of writing é are one text, and they are one reel.
        for (reel, plain) in zip(reels, plain) where reel == plain && taken.insert(reel).inserted { names[reel] = reel }
        for (reel, plain) in zip(reels, plain) where names[reel] == nil {
            names[reel] = ReelTable.free(plain, reel, variant, &taken)
        }
        self.names = names
    }

    /// What a reel is called.
    subscript(reel: String) -> String { names[reel] ?? reel }

    /// Its line in the table of reels.
    func line(_ reel: String) -> String { "* REEL \(self[reel]) IS \(ASCIIText(reel).text)" }

    /// The reels that have another name in a list.
    func changed(in variant: CutListVariant) -> [LogException] {
        names.filter { $0.key != $0.value }.sorted { $0.key < $1.key }.map { reel, name in
            LogException(
                .changedText,
                "The reel \(reel) is called \(name) in lists with reels of \(variant.reelWidth) characters.",
                nextStep: "The last lines of a list say which reel is which.")
        }
    }

    /// What is left of a reel: upper case and few characters where the list is strict, no space anywhere.
    private static func plain(_ reel: String, _ variant: CutListVariant) -> String {
        let text = ASCIIText(reel).text
        let kept = text.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): variant.isStrict ? byte - 0x20 : byte
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): byte
            case UInt8(ascii: " "): variant.isStrict ? nil : UInt8(ascii: "_")
            default: variant.isStrict ? nil : byte
            }
        }
        return String(decoding: kept.prefix(variant.reelWidth), as: UTF8.self)
    }

    /// The plain name, or one with a checksum behind it that nobody has; the checksum grows until that is so.
    private static func free(
        _ plain: String, _ reel: String, _ variant: CutListVariant, _ taken: inout Set<String>
    ) -> String {
        if !plain.isEmpty, taken.insert(plain).inserted { return plain }
        var sum = checksum(reel)
        while true {
            let digits = String(sum, radix: 36, uppercase: true)
            for count in 1..<variant.reelWidth {
                let name = plain.prefix(variant.reelWidth - count) + digits.suffix(count)
                if taken.insert(String(name)).inserted { return String(name) }
            }
            sum &+= 1
        }
    }

    /// FNV-1a, 64 bits.
    private static func checksum(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
