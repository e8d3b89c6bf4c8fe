/// Patterns of names that a history does not care about, with the meaning git gives them (gitignore(5)).
struct IgnorePatterns: Sendable {
    /// The patterns as they are recorded, each once.
    let texts: [String]
    private let rules: [Rule]

    private struct Rule {
        var glob: [UInt8]
        var isForFolders = false
        var isAnchored = false
        var includes = false
    }

    /// Joins lists of patterns; a pattern that comes twice stays where it came first.
    init(_ texts: [String]) {
        var seen: Set<String> = []
        self.texts = texts.filter { !$0.isEmpty && seen.insert($0).inserted }
        rules = self.texts.compactMap(IgnorePatterns.rule)
    }

    /// Whether a name is ignored; a name below an ignored folder is never asked about.
    ///
    /// - Parameter path: below the folder that the history is about.
    func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
        let slash = path.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { path[($0 + 1)...] } ?? path[...]
        let last = rules.last { rule in
            (isFolder || !rule.isForFolders)
                && IgnorePatterns.matches(rule.glob[...], rule.isAnchored ? path[...] : name)
        }
        return last.map { !$0.includes } ?? false
    }

    private static func rule(_ text: String) -> Rule? {
        var glob = Array(text.utf8)
        guard glob.first != UInt8(ascii: "#") else { return nil }
        var rule = Rule(glob: [])
        if glob.first == UInt8(ascii: "!") {
            rule.includes = true
            glob.removeFirst()
        }
        while glob.last == UInt8(ascii: "/") {
            rule.isForFolders = true
            glob.removeLast()
        }
        rule.isAnchored = glob.contains(UInt8(ascii: "/"))
        if glob.first == UInt8(ascii: "/") { glob.removeFirst() }
        rule.glob = glob
        return glob.isEmpty ? nil : rule
    }

    /// Steps that one comparison may take: a pattern of many stars would otherwise take exponential time.
    private static let mostSteps = 100_000

    private static func matches(_ glob: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var steps = 0
        return matches(glob, text, &steps)
    }

    private static func matches(_ glob: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
        var glob = glob
        var text = text
        while let sign = glob.first {
            steps += 1
            guard steps < mostSteps else { return false }
            switch sign {
            case UInt8(ascii: "*"): return matchesStar(glob, text, &steps)
            case UInt8(ascii: "?"):
                guard let byte = text.first, byte != UInt8(ascii: "/") else { return false }
                // A question mark stands for a character, not for a byte of one.
                text.removeFirst()
                while let next = text.first, next & 0xC0 == 0x80 { text.removeFirst() }
            case UInt8(ascii: "["):
                guard let byte = text.first, let (holds, rest) = bracket(glob, byte), holds else { return false }
                text.removeFirst()
                glob = rest
                continue
            default:
                if sign == UInt8(ascii: "\\"), glob.count > 1 { glob.removeFirst() }
                guard text.first == glob.first else { return false }
                text.removeFirst()
            }
            glob.removeFirst()
        }
        return text.isEmpty
    }

    /// `*` stops at a slash, `**` does not; `**/` also stands for nothing.
    private static func matchesStar(_ glob: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>, _ steps: inout Int) -> Bool {
        var rest = glob.drop { $0 == UInt8(ascii: "*") }
        let crosses = glob.count - rest.count > 1
        if crosses, rest.first == UInt8(ascii: "/") {
            if matches(rest.dropFirst(), text, &steps) { return true }
            rest = rest[...]
        }
        var text = text
        while true {
            if matches(rest, text, &steps) { return true }
            guard let byte = text.first, crosses || byte != UInt8(ascii: "/"), steps < mostSteps else { return false }
            text.removeFirst()
        }
    }

    /// Whether `[…]` at the start of `glob` holds `byte`, and what follows it; nil when it is not closed.
    private static func bracket(_ glob: ArraySlice<UInt8>, _ byte: UInt8) -> (Bool, ArraySlice<UInt8>)? {
        var set = glob.dropFirst()
        let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
        if isNegated { set.removeFirst() }
        guard let end = set.dropFirst().firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let members = Array(set[..<end])
        var holds = false
        var place = 0
        while place < members.count {
            if place + 2 < members.count, members[place + 1] == UInt8(ascii: "-") {
                holds = holds || members[place] <= byte && byte <= members[place + 2]
                place += 3
            } else {
                holds = holds || members[place] == byte
                place += 1
            }
        }
        return (holds != isNegated && byte != UInt8(ascii: "/"), set[(end + 1)...])
    }
}
