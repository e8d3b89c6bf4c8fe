/// Takes a caption of a drone apart into names and values.
///
/// Three ways of writing one thing: `[iso : 100]` and `ISO:100`, `ISO 100` and `F/2.8`, `GPS (2.23, 41.42, 16)`.
struct CaptionWords: Sequence, IteratorProtocol {
    /// A name and what stands behind it, with the parentheses where there are some.
    struct Word {
        let name: String
        let value: String
    }

    private let text: [UInt8]
    private var place = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    mutating func next() -> Word? {
        while place < text.count {
            let start = place
            while isName(at: place) { place += 1 }
            guard place > start else {
                // A tag of text formatting holds names too.
                if text[place] == UInt8(ascii: "<") { pass { $0 != UInt8(ascii: ">") } } else { place += 1 }
                continue
            }
            let name = String(decoding: text[start..<place], as: UTF8.self)
            if let value = value() { return Word(name: name, value: value) }
        }
        return nil
    }

    private mutating func value() -> String? {
        pass { $0 == UInt8(ascii: " ") }
        guard place < text.count else { return nil }
        let start = place
        switch text[place] {
        case UInt8(ascii: "("):
            pass { $0 != UInt8(ascii: ")") }
            place = Swift.min(place + 1, text.count)
            return String(decoding: text[start..<place], as: UTF8.self)
        case UInt8(ascii: ":"), UInt8(ascii: "/"):
            place += 1
            pass { $0 == UInt8(ascii: " ") }
            return plain()
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): return plain()
        default: return nil
        }
    }

    private mutating func plain() -> String {
        let start = place
        pass { !" ,[]<".utf8.contains($0) }
        return String(decoding: text[start..<place], as: UTF8.self)
    }

    private mutating func pass(while isPassed: (UInt8) -> Bool) {
        while place < text.count, isPassed(text[place]) { place += 1 }
    }

    private func isName(at place: Int) -> Bool {
        guard place < text.count else { return false }
        let byte = text[place]
        return (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".") && place > 0 && (0x61...0x7A).contains(text[place - 1] | 0x20)
    }
}
