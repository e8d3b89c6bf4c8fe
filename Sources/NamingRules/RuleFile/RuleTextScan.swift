/// Follows the lines of a rule file: which brackets are open, and where texts begin.
///
/// It reads as libyaml does as far as that goes, and refuses what would need more: texts over several lines, tags,
/// anchors, aliases, directives. (YAML 1.1, chapters 5 to 9.)
struct RuleTextScan {
    private enum Place {
        /// A value or a key may begin here.
        case start
        /// In a text without quotes.
        case plain
        /// In a text in quotes of this kind.
        case quoted(UInt8)
    }

    private var place = Place.start
    /// How many brackets and braces are open.
    private var depth = 0
    private var number = 0

    /// Looks at the next line.
    mutating func take(_ line: ArraySlice<UInt8>) throws(RuleFileError) {
        number += 1
        try refuseHidden(line)
        // A text without quotes goes on in the next line only within brackets: elsewhere each line begins anew.
        if depth == 0 {
            place = .start
            try measureIndent(line)
        }
        var next = line.startIndex
        if depth == 0, line.starts(with: "---".utf8), isBlank(line, next + 3) { next += 3 }
        while next < line.endIndex {
            if isComment(line, next) { return place = .start }
            if case .quoted(UInt8(ascii: "\"")) = place, line[next] == UInt8(ascii: "\\") {
                next += 2
            } else {
                try take(line[next], isLast: isBlank(line, next + 1))
                next += 1
            }
        }
        if case .quoted = place {
            throw RuleFileError(
                .notYAML, line: number, "A text in quotes does not end on its line.",
                nextStep: "Close the quotes, or put the whole text in quotes where one of its own letters is a quote.")
        }
    }

    /// - Parameter isLast: whether a blank or nothing follows.
    private mutating func take(_ byte: UInt8, isLast: Bool) throws(RuleFileError) {
        switch (place, byte) {
        case (.quoted(let mark), _):
            if byte == mark { place = .start }
        case (_, UInt8(ascii: " ")), (_, UInt8(ascii: "\t")): break
        case (.start, UInt8(ascii: "[")), (.start, UInt8(ascii: "{")): try open()
        case (.plain, UInt8(ascii: "[")) where depth > 0, (.plain, UInt8(ascii: "{")) where depth > 0: try open()
        case (_, UInt8(ascii: "]")) where depth > 0, (_, UInt8(ascii: "}")) where depth > 0:
            depth -= 1
            place = .start
        case (_, UInt8(ascii: ",")) where depth > 0: place = .start
        case (_, UInt8(ascii: ":")) where isLast: place = .start
        case (.start, UInt8(ascii: ":")) where depth > 0: break
        case (.start, UInt8(ascii: "-")) where isLast: break
        case (.start, UInt8(ascii: "'")), (.start, UInt8(ascii: "\"")): place = .quoted(byte)
        case (.start, _) where RuleTextScan.special.contains(byte): throw meansSomethingElse(byte)
        default: place = .plain
        }
    }

    private mutating func open() throws(RuleFileError) {
        depth += 1
        place = .start
        guard depth <= RuleText.mostBrackets else { throw tooDeep }
    }

    /// What begins something other than a text in YAML: an anchor, an alias, a tag, a text of several lines, a
    /// directive, a key of several lines, or nothing at all.
    private static let special = Array("&*!|>%@`?".utf8)

    private func meansSomethingElse(_ byte: UInt8) -> RuleFileError {
        RuleFileError(
            .notYAML, line: number,
            "A text begins with \(Character(Unicode.Scalar(byte))), which means something else in YAML.",
            nextStep: "Put the text in quotes, on one line.")
    }

    private var tooDeep: RuleFileError {
        RuleFileError(
            .beyondLimits, line: number, "Lists and maps lie deeper within each other than any rule file needs.",
            nextStep: "Close the brackets that are open, and indent with few spaces.")
    }

    private func measureIndent(_ line: ArraySlice<UInt8>) throws(RuleFileError) {
        var first = line.startIndex
        var hasDash = false
        while first < line.endIndex, isBlank(line, first) || isIndicator(line[first]) && isBlank(line, first + 1) {
            hasDash = hasDash || !isBlank(line, first)
            first += 1
        }
        let isEmpty = !hasDash && (first == line.endIndex || line[first] == UInt8(ascii: "#"))
        guard isEmpty || first - line.startIndex <= RuleText.widestIndent else { throw tooDeep }
    }

    /// Characters that nobody sees, and that end lines or texts all the same: control characters, and the line ends of
    /// Unicode, U+0085, U+2028, U+2029; U+FEFF.
    private func refuseHidden(_ line: ArraySlice<UInt8>) throws(RuleFileError) {
        for place in line.indices {
            let byte = line[place]
            let rest = line[place...]
            guard
                byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F || rest.starts(with: [0xC2, 0x85])
                    || rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9])
                    || rest.starts(with: [0xEF, 0xBB, 0xBF])
            else { continue }
            throw RuleFileError(
                .notYAML, line: number, "A character that nobody sees stands there.",
                nextStep: "Write the line anew, without what was copied into it.")
        }
    }

    private func isComment(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
        guard line[index] == UInt8(ascii: "#") else { return false }
        switch place {
        case .start: return true
        case .plain: return index > line.startIndex && isBlank(line, index - 1)
        case .quoted: return false
        }
    }

    private func isIndicator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
    }

    /// Whether a blank stands there, or the line has ended.
    private func isBlank(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
        index >= line.endIndex || line[index] == UInt8(ascii: " ") || line[index] == UInt8(ascii: "\t")
    }
}
