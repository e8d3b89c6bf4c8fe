internal import FileTree

/// A character of a name, or bytes that are none.
struct NameCharacter: Hashable, Sendable {
    /// The character; nil where the bytes are no UTF-8.
    let scalar: Unicode.Scalar?
    /// Where it stands in the name, whose first byte is 0.
    let range: Range<Int>

    /// The characters of a name.
    static func all(of name: ArraySlice<UInt8>) -> [NameCharacter] {
        var characters: [NameCharacter] = []
        characters.reserveCapacity(name.count)
        var bytes = name.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        var place = 0
        while true {
            switch parser.parseScalar(from: &bytes) {
            case .valid(let encoded):
                let range = place..<(place + encoded.count)
                characters.append(NameCharacter(scalar: Unicode.UTF8.decode(encoded), range: range))
                place = range.upperBound
            case .error(let length):
                characters.append(NameCharacter(scalar: nil, range: place..<(place + length)))
                place += length
            case .emptyInput:
                return characters
            }
        }
    }

    /// A name for a sentence: bytes that are no UTF-8 as `\xe9`, what nobody sees as `\u{200b}`; a screen and a page
    /// write them so, too.
    ///
    /// - Parameter markingAccents: whether accents behind their letters are written so: `e\u{0301}`.
    static func escaped(_ name: ArraySlice<UInt8>, markingAccents: Bool = false) -> String {
        if name.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(decoding: name, as: UTF8.self) }
        return all(of: name).reduce(into: "") { text, character in
            if let scalar = character.scalar {
                text += scalar.isInSentence && !(markingAccents && scalar.isMark) ? String(scalar) : scalar.escape
            } else {
                for byte in name.dropFirst(character.range.lowerBound).prefix(character.range.count) {
                    text += (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16)
                }
            }
        }
    }
}

extension RelativePath {
    /// The path for a sentence.
    var words: String { isRoot ? "the folder itself" : NameCharacter.escaped(bytes[...]) }
}

extension Unicode.Scalar {
    /// Whether it is an accent or the like that stands on the letter before it.
    var isMark: Bool { properties.generalCategory == .nonspacingMark }

    /// Whether a sentence can have it as it is: it rules no screen, turns no direction and can be seen.
    fileprivate var isInSentence: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: false
        default: true
        }
    }

    /// `\n`, `\x1b`, `\u{200b}`.
    fileprivate var escape: String {
        let digits = String(value, radix: 16)
        return switch value {
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        case 0..<0xA0: "\\x" + String(repeating: "0", count: max(0, 2 - digits.count)) + digits
        default: "\\u{" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "}"
        }
    }
}

/// What can be told of a character beyond ASCII.
extension Unicode.Scalar {
    /// Whether nobody sees it, or it only turns or joins what stands beside it: controls, spaces other than the usual
    /// one, marks of direction, zero widths, variation selectors, fillers.
    var isInvisible: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        case .spaceSeparator: value != 0x20
        default: properties.isVariationSelector || Unicode.Scalar.fillers.contains(value)
        }
    }

    /// Whether it takes room and shows nothing.
    var isBlank: Bool { properties.isWhitespace || value == 0x2800 }

    /// The fillers of Hangul, the grapheme joiner and the empty pattern of Braille count as letters or signs.
    private static let fillers: Set<UInt32> = [0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0]
}
