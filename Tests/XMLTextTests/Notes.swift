import XMLText

/// Writes down what it is told.
final class Notes: XMLVisitor {
    var lines: [String] = []
    var stopAt: String?

    func begin(_ element: XMLElement) throws(XMLReadError) {
        let attributes = element.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        lines.append("<\(element.namespace.isEmpty ? "" : "{\(element.namespace)}")\(element.name)\(attributes)")
        if element.name == stopAt { throw XMLReadError(line: element.line, reason: "enough") }
    }

    func end(_ name: String, text: String) throws(XMLReadError) {
        lines.append(">\(name) \(text)")
    }

    /// What is told of a document that is all in memory.
    static func of(_ bytes: [UInt8]) throws(XMLReadError) -> [String] {
        let notes = Notes()
        try XMLReader.read(bytes, visitor: notes)
        return notes.lines
    }

    static func of(_ text: String) throws(XMLReadError) -> [String] { try of(Array(text.utf8)) }

    /// What is told of a document that comes in pieces of a few bytes.
    static func of(_ bytes: [UInt8], inPiecesOf piece: Int) throws(XMLReadError) -> [String] {
        let notes = Notes()
        var next = 0
        try XMLReader.read(
            from: { buffer in
                let count = min(piece, buffer.count, bytes.count - next)
                buffer.copyBytes(from: bytes[next..<next + count])
                next += count
                return count
            }, visitor: notes)
        return notes.lines
    }
}

/// How a test writes text down as bytes.
enum Encoding: CaseIterable {
    case utf8, utf16Little, utf16Big, utf32Little, utf32Big

    /// The bytes of `text`, with no mark before them but one that it holds.
    func bytes(_ text: String) -> [UInt8] {
        switch self {
        case .utf8: Array(text.utf8)
        case .utf16Little: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16Big: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case .utf32Little: text.unicodeScalars.flatMap { Encoding.four($0.value) }
        case .utf32Big: text.unicodeScalars.flatMap { Encoding.four($0.value.byteSwapped) }
        }
    }

    private static func four(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
