/// A rule file's text, looked at before YAML is read from it.
///
/// The reader of YAML calls itself for every list within a list and copies what aliases stand for, so a small file could
/// exhaust stack and memory. Nothing of that is needed in a rule file: brackets nest a little, texts end on their line,
/// and nothing stands for something else.
struct RuleText {
    /// A rule file has so many bytes at most: all rules of a film fill a few pages.
    static let mostBytes = 65_536
    /// Brackets and braces within each other.
    static let mostBrackets = 32
    /// Columns before the first word of a line, dashes included: each level of lists and maps takes one at least.
    static let widestIndent = 64

    /// The text, without the mark of byte order that Windows writes.
    let text: String

    /// Looks through a file.
    init(_ bytes: [UInt8]) throws(RuleFileError) {
        guard bytes.count <= RuleText.mostBytes else {
            throw RuleFileError(
                .beyondLimits, line: nil, "It has more than \(RuleText.mostBytes) bytes, and no rule file has.",
                nextStep: "Make sure that this is the rule file.")
        }
        let own = bytes.starts(with: RuleText.byteOrderMark) ? bytes[RuleText.byteOrderMark.count...] : bytes[...]
        guard let text = String(validating: own, as: UTF8.self) else {
            throw RuleFileError(.notYAML, line: nil, "It is not UTF-8.", nextStep: "Save it as UTF-8.")
        }
        self.text = text
        var scan = RuleTextScan()
        for line in RuleText.lines(of: own) { try scan.take(line) }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The lines, ended by LF, CR and LF, or CR, as YAML has them.
    private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        var place = start
        while place < bytes.endIndex {
            let byte = bytes[place]
            place += 1
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
            lines.append(bytes[start..<(place - 1)])
            if byte == UInt8(ascii: "\r"), place < bytes.endIndex, bytes[place] == UInt8(ascii: "\n") { place += 1 }
            start = place
        }
        return lines + [bytes[start...]]
    }
}
