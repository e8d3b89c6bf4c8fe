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

    /// A name as it can be printed: bytes that are no UTF-8 as `\xE9`.
    static func escaped(_ name: ArraySlice<UInt8>) -> String {
        all(of: name).reduce(into: "") { text, character in
            if let scalar = character.scalar {
                text.unicodeScalars.append(scalar)
            } else {
                for byte in name.dropFirst(character.range.lowerBound).prefix(character.range.count) {
                    text += (byte < 0x10 ? "\\x0" : "\\x") + String(byte, radix: 16, uppercase: true)
                }
            }
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
