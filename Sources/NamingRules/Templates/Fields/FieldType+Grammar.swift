extension FieldType {
    /// What it may be, for machines.
    func grammar() throws(PatternText.Refusal) -> NameGrammar {
        switch self {
        case .text(let text): try text.grammar()
        case .integer(let integer): integer.digits.grammar
        case .version(let version): .sequence([.text(version.prefix), version.digits.grammar])
        case .frame(let pad): .sequence([.sign, .digits(max(1, pad), FieldType.mostDigits)])
        case .date(.dashed): .sequence([.digits(4, 4), .text("-"), .digits(2, 2), .text("-"), .digits(2, 2)])
        case .date(.long): .digits(8, 8)
        case .date(.short): .digits(6, 6)
        }
    }

    /// What a person may have written for it.
    func meant(by grammar: NameGrammar) -> NameGrammar {
        let digits = NameGrammar.digits(1, FieldType.mostDigits)
        return switch self {
        case .text: grammar.inAnyCase
        case .integer: digits
        case .version(let version): .sequence([.text(version.prefix).inAnyCase, digits])
        case .frame: .sequence([.sign, digits])
        case .date: grammar
        }
    }
}

extension NameGrammar {
    fileprivate static let sign = NameGrammar.repeated(.character(Charset("-")), least: 0, most: 1)
}

extension FieldType.Digits {
    /// Digits filled up to the least, then only as many as the number needs, unless the most is told.
    fileprivate var grammar: NameGrammar {
        if let most { return .digits(least, most) }
        let needed = NameGrammar.sequence([
            .character(Charset([0x31...0x39])), .digits(max(least, 1), FieldType.mostDigits - 1),
        ])
        return .choice([needed, .digits(max(least, 1), max(least, 1))])
    }
}

extension FieldType.TextField {
    /// The characters it may have.
    func characters() throws(PatternText.Refusal) -> Charset {
        let set = try charset.map { text throws(PatternText.Refusal) in try PatternText.charset(of: text) }
        guard set?.isEmpty != true else { throw PatternText.Refusal(reason: "its charset is empty") }
        return set ?? .lettersAndDigits
    }

    fileprivate func grammar() throws(PatternText.Refusal) -> NameGrammar {
        if let pattern { return try PatternText.grammar(of: pattern) }
        guard words.isEmpty else { return try choice() }
        let characters = try characters()
        // No name is longer than 255: counting up to there is the same as not counting.
        let most = length.upperBound >= 255 ? nil : Optional(length.upperBound)
        guard let first = letterCase?.first(of: characters), let others = letterCase?.others(of: characters) else {
            return .repeated(.character(characters), least: length.lowerBound, most: most)
        }
        guard !first.isEmpty, !others.isEmpty else {
            throw PatternText.Refusal(reason: "its charset has no letters of the case it asks for")
        }
        return .sequence([
            .character(first),
            .repeated(.character(others), least: length.lowerBound - 1, most: most.map { $0 - 1 }),
        ])
    }

    /// One of the words, the longer ones first; each must be what set, length and case allow.
    private func choice() throws(PatternText.Refusal) -> NameGrammar {
        let characters = try charset == nil ? Charset.all : characters()
        for word in words {
            let scalars = Array(word.unicodeScalars)
            guard let first = scalars.first else { throw PatternText.Refusal(reason: "one of its words is empty") }
            guard scalars.allSatisfy({ characters.contains($0) }) else {
                throw PatternText.Refusal(reason: "its word \(word) has characters that are not in its charset")
            }
            guard length.contains(scalars.count) else {
                throw PatternText.Refusal(reason: "its word \(word) is not as long as its len says")
            }
            guard letterCase?.first(of: .all).contains(first) ?? true,
                scalars.dropFirst().allSatisfy({ letterCase?.others(of: .all).contains($0) ?? true })
            else { throw PatternText.Refusal(reason: "its word \(word) is not written in the case it asks for") }
        }
        return .choice(words.sorted { $0.utf8.count > $1.utf8.count }.map { .text($0) })
    }
}

extension FieldType.LetterCase {
    /// Which of the characters can stand first.
    fileprivate func first(of characters: Charset) -> Charset {
        switch self {
        case .upper: characters.subtracting(.smallLetters)
        case .lower: characters.subtracting(.capitals)
        case .camel: characters.intersection(.smallLetters)
        case .pascal: characters.intersection(.capitals)
        }
    }

    /// Which of the characters can follow.
    fileprivate func others(of characters: Charset) -> Charset {
        switch self {
        case .upper: characters.subtracting(.smallLetters)
        case .lower: characters.subtracting(.capitals)
        case .camel, .pascal: characters
        }
    }
}
