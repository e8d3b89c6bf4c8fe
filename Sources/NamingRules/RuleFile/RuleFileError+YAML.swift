internal import Yams

extension RuleFileError {
    /// What the reader of YAML says, in our words, with the line.
    ///
    /// - Parameter lines: how many the file has: what is missing at the end is told by YAML on the line behind it.
    init(yaml error: any Error, lines: Int) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            let (sentence, nextStep) = RuleFileError.words(for: problem)
            self.init(.notYAML, line: min(mark.line, lines), sentence, nextStep: nextStep)
        case .composer(_, _, let mark, _):
            self.init(
                .notYAML, line: min(mark.line, lines), "A second document begins here.",
                nextStep: "Take out the line of dashes.")
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(
                .notYAML, line: min(context.mark.line, lines),
                "The key \(keys.first ?? "") stands twice in one map, here first.",
                nextStep: "Take one of the two out.")
        default:
            self.init(
                .notYAML, line: nil, "It is not YAML.", nextStep: "Compare it with a preset: rushes check --explain.")
        }
    }

    /// What each complaint of libyaml means to somebody who writes a rule file; what is not told apart here is a line
    /// that fits nowhere.
    private static func words(for problem: String) -> (String, String) {
        switch problem {
        case "mapping values are not allowed in this context":
            (
                "A colon stands where no key can be.",
                "Put a text that has a colon in it in quotes, or indent the line as its neighbours are."
            )
        case "could not find expected ':'":
            ("A key without a colon.", "Write key: value, and put texts of several lines on one line.")
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            ("A list or map in brackets lacks a comma or its end.", "Write the comma, or close the bracket.")
        case "found character that cannot start any token", "found a tab character that violates indentation":
            ("A tab, or a character that no text can begin with.", "Indent with spaces, and put such a text in quotes.")
        case "did not find expected key", "did not find expected '-' indicator":
            ("The line is indented otherwise than what it belongs to.", "Indent all lines of a map or list alike.")
        case "found unknown escape character":
            ("A backslash in double quotes means something else in YAML.", "Put the text in single quotes.")
        default:
            (
                "The line does not fit to what stands before it.",
                "Look for a bracket, quote or colon that is missing, and at how the lines are indented."
            )
        }
    }
}
