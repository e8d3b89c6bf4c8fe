/// What a number of targets have against one name.
struct TargetObjections: Sendable {
    /// The first byte that is wrong, as a range; nil where nothing is.
    private(set) var marked: Range<Int>?
    /// What is wrong, each a sentence without its beginning capital and full stop.
    private(set) var clauses: [String] = []
    /// The name without all that; nil where nothing is left, or where its bytes are no text.
    private(set) var mended: String?

    /// Looks at a name.
    init(_ name: ArraySlice<UInt8>, _ targets: [TargetSystem]) {
        let characters = NameCharacter.all(of: name)
        collectRefused(characters, targets)
        collectColons(characters, targets)
        collectEnds(name, targets)
        collectPrivate(characters)
        if !clauses.isEmpty { mended = mend(characters, targets) }
    }

    private mutating func mark(_ range: Range<Int>) {
        if marked.map({ range.lowerBound < $0.lowerBound }) ?? true { marked = range }
    }

    /// Characters that the same targets refuse stand together.
    private mutating func collectRefused(_ characters: [NameCharacter], _ targets: [TargetSystem]) {
        var groups: [(targets: [Int], scalars: [Unicode.Scalar])] = []
        for character in characters {
            guard let scalar = character.scalar, scalar.isASCII else { continue }
            let refusing = targets.indices.filter { targets[$0].refused.contains(UInt8(scalar.value)) }
            guard !refusing.isEmpty else { continue }
            mark(character.range)
            if let place = groups.firstIndex(where: { $0.targets == refusing }) {
                groups[place].scalars.append(scalar)
            } else {
                groups.append((refusing, [scalar]))
            }
        }
        for group in groups {
            let words = CharacterWords.words(for: group.scalars)
            let hard = group.targets.filter { !targets[$0].onlyAdvises }.map { targets[$0].title }
            let soft = group.targets.filter { targets[$0].onlyAdvises }.map { targets[$0].title }
            if !hard.isEmpty { clauses.append("\(hard.inWords) \(hard.count == 1 ? "refuses" : "refuse") \(words)") }
            if !soft.isEmpty { clauses.append("\(soft.inWords) advises against \(words)") }
        }
    }

    private mutating func collectColons(_ characters: [NameCharacter], _ targets: [TargetSystem]) {
        guard let colon = characters.first(where: { $0.scalar == ":" }) else { return }
        for target in targets {
            guard let change = target.ofColons else { continue }
            mark(colon.range)
            clauses.append("\(target.title) \(change)")
        }
    }

    private mutating func collectEnds(_ name: ArraySlice<UInt8>, _ targets: [TargetSystem]) {
        guard let first = name.first, let last = name.last else { return }
        let cutting = targets.filter { $0.cutsAtEnd.contains(last) }.map(\.title)
        if !cutting.isEmpty {
            let end = name.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") }.count
            mark((name.count - end)..<name.count)
            let word = CharacterWords.word(for: Unicode.Scalar(last))
            clauses.append("\(cutting.inWords) \(cutting.count == 1 ? "does" : "do") not keep \(word) at the end")
        }
        let refusing = targets.filter(\.refusesLeadingSpace).map(\.title)
        if first == UInt8(ascii: " "), !refusing.isEmpty {
            mark(0..<1)
            clauses.append("\(refusing.inWords) refuses a space at the beginning")
        }
    }

    /// What a Mac writes to a server that refuses the character itself (Services for Macintosh).
    private mutating func collectPrivate(_ characters: [NameCharacter]) {
        for character in characters {
            guard let scalar = character.scalar, (0xF000...0xF0FF).contains(scalar.value) else { continue }
            mark(character.range)
            let meant = TargetObjections.ofMacs[scalar.value].map { " for \($0)" } ?? " for a character that is refused"
            let clause = "a Mac wrote \(CharacterWords.word(for: scalar)) to a server\(meant)"
            if !clauses.contains(clause) { clauses.append(clause) }
        }
    }

    private static let ofMacs: [UInt32: String] = [
        0xF020: "a quotation mark", 0xF021: "an asterisk", 0xF022: "a colon", 0xF023: "<", 0xF024: ">",
        0xF025: "a question mark", 0xF026: "a backslash", 0xF027: "a vertical bar", 0xF028: "a space at the end",
        0xF029: "a dot at the end",
    ]

    private func mend(_ characters: [NameCharacter], _ targets: [TargetSystem]) -> String? {
        let asksForEnds = targets.contains { $0.cutsAtEnd != ByteSet() }
        let changesColons = targets.contains { $0.ofColons != nil }
        var mended = String.UnicodeScalarView()
        for character in characters {
            guard let scalar = character.scalar else { return nil }
            let isRefused =
                scalar.isASCII && targets.contains { $0.refused.contains(UInt8(scalar.value)) }
                || scalar == ":" && changesColons || (0xF000...0xF0FF).contains(scalar.value)
            if !isRefused { mended.append(scalar) } else if mended.last != "_" { mended.append("_") }
        }
        if asksForEnds { while mended.last == " " || mended.last == "." { mended.removeLast() } }
        if targets.contains(where: \.refusesLeadingSpace) { while mended.first == " " { mended.removeFirst() } }
        return mended.contains { $0 != "_" && $0 != "." } ? String(mended) : nil
    }
}
