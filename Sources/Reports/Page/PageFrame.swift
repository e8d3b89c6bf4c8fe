/// What stands around the sections.
enum PageFrame {
    /// Up to the first section.
    ///
    /// The policy lets a browser load nothing and run nothing, whatever stood in a name.
    ///
    /// - Parameter style: what the page has besides the style of all.
    static func begin(_ title: String, _ page: inout HTMLWriter, style: (inout HTMLWriter) -> Void = { _ in }) {
        page.markup(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
            img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="rushes">

            """)
        page.element("title", nil, title)
        page.line()
        page.markup("<style>\n")
        page.markup(PageStyle.sheet)
        style(&page)
        page.markup("\n</style>\n</head>\n<body>\n")
    }

    /// Behind the last section.
    static func end(
        _ page: inout HTMLWriter,
        words: String = "TC out is the frame behind the last one. Lengths are exact and cut off, never rounded up. "
            + "A dash stands where nobody said anything."
    ) {
        page.element("footer") { $0.element("p", nil, words) }
        page.markup("\n</body>\n</html>\n")
    }

    /// A section with its heading.
    static func section(
        _ heading: String, _ kind: StaticString, _ page: inout HTMLWriter, content: (inout HTMLWriter) -> Void
    ) {
        page.element("section", kind) { page in
            page.line()
            page.element("h2", nil, heading)
            page.line()
            content(&page)
        }
        page.line()
    }

    /// The head of a table, which print repeats on every sheet.
    static func head(_ columns: [Column], _ page: inout HTMLWriter) {
        page.markup("<thead><tr>")
        for column in columns { page.element("th", column.kind, column.title) }
        page.markup("</tr></thead>\n")
    }

    /// A column of a table.
    struct Column {
        let title: String
        let kind: StaticString?

        init(_ title: String, _ kind: StaticString? = nil) {
            self.title = title
            self.kind = kind
        }

        /// One with numbers, which stand below each other.
        static func number(_ title: String) -> Column { Column(title, "n") }
    }
}

extension HTMLWriter {
    /// A cell; a dash where nothing is known.
    mutating func cell(_ text: String?, _ kind: StaticString? = nil) {
        guard let text, !text.isEmpty else { return markup("<td class=\"none\">–</td>") }
        element("td", kind, text)
    }

    /// A second line in a cell, less loud.
    mutating func aside(_ text: String?) {
        guard let text, !text.isEmpty else { return }
        element("small", nil, text)
    }
}

/// A count with its word: `1 clip`, `1,200 clips`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}

/// A number with commas between thousands.
func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0, text != "-" { text += "," }
        text.append(digit)
    }
    return text
}
