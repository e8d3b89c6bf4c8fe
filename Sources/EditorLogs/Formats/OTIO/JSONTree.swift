/// A JSON document whose members keep their order, written with two spaces a level.
///
/// Source: RFC 8259. Encoders order members as they like; the bytes of a log must not change with them.
indirect enum JSONTree {
    /// A name and its value.
    typealias Member = (String, JSONTree)

    case null
    case flag(Bool)
    case text(String)
    case whole(Int)
    /// A number that stays a floating-point number where it is whole: `25.0`; finite.
    case real(Double)
    case list([JSONTree])
    case object([Member])
    /// So many values that are made one by one as they are written: a bin never lies in memory as a tree.
    case each(Int, (Int) -> JSONTree)

    /// UTF-8, with a line end behind it; so many bytes are kept free for it.
    func bytes(room: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(room)
        append(to: &bytes, at: 0)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private func append(to bytes: inout [UInt8], at level: Int) {
        switch self {
        case .null: bytes += "null".utf8
        case .flag(let flag): bytes += (flag ? "true" : "false").utf8
        case .text(let text): JSONTree.append(text, to: &bytes)
        case .whole(let number): bytes += String(number).utf8
        case .real(let number): bytes += number.description.utf8
        case .list(let values):
            JSONTree.append(values, "[", "]", to: &bytes, at: level) { $0.append(to: &$1, at: level + 1) }
        case .each(let count, let value):
            JSONTree.append(0..<count, "[", "]", to: &bytes, at: level) { value($0).append(to: &$1, at: level + 1) }
        case .object(let members):
            JSONTree.append(members, "{", "}", to: &bytes, at: level) { member, bytes in
                JSONTree.append(member.0, to: &bytes)
                bytes += ": ".utf8
                member.1.append(to: &bytes, at: level + 1)
            }
        }
    }

    private static func append<Items: Collection>(
        _ items: Items, _ open: String, _ close: String, to bytes: inout [UInt8], at level: Int,
        _ write: (Items.Element, inout [UInt8]) -> Void
    ) {
        bytes += open.utf8
        for (place, item) in items.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            appendLine(to: &bytes, at: level + 1)
            write(item, &bytes)
        }
        if !items.isEmpty { appendLine(to: &bytes, at: level) }
        bytes += close.utf8
    }

    private static func appendLine(to bytes: inout [UInt8], at level: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Quotes, backslashes and control characters escaped; all else as it is, without NUL, at which readers stop.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0: break
            case ..<0x20: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
