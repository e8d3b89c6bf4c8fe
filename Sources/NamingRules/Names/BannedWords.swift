/// Words that claim what only a number can say, looked for as whole parts of a name.
struct BannedWords: Sendable {
    /// Words of ASCII by their first letter.
    private var words: [[[[UInt8]]]] = Array(repeating: [], count: 256)
    /// Words that are not ASCII, one part each.
    private var others: [String] = []
    /// Whether `(1)` is one.
    private var countsCopies = false

    /// The words of finality, and what systems add to a second copy: `(1)` and `copy`.
    static let usual = [
        "final", "finals", "latest", "newest", "new", "old", "copy", "fixed", "def", "ok", "approved", "use_this",
        "do_not_use", "(n)",
    ]

    /// Takes words as a rule file has them; `(n)` is a number in parentheses.
    ///
    /// - Returns: nil where one of them has no letter or digit.
    init?(_ texts: [String]) {
        for text in texts {
            if text == "(n)" {
                countsCopies = true
            } else if !text.utf8.isASCII {
                others.append(text.lowercased())
            } else {
                let parts = text.utf8.split { !BannedWords.isOfToken($0) }.map { $0.map(\.folded) }
                guard let first = parts.first?.first else { return nil }
                words[Int(first)].append(parts)
            }
        }
        // Of `final` and `final_cut` the longer one is tried first.
        for first in words.indices { words[first].sort { $0.count > $1.count } }
    }

    /// What a name claims.
    struct Claim: Hashable, Sendable {
        /// The words, in the bytes that were looked at.
        let range: Range<Int>
        /// The version that stands in the name; nil where none does.
        let version: Range<Int>?
        /// Whether one of the words has a version joined to it: `v002final`.
        let isFused: Bool
        /// Whether the name is nothing but the words.
        let isAll: Bool
    }

    /// The first claim of a name without its extension.
    ///
    /// A word counts beside a version (`final_v002`, `v002_final`, `v002final`) and at the end; words that follow each other
    /// are one claim.
    func claim(in name: ArraySlice<UInt8>, _ tokens: inout [Range<Int>]) -> Claim? {
        BannedWords.split(name, into: &tokens)
        var place = 0
        while place < tokens.count {
            let start = place
            var isFused = false
            while let hit = hit(at: place, tokens, name) {
                place += hit.count
                isFused = isFused || hit.isFused
            }
            guard place > start else {
                place += 1
                continue
            }
            if isFused || counts(start..<place, tokens, name) {
                return claim(start..<place, isFused, tokens, name)
            }
        }
        return nil
    }

    /// Whether these bytes are one of the words, and nothing else.
    func isWord(_ token: ArraySlice<UInt8>) -> Bool {
        guard let first = token.first else { return false }
        return words[Int(first.folded)].contains { word in
            word.count == 1 && word[0].count == token.count && zip(token, word[0]).allSatisfy { $0.folded == $1 }
        }
    }

    private func claim(_ run: Range<Int>, _ isFused: Bool, _ tokens: [Range<Int>], _ name: ArraySlice<UInt8>) -> Claim {
        var (start, end) = (tokens[run.lowerBound].lowerBound, tokens[run.upperBound - 1].upperBound)
        if BannedWords.isInParentheses(tokens[run.lowerBound], name) { start -= 1 }
        if BannedWords.isInParentheses(tokens[run.upperBound - 1], name) { end += 1 }
        return Claim(
            range: start..<end, version: VersionToken.all(in: name).last?.range, isFused: isFused,
            isAll: run.count == tokens.count)
    }

