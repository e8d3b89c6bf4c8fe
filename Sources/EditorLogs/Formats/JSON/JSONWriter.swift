/// Writes JSON into bytes (RFC 8259): members in the order they are given.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether a comma stands before what comes next.
    private var needsComma = false

    /// Starts a document, with so many bytes kept free for it.
    init(room: Int) {
        bytes.reserveCapacity(room)
    }

    /// Opens an object or a list, fills it, and closes it.
    mutating func object(_ fill: (inout JSONWriter) -> Void) { group("{", "}", fill) }

    mutating func list(_ fill: (inout JSONWriter) -> Void) { group("[", "]", fill) }

    /// A list of which each element stands on a line of its own, so that two logs can be laid beside each other.
    mutating func lines<Element>(of all: [Element], _ write: (inout JSONWriter, Element) -> Void) {
        list { writer in
            for element in all {
                writer.separate()
                writer.append("\n")
                writer.needsComma = false
                write(&writer, element)
            }
            writer.append("\n")
        }
    }

    mutating func key(_ name: String) {
        separate()
        quote("", name)
        append(":")
        needsComma = false
    }

    mutating func string(_ text: String) {
        separate()
        quote("", text)
    }

    mutating func number(_ number: some FixedWidthInteger) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    mutating func bool(_ value: Bool) {
        separate()
        append(value ? "true" : "false")
    }

    /// A member that is a text; none where there is none.
    mutating func member(_ name: String, _ text: String?) {
        guard let text else { return }
        key(name)
        string(text)
    }

    /// A member that is a text of two parts.
    mutating func member(_ name: String, _ prefix: String, _ text: String) {
        key(name)
        separate()
        quote(prefix, text)
    }

    mutating func member(_ name: String, _ number: (some FixedWidthInteger)?) {
        guard let number else { return }
        key(name)
        self.number(number)
    }

    mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    mutating func endLine() { append("\n") }

    // MARK: - Bytes

    private mutating func group(_ open: StaticString, _ close: StaticString, _ fill: (inout JSONWriter) -> Void) {
        separate()
        append(open)
        needsComma = false
        fill(&self)
        append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func quote(_ prefix: String, _ text: String) {
        bytes.append(UInt8(ascii: "\""))
        content(prefix)
        content(text)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func content(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            if utf8.contains(where: JSONWriter.isEscaped) {
                for byte in utf8 { JSONWriter.isEscaped(byte) ? escape(byte) : bytes.append(byte) }
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        default:
            append(byte < 0x10 ? "\\u000" : "\\u00")
            bytes.append(contentsOf: String(byte, radix: 16).utf8)
        }
    }
}
