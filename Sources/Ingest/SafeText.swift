public import FileTree

/// Names from cards and drives, made safe to show.
///
/// A name may hold anything but `/` and NUL: line ends that fake a line of ours, escape sequences that rule the
/// terminal, marks that turn the reading direction. Those are written as escapes.
public enum SafeText {
    /// A path to show.
    public static func of(_ path: RelativePath) -> String { of(path.isRoot ? Array(".".utf8)[...] : path.bytes[...]) }

    /// A text to show.
    public static func of(_ text: String) -> String { of(Array(text.utf8)[...]) }

    /// Raw bytes to show; a byte that is not UTF-8 becomes `\xNN`.
    public static func of(_ bytes: ArraySlice<UInt8>) -> String {
        var shown = ""
        var rest = bytes
        while let first = rest.first {
            let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            if let character = String(validating: rest.prefix(length), as: UTF8.self), rest.count >= length {
                for scalar in character.unicodeScalars { shown += escaped(scalar) }
                rest = rest.dropFirst(length)
            } else {
                shown += "\\x" + hex(UInt32(first), digits: 2)
                rest = rest.dropFirst()
            }
        }
        return shown
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        case 0..<0x20, 0x7F..<0xA0: "\\x" + hex(scalar.value, digits: 2)
        // Marks, overrides and isolates of direction; line and paragraph separators; zero-width characters.
        case 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
            "\\u{" + hex(scalar.value, digits: 4) + "}"
        default: String(scalar)
        }
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
