/// A part of a name to look for: literal, with `*` for anything, `^` for the beginning and `$` for the end.
///
/// A `\` makes the next character literal; letters of ASCII match in either case. `^finalists` is every name that
/// begins with `finalists`.
struct NamePattern: Hashable, Sendable {
    private let parts: [[UInt8]]
    private let isAtStart: Bool
    private let isAtEnd: Bool

    /// A name has 255 bytes at most: nothing longer can be in it.
    static let longest = 255

    /// Nil where nothing is left to look for, where it is too long, or where nothing follows the last `\`.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        guard bytes.count <= NamePattern.longest else { return nil }
        isAtStart = bytes.first == UInt8(ascii: "^")
        if isAtStart { bytes.removeFirst() }
        var parts: [[UInt8]] = [[]]
        var isAtEnd = false
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "*"): parts.append([])
            case UInt8(ascii: "$") where bytes.isEmpty: isAtEnd = true
            case UInt8(ascii: "\\"):
                guard let next = bytes.popFirst() else { return nil }
                parts[parts.count - 1].append(next.folded)
            default: parts[parts.count - 1].append(byte.folded)
            }
        }
        guard parts.contains(where: { !$0.isEmpty }) else { return nil }
        (self.parts, self.isAtEnd) = (parts, isAtEnd)
    }

    /// Whether it is in a name; each part is looked for once, behind the one before it.
    func matches(_ name: ArraySlice<UInt8>) -> Bool {
        var rest = name.map(\.folded)[...]
        var parts = parts[...]
        if isAtEnd, let last = parts.popLast() {
            guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else { return false }
            // One part between both ends is the whole name.
            if parts.isEmpty, isAtStart { return rest.count == last.count }
            rest.removeLast(last.count)
        }
        if isAtStart, let first = parts.popFirst() {
            guard rest.starts(with: first) else { return false }
            rest.removeFirst(first.count)
        }
        for part in parts where !part.isEmpty {
            guard let place = NamePattern.place(of: part, in: rest) else { return false }
            rest = rest[(place + part.count)...]
        }
        return true
    }

    private static func place(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= part.count else { return nil }
        return (bytes.startIndex...(bytes.endIndex - part.count)).first { bytes[$0...].starts(with: part) }
    }
}
