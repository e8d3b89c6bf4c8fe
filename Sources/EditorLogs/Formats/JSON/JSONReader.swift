/// Reads JSON (RFC 8259) from front to back, member by member, without building a tree.
///
/// A log has some seven hundred thousand members, nearly all of them short texts: decoding them by way of a general
/// tree takes several times as long as reading the bytes.
struct JSONReader {
    /// Why reading ended: the place is the byte at which it did.
    struct Failure: Error {
        let offset: Int
        let clause: String
    }

    private let bytes: [UInt8]
    private(set) var offset = 0
    private var depth = 0

    /// A log is five deep; what is deeper is none, and would cost stack.
    private static let deepest = 32

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func failure(_ clause: String) -> Failure { Failure(offset: offset, clause: clause) }

    // MARK: - Groups

    /// Reads an object: `member` is asked for each key, and must read or skip its value.
    mutating func object(_ member: (inout JSONReader, String) throws(Failure) -> Void) throws(Failure) {
        try group(UInt8(ascii: "{"), UInt8(ascii: "}")) { (reader) throws(Failure) in
            let key = try reader.string()
            try reader.expect(UInt8(ascii: ":"))
            try member(&reader, key)
        }
    }

    /// Reads a list: `element` must read each element.
    mutating func list(_ element: (inout JSONReader) throws(Failure) -> Void) throws(Failure) {
        try group(UInt8(ascii: "["), UInt8(ascii: "]"), element)
    }

    /// Reads a list of values.
    mutating func values<Value>(_ value: (inout JSONReader) throws(Failure) -> Value) throws(Failure) -> [Value] {
        var values: [Value] = []
        try list { (reader) throws(Failure) in values.append(try value(&reader)) }
        return values
    }

    private mutating func group(
        _ open: UInt8, _ close: UInt8, _ part: (inout JSONReader) throws(Failure) -> Void
    ) throws(Failure) {
        try expect(open)
        depth += 1
        guard depth <= JSONReader.deepest else { throw failure("it is deeper than any log") }
        if next() != close {
            repeat { try part(&self) } while take(UInt8(ascii: ","))
        }
        try expect(close)
        depth -= 1
    }

    /// Goes past a value, whatever it is.
    mutating func skip() throws(Failure) {
        switch next() {
        case UInt8(ascii: "{"): try object { (reader, _) throws(Failure) in try reader.skip() }
        case UInt8(ascii: "["): try list { (reader) throws(Failure) in try reader.skip() }
        case UInt8(ascii: "\""): try skipString()
        default: try skipWord()
        }
    }

    /// Makes sure that nothing follows.
    mutating func end() throws(Failure) {
        if next() != nil { throw failure("something follows its end") }
    }

    // MARK: - Values

    mutating func bool() throws(Failure) -> Bool {
        _ = next()
        if takeWord("true") { return true }
        if takeWord("false") { return false }
        throw failure("there is no true or false")
    }

    /// A whole number that fits.
    mutating func integer<Number: FixedWidthInteger>() throws(Failure) -> Number {
        _ = next()
        let start = offset
        while offset < bytes.count, JSONReader.isOfWord(bytes[offset]) { offset += 1 }
        guard let number = Number(String(decoding: bytes[start..<offset], as: UTF8.self)) else {
            throw Failure(offset: start, clause: "there is no whole number, or too large a one")
        }
        return number
    }

    mutating func string() throws(Failure) -> String {
        let span = try stringSpan()
        return span.isEscaped ? try unescaped(span.range) : String(decoding: bytes[span.range], as: UTF8.self)
    }

    /// Reads a text of two parts with a colon and a space between them: `sidecar: A001_AVID.ale`.
    mutating func parts() throws(Failure) -> (String, String) {
        let span = try stringSpan()
        guard !span.isEscaped else {
            let inner = JSONReader(Array(try unescaped(span.range).utf8))
            return inner.parts(of: 0..<inner.bytes.count)
        }
        return parts(of: span.range)
    }

    private func parts(of range: Range<Int>) -> (String, String) {
        let colon = bytes[range].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        let rest = bytes[colon..<range.upperBound].dropFirst(2)
        return (String(decoding: bytes[range.lowerBound..<colon], as: UTF8.self), String(decoding: rest, as: UTF8.self))
    }

    private mutating func skipString() throws(Failure) { _ = try stringSpan() }

    /// The bytes between the quotes.
    private mutating func stringSpan() throws(Failure) -> (range: Range<Int>, isEscaped: Bool) {
        try expect(UInt8(ascii: "\""))
        let start = offset
        var isEscaped = false
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return (start..<offset - 1, isEscaped)
            case UInt8(ascii: "\\"):
                isEscaped = true
                offset += 2
            case ..<0x20: throw failure("a text has a control character")
            default: offset += 1
            }
        }
        offset = start
        throw failure("a text does not end")
    }

    private func unescaped(_ range: Range<Int>) throws(Failure) -> String {
        var (text, place): ([UInt8], Int) = ([], range.lowerBound)
        while place < range.upperBound {
            guard bytes[place] == UInt8(ascii: "\\") else {
                text.append(bytes[place])
                place += 1
                continue
            }
            let letter = bytes[place + 1]
            if letter == UInt8(ascii: "u") {
                let (scalar, length) = try escapedScalar(at: place, before: range.upperBound)
                text.append(contentsOf: String(Character(scalar)).utf8)
                place += length
            } else if let byte = JSONReader.escapes[letter] {
                text.append(byte)
                place += 2
            } else {
                throw Failure(offset: place, clause: "there is no such escape")
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    /// `\u00e9`, or two of them for what lies beyond 16 bits; half of such a pair is no character.
    private func escapedScalar(at place: Int, before end: Int) throws(Failure) -> (Unicode.Scalar, length: Int) {
        guard let unit = codeUnit(at: place, before: end) else {
            throw Failure(offset: place, clause: "there is no such escape")
        }
        if let scalar = Unicode.Scalar(UInt32(unit)) { return (scalar, 6) }
        if UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: place + 6, before: end), UTF16.isTrailSurrogate(trail)
        {
            let number = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
            if let scalar = Unicode.Scalar(number) { return (scalar, 12) }
        }
        return ("\u{FFFD}", 6)
    }

    private func codeUnit(at place: Int, before end: Int) -> UInt16? {
        guard place + 6 <= end, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
            return nil
        }
        let digits = bytes[place + 2..<place + 6]
        guard digits.allSatisfy({ UInt8(ascii: "+") != $0 && UInt8(ascii: "-") != $0 }) else { return nil }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    // MARK: - Bytes

    /// The next byte that is no white space, which is not taken; nil at the end.
    private mutating func next() -> UInt8? {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return bytes[offset]
            }
        }
        return nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next() == byte else { return false }
        offset += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(Failure) {
        guard take(byte) else { throw failure("there is no \(Character(Unicode.Scalar(byte)))") }
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private mutating func takeWord(_ word: StaticString) -> Bool {
        let end = offset + word.utf8CodeUnitCount
        guard end <= bytes.count, zip(bytes[offset..<end], 0...).allSatisfy({ $0 == word.utf8Start[$1] }) else {
            return false
        }
        offset = end
        return true
    }

    /// Goes past a number, `true`, `false` or `null`.
    private mutating func skipWord() throws(Failure) {
        let start = offset
        while offset < bytes.count, JSONReader.isOfWord(bytes[offset]) { offset += 1 }
        if offset == start { throw failure("there is no value") }
    }
}
