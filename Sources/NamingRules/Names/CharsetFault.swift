/// What is wrong with a character of a name.
enum CharsetFault: Hashable, Sendable, CaseIterable {
    /// It is none: the bytes are no UTF-8.
    case notText
    /// Nobody sees it.
    case invisible
    /// It looks like a letter of the script that stands beside it, and is of another.
    case lookAlike
    /// A space where nobody sees it, or a tab.
    case strayed
    /// The rule does not allow it.
    case illegal

    /// What a finding of it is called.
    var code: FindingCode {
        switch self {
        case .notText: .notText
        case .invisible: .invisibleCharacter
        case .lookAlike: .mixedScripts
        case .strayed: .straySpace
        case .illegal: .illegalCharacter
        }
    }
}

/// A name, and the fault of each of its characters; no character has two.
struct JudgedCharacters: Sendable {
    /// The characters.
    let characters: [NameCharacter]
    /// The fault of each; nil where there is none.
    private(set) var faults: [CharsetFault?]
    /// What is wrong with its spaces: `ends with a space`.
    private(set) var straySpaces: [String] = []

    /// Looks at a name.
    init(_ name: ArraySlice<UInt8>, _ allowed: AllowedCharacters) {
        let all = NameCharacter.all(of: name)
        characters = all
        faults = Array(repeating: nil, count: all.count)
        for place in all.indices { faults[place] = JudgedCharacters.fault(of: all[place].scalar, allowed) }
        joinEmoji()
        markStraySpaces(before: FileExtension(name).map { $0.dot - name.startIndex })
        if !name.isASCII { markLookAlikes() }
    }

    /// The bytes where a fault first stands, runs counted, and its characters.
    func places(of fault: CharsetFault) -> (first: Range<Int>, count: Int, scalars: [Unicode.Scalar])? {
        var runs: [Range<Int>] = []
        var scalars: [Unicode.Scalar] = []
        for (character, found) in zip(characters, faults) where found == fault {
            if let scalar = character.scalar, fault != .illegal || !JudgedCharacters.isJoint(scalar) {
                scalars.append(scalar)
            }
            if let last = runs.last, last.upperBound == character.range.lowerBound {
                runs[runs.count - 1] = last.lowerBound..<character.range.upperBound
            } else {
                runs.append(character.range)
            }
        }
        return runs.first.map { ($0, runs.count, scalars) }
    }

    private static func fault(of scalar: Unicode.Scalar?, _ allowed: AllowedCharacters) -> CharsetFault? {
        guard let scalar else { return .notText }
        if scalar == "\t" { return .strayed }
        if allowed.contains(scalar) { return nil }
        return scalar.isInvisible ? .invisible : .illegal
    }

    /// A selector or joiner behind a picture belongs to that picture: 👩‍💻 is one thing to whoever reads it.
    private mutating func joinEmoji() {
        for place in characters.indices.dropFirst() where faults[place] == .invisible && faults[place - 1] == .illegal {
            guard let scalar = characters[place].scalar, let before = characters[place - 1].scalar else { continue }
            if JudgedCharacters.isJoint(scalar), !before.isASCII, before.properties.isEmoji || before.value == 0xFE0F {
                faults[place] = .illegal
            }
        }
    }

    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0xFE0F || scalar.value == 0x200D }

    private mutating func markStraySpaces(before dot: Int?) {
        func isSpace(_ place: Int) -> Bool {
            characters.indices.contains(place) && (characters[place].scalar == " " || characters[place].scalar == "\t")
        }
        var sentences: [String] = []
        func tell(_ sentence: String) { if !sentences.contains(sentence) { sentences.append(sentence) } }
        var place = 0
        while place < characters.count {
            guard isSpace(place) else {
                place += 1
                continue
            }
            let end = (place..<characters.count).first { !isSpace($0) } ?? characters.count
            let run = place..<end
            if place == 0 { tell("begins with a space") }
            if end == characters.count, place > 0 { tell("ends with a space") }
            if let dot, end < characters.count, characters[end].range.lowerBound == dot {
                tell("has a space before its extension")
            }
            if run.count > 1 { tell("has several spaces in a row") }
            if run.contains(where: { characters[$0].scalar == "\t" }) { tell("has a tab") }
            let isStray =
                place == 0 || end == characters.count || run.count > 1
                || dot.map { end < characters.count && characters[end].range.lowerBound == $0 } == true
            if isStray { for space in run { faults[space] = .strayed } }
            place = end
        }
        straySpaces = sentences
    }

    private mutating func markLookAlikes() {
        var start = 0
        while start < characters.count {
            let end = (start..<characters.count).first { !isOfToken($0) } ?? characters.count
            if start < end { markLookAlikes(in: start..<end) }
            start = end + 1
        }
    }

    private func isOfToken(_ place: Int) -> Bool {
        guard let scalar = characters[place].scalar else { return false }
        if scalar.isASCII { return UInt8(scalar.value).isLetter || UInt8(scalar.value).isDecimal }
        return scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
    }

    /// Letters of two scripts in one token are a mistake only where those of one look like the other: `комп2K` is none.
    private mutating func markLookAlikes(in token: Range<Int>) {
        let letters = token.compactMap { place in
            characters[place].scalar.flatMap { scalar in Script(scalar).map { (place, scalar, $0) } }
        }
        let latin = letters.filter { $0.2 == .latin }
        let others = letters.filter { $0.2 != .latin }
        guard !latin.isEmpty, !others.isEmpty else { return }
        if others.allSatisfy({ LookAlikes.latin(for: $0.1) != nil }) {
            for letter in others { faults[letter.0] = .lookAlike }
        } else if latin.allSatisfy({ LookAlikes.looksCyrillic($0.1) }), latin.count < others.count,
            zip(letters, letters.dropFirst()).contains(where: { $0.2 != $1.2 && $0.0 + 1 == $1.0 })
        {
            for letter in latin { faults[letter.0] = .lookAlike }
        }
    }
}
