/// Writes HTML: markup is what stands in our own source, everything else is text and is escaped.
///
/// Markup is taken as `StaticString`, so nothing that stood on a card can become a tag, an attribute or a style.
struct HTMLWriter: Sendable {
    /// What was written, UTF-8.
    private(set) var bytes: [UInt8] = []

    /// Markup of our own, as it is.
    mutating func markup(_ markup: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Text of anybody's.
    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars { append(scalar) }
    }

    /// A number of our own, where markup has one.
    mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// An element with text alone: `<td class="number">12</td>`.
    mutating func element(_ name: StaticString, _ kind: StaticString? = nil, _ text: String) {
        element(name, kind) { $0.text(text) }
    }

    /// An element with whatever `content` writes.
    mutating func element(_ name: StaticString, _ kind: StaticString? = nil, content: (inout HTMLWriter) -> Void) {
        markup("<")
        markup(name)
        if let kind {
            markup(" class=\"")
            markup(kind)
            markup("\"")
        }
        markup(">")
        content(&self)
        markup("</")
        markup(name)
        markup(">")
    }

    /// A picture that the page carries in itself.
    mutating func picture(jpeg: [UInt8], called name: String) {
        markup("<img alt=\"")
        text(name)
        markup("\" src=\"data:image/jpeg;base64,")
        base64(jpeg)
        markup("\">")
    }

    /// Begins a new line of source, so that two pages can be compared.
    mutating func line() { bytes.append(UInt8(ascii: "\n")) }
}

extension HTMLWriter {
    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "&": markup("&amp;")
        case "<": markup("&lt;")
        case ">": markup("&gt;")
        case "\"": markup("&quot;")
        case "'": markup("&#39;")
        // Whatever ends a line somewhere: one line end for all, which the style shows in notes.
        case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": line()
        case "\t", " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        // Browsers drop or replace control characters; marks that turn the direction would reorder what is read.
        case "\0"..<" ", "\u{7F}"..."\u{9F}": escape(scalar, "\\x", digits: 2)
        case "\u{61C}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
            escape(scalar, "\\u{", digits: 4)
            markup("}")
        default: bytes.append(contentsOf: scalar.utf8)
        }
    }

    /// `\x00`, `\u{202e}`: as a screen has them.
    private mutating func escape(_ scalar: Unicode.Scalar, _ mark: StaticString, digits count: Int) {
        let digits = String(scalar.value, radix: 16)
        markup(mark)
        bytes.append(contentsOf: String(repeating: "0", count: max(0, count - digits.count)).utf8)
        bytes.append(contentsOf: digits.utf8)
    }

    /// RFC 4648, section 4.
    private mutating func base64(_ content: [UInt8]) {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        bytes.reserveCapacity(bytes.count + (content.count + 2) / 3 * 4)
        for start in stride(from: 0, to: content.count, by: 3) {
            let group = content[start..<min(start + 3, content.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                bytes.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
    }
}