    /// Whether words stand where they claim something: beside a version, at the end, or as `copy of`.
    private func counts(_ run: Range<Int>, _ tokens: [Range<Int>], _ name: ArraySlice<UInt8>) -> Bool {
        if run.upperBound == tokens.count { return true }
        if run.lowerBound > 0, BannedWords.isVersion(name[tokens[run.lowerBound - 1]]) { return true }
        let next = name[tokens[run.upperBound]]
        if BannedWords.isVersion(next) { return true }
        // macOS counts its copies: `shot copy 2`.
        if run.upperBound == tokens.count - 1, next.count <= 2, next.allSatisfy(\.isDecimal),
            next.first != UInt8(ascii: "0")
        {
            return true
        }
        return run.lowerBound == 0 && BannedWords.isWritten("copy", name[tokens[0]])
            && BannedWords.isWritten("of", next) && run.count == 1
    }

    /// The word that begins at a token: how many tokens it takes, and whether a version is part of them.
    private func hit(at place: Int, _ tokens: [Range<Int>], _ name: ArraySlice<UInt8>) -> (count: Int, isFused: Bool)? {
        guard place < tokens.count else { return nil }
        let token = name[tokens[place]]
        if countsCopies, BannedWords.isInParentheses(tokens[place], name), token.count <= 3,
            token.allSatisfy(\.isDecimal)
        {
            return (1, false)
        }
        let bare = token.dropFirst(BannedWords.versionLength(token))
        guard let first = bare.first else { return nil }
        for word in words[Int(first.folded)] where place + word.count <= tokens.count {
            guard let isFused = isWord(word, at: place, tokens, name, first: bare) else { continue }
            return (word.count, isFused || bare.count < token.count)
        }
        guard !others.isEmpty, !token.isASCII else { return nil }
        return others.contains(String(decoding: token, as: UTF8.self).lowercased()) ? (1, false) : nil
    }

    /// Whether the parts of a word stand there; the last may have a number or a version behind it: `final2`, `finalv2`.
    private func isWord(
        _ word: [[UInt8]], at place: Int, _ tokens: [Range<Int>], _ name: ArraySlice<UInt8>, first: ArraySlice<UInt8>
    ) -> Bool? {
        for (number, part) in word.enumerated() {
            let token = number == 0 ? first : name[tokens[place + number]]
            guard token.count >= part.count, zip(token, part).allSatisfy({ $0.folded == $1 }) else { return nil }
            let rest = token.dropFirst(part.count)
            if rest.isEmpty { continue }
            guard number == word.count - 1 else { return nil }
            if rest.allSatisfy(\.isDecimal) { return false }
            return BannedWords.isVersion(rest) ? true : nil
        }
        return false
    }

    /// Parts of a name are letters, digits and what is not ASCII; all else stands between them.
    private static func split(_ name: ArraySlice<UInt8>, into tokens: inout [Range<Int>]) {
        tokens.removeAll(keepingCapacity: true)
        var start: Int?
        for place in name.indices {
            if isOfToken(name[place]) {
                start = start ?? place
            } else if let begun = start {
                tokens.append(begun..<place)
                start = nil
            }
        }
        if let start { tokens.append(start..<name.endIndex) }
    }

    private static func isOfToken(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDecimal || byte >= 0x80 }

    private static func isWritten(_ word: StaticString, _ token: ArraySlice<UInt8>) -> Bool {
        token.count == word.utf8CodeUnitCount
            && token.enumerated().allSatisfy { $1.folded == word.utf8Start[$0] }
    }

    private static func isVersion(_ token: ArraySlice<UInt8>) -> Bool {
        !token.isEmpty && versionLength(token) == token.count
    }

    /// How many bytes at the beginning are a version: `v` and its digits.
    private static func versionLength(_ token: ArraySlice<UInt8>) -> Int {
        guard token.first?.folded == UInt8(ascii: "v") else { return 0 }
        let digits = token.dropFirst().prefix(while: \.isDecimal).count
        return (1...VersionToken.mostDigits).contains(digits) ? digits + 1 : 0
    }

    private static func isInParentheses(_ token: Range<Int>, _ name: ArraySlice<UInt8>) -> Bool {
        token.lowerBound > name.startIndex && name[token.lowerBound - 1] == UInt8(ascii: "(")
            && token.upperBound < name.endIndex && name[token.upperBound] == UInt8(ascii: ")")
    }
}
