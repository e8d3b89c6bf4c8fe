/// Writes XML as text: two spaces a level, double quotes, LF, UTF-8 without a byte order mark.
///
/// Streams: what has been written can be taken away at any time with ``take()``, so a manifest of a million
/// files never lies in memory whole.
public struct XMLWriter: Sendable {
    private var bytes: [UInt8] = []
    private var open: [String] = []
    /// How many elements were open when a line was begun that is not ended yet.
    private var line: Int?

    /// Starts a document with its declaration.
    public init() {
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Starts a document with its declaration and the name of its kind: `<!DOCTYPE fcpxml>`.
    ///
    /// - Parameter room: bytes that are kept free for it, so that a large one is not moved as it grows.
    public init(documentType: String, room: Int = 0) {
        self.init()
        bytes.reserveCapacity(room)
        raw("<!DOCTYPE \(documentType)>\n")
    }

    /// Bytes written since the last ``take()``.
    public var pending: Int { bytes.count }

    /// Hands over what has been written and forgets it.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Opens an element that will hold others.
    public mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        indent()
        tag(name, attributes)
        raw(">")
        endLine()
        open.append(name)
    }

    /// The same with attributes that may be absent: those without a value are left out.
    public mutating func begin(_ name: String, attributes: [(key: String, value: String?)]) {
        indent()
        tag(name, attributes)
        raw(">")
        endLine()
        open.append(name)
    }

    /// The same, with everything that it will hold on one line.
    public mutating func beginLine(_ name: String, attributes: [(key: String, value: String?)] = []) {
        indent()
        line = line ?? open.count
        begin(name, attributes: attributes)
    }

    /// Writes an element that holds nothing; attributes without a value are left out.
    public mutating func empty(_ name: String, attributes: [(key: String, value: String?)]) {
        indent()
        tag(name, attributes)
        raw("/>")
        endLine()
    }

    /// Closes the element opened last.
    public mutating func end() {
        guard let name = open.popLast() else { preconditionFailure("no element is open") }
        indent()
        raw("</\(name)>")
        if line == open.count { line = nil }
        endLine()
    }

    /// Writes an element that holds text alone; an empty one when there is none.
    public mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: some Collection<UInt8>
    ) {
        indent()
        tag(name, attributes)
        if text.isEmpty {
            raw("/>")
        } else {
            raw(">")
            escape(text, quoting: false)
            raw("</\(name)>")
        }
        endLine()
    }

    /// The same for a string.
    public mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "") {
        element(name, attributes, text: text.utf8)
    }

    /// Whether XML 1.0 can carry these bytes at all: UTF-8, no control character but tab, LF and CR, no U+FFFE, U+FFFF.
    public static func canCarry(_ bytes: some Collection<UInt8>) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        return text.unicodeScalars.allSatisfy(canCarry)
    }

    private static func canCarry(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// A text as XML 1.0 can carry it: every character that it cannot is replaced by U+FFFD.
    public static func carriable(_ text: String) -> String {
        // Only control characters, and the last two of the plane, whose first byte is EF.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }), !canCarry(text.utf8) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { canCarry($0) ? $0 : "\u{FFFD}" }))
    }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        raw("<")
        raw(name)
        for (key, value) in attributes { attribute(key, value) }
    }

    private mutating func tag(_ name: String, _ attributes: [(key: String, value: String?)]) {
        raw("<")
        raw(name)
        for case (let key, let value?) in attributes { attribute(key, value) }
    }

    private mutating func attribute(_ key: String, _ value: String) {
        raw(" ")
        raw(key)
        raw("=\"")
        escape(value.utf8, quoting: true)
        raw("\"")
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"")
    }

    private mutating func indent() {
        guard line == nil else { return }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * open.count))
    }

    private mutating func endLine() {
        if line == nil { raw("\n") }
    }

    private mutating func raw(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Line ends are written as references: a parser would turn CR into LF, and indenting tools would move them.
    private mutating func escape(_ text: some Collection<UInt8>, quoting: Bool) {
        // Most texts hold nothing of that, and are taken over whole.
        guard text.contains(where: { $0 < 0x20 || XMLWriter.isMarkup($0) }) else {
            return bytes.append(contentsOf: text)
        }
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): if quoting { raw("&quot;") } else { bytes.append(byte) }
            case 0xA: raw("&#10;")
            case 0xD: raw("&#13;")
            case 0x9: if quoting { raw("&#9;") } else { bytes.append(byte) }
            default: bytes.append(byte)
            }
        }
    }
}
