internal import Checksums

/// Bytes that XML cannot carry, written so that it can: `%1B` for the byte 1B, `%25` for a percent sign.
enum PercentEscape {
    static func text(of bytes: [UInt8]) -> String {
        var text = ""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "%"), 0..<0x20, 0x7F...: text += "%" + Hexadecimal.text(of: [byte]).uppercased()
            default: text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }

    static func bytes(of text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let escaped = Hexadecimal.bytes(of: String(decoding: rest.prefix(2), as: UTF8.self))?.first
            {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
