/// Patterns of names to leave out, as gitignore(5) reads them, relative to a root.
///
/// The same semantics as the `<ignore>` patterns of ASC MHL (specification v1.0, appendix C): `*`, `?`, `[…]` within
/// a name; `**` across folders; a slash at the start or in the middle ties a pattern to the root; one at the end
/// means folders only; `!` takes a name back; the last pattern that matches decides.
public struct IgnorePatterns: Hashable, Sendable {
    struct Pattern: Hashable, Sendable {
        let parts: [[UInt8]]
        let isTakenBack: Bool
        let isForFoldersOnly: Bool
    }

    /// The patterns as they were written, comments and blank lines left away.
    public let texts: [String]
    let patterns: [Pattern]

    /// The longest pattern read; a longer one matches nothing and is not kept.
    public static let longest = 1024

    /// Reads patterns, one a string; one that comes twice stays where it came first.
    public init(_ texts: [String]) {
        var seen: Set<String> = []
        let read = texts.filter { seen.insert($0).inserted }
            .compactMap { text in Self.pattern(text).map { (text, $0) } }
        self.texts = read.map(\.0)
        patterns = read.map(\.1)
    }

    /// Whether any name below a root could match a pattern: none has a part `.` or `..`, and a set that is never closed
    /// matches nothing.
    public static func canMatch(_ text: String) -> Bool {
        pattern(text)?.parts.allSatisfy { part in
            part != Array(".".utf8) && part != Array("..".utf8) && !hasOpenSet(part)
        } ?? false
    }

    private static func hasOpenSet(_ part: [UInt8]) -> Bool {
        var place = 0
        while place < part.count {
            switch part[place] {
            case backslash: place += 2
            case UInt8(ascii: "["):
                guard let end = endOfSet(part, place) else { return true }
                place = end + 1
            default: place += 1
            }
        }
        return false
    }

    /// Where the set that begins there is closed; a `]` that comes first in it stands for itself.
    private static func endOfSet(_ pattern: [UInt8], _ place: Int) -> Int? {
        var first = place + 1
        if first < pattern.count, [UInt8(ascii: "!"), UInt8(ascii: "^")].contains(pattern[first]) { first += 1 }
        return pattern.dropFirst(first + 1).firstIndex(of: UInt8(ascii: "]"))
    }

    /// Whether nothing is left out.
    public var isEmpty: Bool { patterns.isEmpty }

    /// Whether a name is left out by itself; whoever asks has left out what lies in a folder that is.
    public func leavesOut(_ path: RelativePath, isFolder: Bool) -> Bool {
        let parts = path.components
        for pattern in patterns.reversed() where isFolder || !pattern.isForFoldersOnly {
            if Self.matches(pattern.parts[...], parts[...]) { return !pattern.isTakenBack }
        }
        return false
    }

    private static func pattern(_ text: String) -> Pattern? {
        var bytes = Array(text.utf8)[...]
        while bytes.last == space, bytes.dropLast().last != backslash { bytes = bytes.dropLast() }
        guard let first = bytes.first, first != UInt8(ascii: "#"), bytes.count <= longest else { return nil }
        let isTakenBack = first == UInt8(ascii: "!")
        if isTakenBack { bytes = bytes.dropFirst() }
        let isForFoldersOnly = bytes.last == slash
        if isForFoldersOnly { bytes = bytes.dropLast() }
        let isTied = bytes.contains(slash)
        var parts = bytes.split(separator: slash).map(Array.init)
        guard !parts.isEmpty else { return nil }
        if !isTied { parts.insert(anyFolders, at: 0) }
        return Pattern(parts: parts, isTakenBack: isTakenBack, isForFoldersOnly: isForFoldersOnly)
    }

    /// Matches component by component; only `**` may take several, so the work is bounded by their product.
    private static func matches(_ pattern: ArraySlice<[UInt8]>, _ path: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        // row[j]: whether the pattern so far matches the first j components.
        var row = [true] + Array(repeating: false, count: path.count)
        for (index, part) in pattern.enumerated() {
            var next = Array(repeating: false, count: path.count + 1)
            if part == anyFolders {
                // At the end `**` stands for what lies inside, so it takes at least one component.
                var reached = false
                let isLast = index == pattern.count - 1
                for place in row.indices {
                    if isLast, reached { next[place] = true }
                    reached = reached || row[place]
                    if !isLast, reached { next[place] = true }
                }
            } else {
                for place in 0..<path.count where row[place] {
                    next[place + 1] = matches(part, path[path.startIndex + place])
                }
            }
            row = next
        }
        return row[path.count]
    }

    /// Matches one name: the latest `*` alone is ever tried again, so the work is at most the product of both lengths.
    static func matches(_ pattern: [UInt8], _ name: ArraySlice<UInt8>) -> Bool {
        // Of a million names most end otherwise than a pattern for one format.
        if let last = pattern.last, !endings.contains(last), last != name.last { return false }
        var p = 0
        var n = name.startIndex
        var star: (p: Int, n: Int)?
        while n < name.endIndex {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                star = (p, n)
                p += 1
            } else if let after = matchOne(pattern, p, name[n]) {
                // `?` and `[…]` take a character, not a byte.
                n += pattern[p] == name[n] ? 1 : length(ofCharacterAt: n, in: name)
                p = after
            } else if let last = star {
                p = last.p + 1
                n = last.n + 1
                star = (last.p, n)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Where the pattern goes on after it matched one byte; nil when it does not match.
    private static func matchOne(_ pattern: [UInt8], _ place: Int, _ byte: UInt8) -> Int? {
        guard place < pattern.count else { return nil }
        switch pattern[place] {
        case UInt8(ascii: "?"):
            return place + 1
        case backslash where place + 1 < pattern.count:
            return pattern[place + 1] == byte ? place + 2 : nil
        case UInt8(ascii: "["):
            return matchSet(pattern, place, byte)
        default:
            return pattern[place] == byte ? place + 1 : nil
        }
    }

    /// Bytes of the UTF-8 character that begins there; 1 where none does.
    private static func length(ofCharacterAt place: Int, in name: ArraySlice<UInt8>) -> Int {
        guard name[place] >= 0xC0 else { return 1 }
        return 1 + name[(place + 1)...].prefix { $0 & 0xC0 == 0x80 }.count
    }

    private static func matchSet(_ pattern: [UInt8], _ place: Int, _ byte: UInt8) -> Int? {
        var next = place + 1
        let isNegated = next < pattern.count && [UInt8(ascii: "!"), UInt8(ascii: "^")].contains(pattern[next])
        if isNegated { next += 1 }
        let first = next
        var isIn = false
        while next < pattern.count, pattern[next] != UInt8(ascii: "]") || next == first {
            if next + 2 < pattern.count, pattern[next + 1] == UInt8(ascii: "-"), pattern[next + 2] != UInt8(ascii: "]")
            {
                isIn = isIn || pattern[next] <= byte && byte <= pattern[next + 2]
                next += 3
            } else {
                isIn = isIn || pattern[next] == byte
                next += 1
            }
        }
        // As in git, a set that is never closed matches nothing.
        guard next < pattern.count else { return nil }
        return isIn != isNegated ? next + 1 : nil
    }

    /// What a pattern can end with and not stand for itself.
    private static let endings = Array("*?]".utf8)
    static let anyFolders = Array("**".utf8)
    private static let slash = UInt8(ascii: "/")
    private static let backslash = UInt8(ascii: "\\")
    private static let space = UInt8(ascii: " ")
}
