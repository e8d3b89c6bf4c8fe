extension FieldType {
    /// What it may be, for people: `v and 3 digits`.
    var words: String {
        switch self {
        case .text(let text): text.inWords
        case .integer(let integer): integer.inWords
        case .version(let version): "\(version.prefix)\(version.prefix.isEmpty ? "" : " and ")\(version.digits.inWords)"
        case .frame(let pad): pad > 1 ? "\(pad) digits or more" : "a number"
        case .date(let date): "a date \(date.rawValue)"
        }
    }

    /// Of longer lists so many words are told.
    fileprivate static let mostWordsTold = 8
}

extension FieldType.Digits {
    fileprivate var inWords: String {
        switch (least, most) {
        case (let least, let most?) where least == most: "\(least) digit\(least == 1 ? "" : "s")"
        case (let least, let most?): "\(least) to \(most) digits"
        case (...1, nil): "a number without zeros before it"
        case (let least, nil): "\(least) digits"
        }
    }
}

extension FieldType.IntegerField {
    fileprivate var inWords: String {
        let bounds = range.map { ", from \($0.lowerBound) to \($0.upperBound)" } ?? ""
        return digits.inWords + bounds + (step > 1 ? ", in steps of \(step)" : "")
    }
}

extension FieldType.TextField {
    fileprivate var inWords: String {
        if let pattern { return "written like \(pattern)" }
        guard words.isEmpty else { return list }
        let characters = charset.map { "of \($0)" } ?? "letters and digits"
        return [count.map { "\($0) \(characters)" } ?? characters, letterCase?.inWords].compactMap(\.self)
            .joined(separator: ", ")
    }

    private var count: String? {
        switch (length.lowerBound, length.upperBound) {
        case (1, 255): nil
        case (let least, 255): "at least \(least)"
        case (let least, let most): least == most ? "\(least)" : "\(least) to \(most)"
        }
    }

    private var list: String {
        guard words.count <= FieldType.mostWordsTold else {
            let told = words.prefix(FieldType.mostWordsTold)
            return "\(told.joined(separator: ", ")) or one of \(words.count - told.count) more"
        }
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) or \(last)"
    }
}

extension FieldType.LetterCase {
    fileprivate var inWords: String {
        switch self {
        case .upper: "in capitals"
        case .lower: "in small letters"
        case .camel: "writtenLikeThis"
        case .pascal: "WrittenLikeThis"
        }
    }
}
