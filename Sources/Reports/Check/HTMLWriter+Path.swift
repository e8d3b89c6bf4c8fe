extension HTMLWriter {
    /// A path of any bytes, with what is wrong in it marked; bytes that are no text stand as `\xe9`.
    mutating func path(_ bytes: [UInt8], marked: Range<Int>?) {
        guard let range = marked.map({ HTMLWriter.whole($0, in: bytes) }), !range.isEmpty else {
            return escaped(bytes[...])
        }
        escaped(bytes[..<range.lowerBound])
        element("mark") { $0.escaped(bytes[range]) }
        escaped(bytes[range.upperBound...])
    }

    /// A range that cuts no character in two.
    private static func whole(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (min(range.lowerBound, bytes.count), min(range.upperBound, bytes.count))
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }

    private mutating func escaped(_ bytes: ArraySlice<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) { return self.text(text) }
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let length = min(HTMLWriter.length(startedBy: bytes[place]), bytes.endIndex - place)
            if let text = String(validating: bytes[place..<place + length], as: UTF8.self) {
                self.text(text)
                place += length
            } else {
                markup(bytes[place] < 0x10 ? "\\x0" : "\\x")
                text(String(bytes[place], radix: 16))
                place += 1
            }
        }
    }

    /// How many bytes a character of UTF-8 has that begins with this one; 1 where none does.
    private static func length(startedBy byte: UInt8) -> Int {
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
