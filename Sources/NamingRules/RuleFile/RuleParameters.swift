/// The keys of one map in a rule file, taken one by one; what is left at the end means nothing there.
public struct RuleParameters: Sendable {
    /// What the map is, for sentences: `rule N6`.
    public private(set) var subject: String
    /// The line it begins on.
    public let line: Int
    private var members: [RuleNode.Member]

    /// Takes a map.
    public init(_ node: RuleNode, of subject: String) throws(RuleFileError) {
        guard case .map(let members) = node.content else {
            throw RuleFileError(
                .value, line: node.line, "The \(subject) is not a map.",
                nextStep: "Write it as {key: value, …} or as indented lines.")
        }
        (self.subject, line, self.members) = (subject, node.line, members)
    }

    /// The same values under another name.
    func renamed(_ subject: String) -> RuleParameters {
        var copy = self
        copy.subject = subject
        return copy
    }

    /// The keys that are left, in the order of the file.
    public var keys: [String] { members.map(\.key) }

    /// Takes a value out; nil where the key is not there.
    public mutating func take(_ key: String) -> RuleNode? {
        guard let place = members.firstIndex(where: { $0.key == key }) else { return nil }
        return members.remove(at: place).value
    }

    /// The members that are left, for maps whose keys are names of somebody's choice.
    public mutating func takeAll() -> [RuleNode.Member] {
        defer { members = [] }
        return members
    }

    /// A text.
    public mutating func text(_ key: String) throws(RuleFileError) -> String? {
        guard let node = take(key) else { return nil }
        guard case .text(let text) = node.content else { throw wrong(key, node, "a text") }
        return text
    }

    /// A text that must be there.
    public mutating func requiredText(_ key: String) throws(RuleFileError) -> String {
        if let text = try text(key) { return text }
        throw RuleFileError(.value, line: line, "The \(subject) has no \(key).", nextStep: "Write \(key): …")
    }

    /// A list of texts; a text alone is a list of one.
    public mutating func texts(_ key: String) throws(RuleFileError) -> [String]? {
        guard let node = take(key) else { return nil }
        switch node.content {
        case .text(let text): return [text]
        case .map: throw wrong(key, node, "a list of texts")
        case .list(let list):
            var texts: [String] = []
            for value in list {
                guard case .text(let text) = value.content else { throw wrong(key, value, "a list of texts") }
                texts.append(text)
            }
            return texts
        }
    }

    /// A whole number in a range.
    public mutating func integer(_ key: String, in range: ClosedRange<Int>) throws(RuleFileError) -> Int? {
        guard let node = take(key) else { return nil }
        guard case .text(let text) = node.content, let number = Int(text), range.contains(number) else {
            throw wrong(key, node, "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Yes or no.
    public mutating func flag(_ key: String) throws(RuleFileError) -> Bool? {
        guard let node = take(key) else { return nil }
        switch node.content {
        case .text("true"), .text("yes"): return true
        case .text("false"), .text("no"): return false
        default: throw wrong(key, node, "true or false")
        }
    }

    /// One of a few words.
    public mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type = Word.self
    ) throws(RuleFileError) -> Word? where Word.RawValue == String {
        guard let node = take(key) else { return nil }
        guard case .text(let text) = node.content, let word = Word(rawValue: text) else {
            throw unknown(key, node, "is", among: Word.allCases.map(\.rawValue))
        }
        return word
    }

    /// Refuses what is left.
    public func finish() throws(RuleFileError) {
        guard let left = members.first else { return }
        throw RuleFileError(
            .unknownKey, line: left.line, "The \(subject) has a key that means nothing: \(left.key).",
            nextStep: "Take it out, or mend its spelling.")
    }

    /// Refuses a key that is none of these, before anything that a misspelt one leads to.
    func refuse(allBut known: Set<String>) throws(RuleFileError) {
        var others = self
        others.members.removeAll { known.contains($0.key) }
        try others.finish()
    }

    /// The error for a word that is none of a few.
    ///
    /// - Parameter verb: `is` for a single word, `has` for one of a list.
    func unknown(_ key: String, _ node: RuleNode, _ verb: String = "has", among words: [String]) -> RuleFileError {
        let known = words.joined(separator: ", ")
        guard case .text(let text) = node.content else { return wrong(key, node, "one of \(known)") }
        return RuleFileError(
            .value, line: node.line, "\(key) of the \(subject) \(verb) \(text); it takes \(known).",
            nextStep: words.count == 1 ? "Write it so, or leave the key out." : "Write one of them.")
    }

    /// The error for a value that is not what it should be.
    public func wrong(_ key: String, _ node: RuleNode, _ expected: String) -> RuleFileError {
        RuleFileError(
            .value, line: node.line, "\(key) of the \(subject) is not \(expected).", nextStep: "Write \(expected).")
    }
}
