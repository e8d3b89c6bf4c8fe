/// What a folder of a card is called: `1##GOPRO`, where `#` is a digit, `@` a letter, `*` a letter or digit.
///
/// Every other character stands for itself; letters are compared without case, and the name must be as long.
struct FolderPattern: Hashable, Sendable {
    private let pattern: [UInt8]

    /// Takes a pattern of ASCII characters.
    init(_ pattern: StaticString) {
        self.pattern = pattern.withUTF8Buffer { Array($0) }
    }

    /// Whether a name follows the pattern.
    func matches(_ name: some StringProtocol) -> Bool {
        let name = name.utf8
        return name.count == pattern.count && zip(name, pattern).allSatisfy { FolderPattern.fits($0, $1) }
    }

    private static func fits(_ byte: UInt8, _ sign: UInt8) -> Bool {
        let capital = CardTree.folded(byte)
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(capital)
        let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(capital)
        return switch sign {
        case UInt8(ascii: "#"): isDigit
        case UInt8(ascii: "@"): isLetter
        case UInt8(ascii: "*"): isDigit || isLetter
        default: capital == sign
        }
    }
}

extension FolderPattern: ExpressibleByStringLiteral {
    /// Takes a pattern as a literal.
    init(stringLiteral pattern: StaticString) { self.init(pattern) }
}
