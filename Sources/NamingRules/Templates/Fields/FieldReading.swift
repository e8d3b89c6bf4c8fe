extension TemplateField {
    /// Reads a field of the map `fields`: `version: {type: version, prefix: v, pad: 3}`.
    init(_ member: RuleNode.Member) throws(RuleFileError) {
        try TemplateSet.checkName(member.key, line: member.line, "field")
        var parameters = try RuleParameters(member.value, of: "field \(member.key)")
        let node = parameters
        guard let kind = try parameters.word("type", Kind.self) else {
            throw RuleFileError(
                .value, line: node.line, "The field \(member.key) has no type.",
                nextStep: "Write type: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")) (one of them).")
        }
        let type =
            switch kind {
            case .text: try FieldType.text(FieldType.TextField(&parameters))
            case .int: try FieldType.integer(FieldType.IntegerField(&parameters))
            case .version: try FieldType.version(FieldType.VersionField(&parameters))
            case .frame:
                FieldType.frame(pad: try parameters.integer("pad", in: 0...FieldType.mostPad) ?? 4)
            case .date: FieldType.date(try parameters.word("format") ?? .long)
            }
        try parameters.finish()
        try self.init(member.key, type, line: member.line)
    }

    private enum Kind: String, CaseIterable {
        case text, int, version, frame, date
    }
}

extension FieldType {
    /// Numbers are filled up to so many digits at most: the frames of a day of timecode have seven.
    fileprivate static let mostPad = 12
    /// A field lists so many words at most: a list of all shots belongs into a pull list.
    fileprivate static let mostWords = 500
}

extension FieldType.TextField {
    fileprivate init(_ parameters: inout RuleParameters) throws(RuleFileError) {
        let line = parameters.line
        charset = try parameters.text("charset")
        let length = try parameters.span("len", in: 1...255)
        self.length = length ?? self.length
        words = try parameters.texts("enum") ?? []
        pattern = try parameters.text("pattern")
        letterCase = try parameters.word("case")
        guard words.count <= FieldType.mostWords, Set(words).count == words.count else {
            throw RuleFileError(
                .value, line: line,
                "enum of the \(parameters.subject) has a word twice, or more than \(FieldType.mostWords).",
                nextStep: "List each word once, or describe them by charset and len.")
        }
        guard pattern == nil || charset == nil && length == nil && words.isEmpty && letterCase == nil else {
            throw RuleFileError(
                .value, line: line, "The \(parameters.subject) has a pattern and also charset, len, enum or case.",
                nextStep: "Write everything into the pattern, or leave it out.")
        }
    }
}

extension FieldType.IntegerField {
    fileprivate init(_ parameters: inout RuleParameters) throws(RuleFileError) {
        digits = try FieldType.Digits(&parameters) ?? digits
        range = try parameters.span("range", in: 0...999_999_999)
        step = try parameters.integer("step", in: 1...999_999_999) ?? step
        guard multiples != nil else {
            throw RuleFileError(
                .value, line: parameters.line, "No number fits the range, step and pad of the \(parameters.subject).",
                nextStep: "Widen the range, or mend the step.")
        }
    }
}

extension FieldType.VersionField {
    fileprivate init(_ parameters: inout RuleParameters) throws(RuleFileError) {
        prefix = try parameters.text("prefix") ?? prefix
        digits = try FieldType.Digits(&parameters) ?? digits
        start = try parameters.integer("start", in: 0...9_999) ?? start
        guard prefix.utf8.count <= FieldType.mostPad, prefix.unicodeScalars.allSatisfy(Charset.all.contains),
            prefix.unicodeScalars.last.map({ !Charset.digits.contains($0) }) ?? true
        else {
            throw RuleFileError(
                .value, line: parameters.line, "prefix of the \(parameters.subject) is too long, or ends with a digit.",
                nextStep: "Write a prefix like v.")
        }
    }
}

extension FieldType.Digits {
    /// Reads `pad: 3`, or `pad: [3, 4]` for 3 or 4 digits.
    fileprivate init?(_ parameters: inout RuleParameters) throws(RuleFileError) {
        var single = parameters
        guard let node = single.take("pad") else { return nil }
        guard let span = try parameters.span("pad", in: 0...FieldType.mostPad) else { return nil }
        guard case .list = node.content else {
            self.init(least: span.lowerBound, most: nil)
            return
        }
        guard span.lowerBound > 0 else {
            throw RuleFileError(
                .value, line: node.line, "pad of the \(parameters.subject) may be no digit at all.",
                nextStep: "Write at least 1.")
        }
        self.init(least: span.lowerBound, most: span.upperBound)
    }
}

extension RuleParameters {
    /// A whole number, or two of them as `[from, to]`.
    mutating func span(_ key: String, in range: ClosedRange<Int>) throws(RuleFileError) -> ClosedRange<Int>? {
        guard let node = take(key) else { return nil }
        let numbers =
            switch node.content {
            case .list(let list): list.map { RuleParameters.number($0, in: range) }
            default: [RuleParameters.number(node, in: range)]
            }
        if numbers.count == 2, let first = numbers[0], let last = numbers[1], last < first {
            throw RuleFileError(
                .value, line: node.line, "\(key) of the \(subject) goes from \(first) to \(last), which is backwards.",
                nextStep: "Write [\(last), \(first)].")
        }
        guard (1...2).contains(numbers.count), let first = numbers.first?.map(\.self),
            let last = numbers.last?.map(\.self), first <= last
        else {
            throw wrong(
                key, node,
                "a number from \(range.lowerBound) to \(range.upperBound), or two as [from, to], the smaller first")
        }
        return first...last
    }

    private static func number(_ node: RuleNode, in range: ClosedRange<Int>) -> Int? {
        guard case .text(let text) = node.content, let number = Int(text), range.contains(number) else { return nil }
        return number
    }
}
