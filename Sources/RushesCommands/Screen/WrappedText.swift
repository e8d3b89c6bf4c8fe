/// Text for people, broken between words at the edge of a terminal.
enum WrappedText {
    /// Terminals narrower than this are not wrapped for: nothing would be left beside the indent.
    static let narrowest = 40

    /// A line, broken at spaces so that no part reaches the edge; a word longer than that stays whole, since it is a
    /// path that somebody copies.
    ///
    /// - Parameters:
    ///   - columns: of the terminal; 0 is none, and has no edge.
    ///   - indent: spaces in front of all parts but the first.
    static func of(_ line: String, columns: Int, indent: Int) -> String {
        guard columns >= narrowest, line.count >= columns else { return line }
        var (lines, current, count) = ([String](), "", 0)
        let margin = String(repeating: " ", count: indent)
        let start = line.prefix { $0 == " " }
        (current, count) = (String(start), start.count)
        var isFirst = true
        for word in line.dropFirst(start.count).split(separator: " ", omittingEmptySubsequences: false) {
            let width = word.count
            if !isFirst, !word.isEmpty, count + 1 + width >= columns {
                while current.last == " " { current.removeLast() }
                lines.append(current)
                (current, count) = (margin + word, indent + width)
            } else {
                current += (isFirst ? "" : " ") + word
                count += (isFirst ? 0 : 1) + width
            }
            isFirst = false
        }
        return (lines + [current]).joined(separator: "\n")
    }
}
