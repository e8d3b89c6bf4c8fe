internal import Checksums
internal import FileTree

/// How paths are written in a ledger: as they are, with `%0A` for what a line cannot hold or a person cannot see.
enum LedgerPath {
    /// A path's text: UTF-8 in which a percent sign, control and other invisible characters, and bytes that are no
    /// text are escaped byte by byte.
    static func text(of path: RelativePath) -> [UInt8] {
        if path.bytes.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "%") }) { return path.bytes }
        guard let text = path.text else {
            return path.bytes.flatMap { $0 < 0x80 && !isEscaped(Unicode.Scalar($0)) ? [$0] : escape($0) }
        }
        return text.unicodeScalars.flatMap { scalar in
            isEscaped(scalar) ? Array(scalar.utf8).flatMap(escape) : Array(scalar.utf8)
        }
    }

    /// The bytes that a text stands for; nil where a percent sign is not followed by two hex digits, or a control
    /// character stands unescaped.
    static func bytes(of text: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            guard byte >= 0x20, byte != 0x7F else { return nil }
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard let escaped = Hexadecimal.bytes(of: String(decoding: digits, as: UTF8.self))?.first else {
                return nil
            }
            bytes.append(escaped)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "%" { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: false
        }
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        [UInt8(ascii: "%")] + Array(Hexadecimal.text(of: [byte]).uppercased().utf8)
    }
}
