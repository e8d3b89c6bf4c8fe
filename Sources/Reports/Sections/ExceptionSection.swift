internal import EditorLogs

/// What somebody should look at, before anything else.
struct ExceptionSection {
    /// Exceptions of one kind that are shown: more are no list that anybody reads.
    static let most = 100

    private let exceptions: [LogException]
    private let remarks: [String]

    /// - Parameter remarks: what could not be done for the page itself.
    init(_ exceptions: [LogException], remarks: [String]) {
        (self.exceptions, self.remarks) = (exceptions, remarks)
    }

    func write(to page: inout HTMLWriter) {
        PageFrame.section("Look at this first", "look", &page) { page in
            let groups = Dictionary(grouping: exceptions, by: \.code)
            if groups.isEmpty { page.markup("<p>Nothing was found that somebody should look at.</p>\n") }
            for code in LogException.Code.inOrderOfPage {
                if let exceptions = groups[code] { write(exceptions, of: code, to: &page) }
            }
            for remark in remarks {
                page.element("article") { page in
                    page.element("h3", nil, "Pictures")
                    page.element("p", nil, remark)
                }
                page.line()
            }
        }
    }

    private func write(_ exceptions: [LogException], of code: LogException.Code, to page: inout HTMLWriter) {
        page.element("article", code.urgency.band) { page in
            page.element("div") { page in
                page.element("h3", nil, code.title)
                page.element("span", code.urgency.colour, "\(code.urgency.word) · \(grouped(exceptions.count))")
            }
            page.line()
            page.element("ul") { page in
                // What all of them ask for is asked once, below them.
                let shared = Set(exceptions.map(\.nextStep)).count == 1 && exceptions.count > 1
                for exception in exceptions.prefix(Self.most) {
                    write(exception, withNextStep: !shared, to: &page)
                }
                if exceptions.count > Self.most {
                    let more = grouped(exceptions.count - Self.most)
                    page.element("li", "next", "… and \(more) more; rushes log --format json lists all.")
                }
                if shared, let next = exceptions.first?.nextStep, !next.isEmpty { page.element("li", "next", next) }
            }
        }
        page.line()
    }

    private func write(_ exception: LogException, withNextStep: Bool, to page: inout HTMLWriter) {
        page.element("li") { page in
            let place = exception.clip.isEmpty ? exception.roll : exception.clip
            if !place.isEmpty {
                page.element("b", nil, place)
                page.text(" ")
            }
            page.text(exception.sentence)
            guard withNextStep, !exception.nextStep.isEmpty else { return }
            page.text(" ")
            page.element("i", nil, exception.nextStep)
        }
        page.line()
    }
}

extension Urgency {
    fileprivate var band: StaticString {
        switch self {
        case .act: "act-band"
        case .check: "check-band"
        case .know: "know-band"
        }
    }

    fileprivate var colour: StaticString {
        switch self {
        case .act: "act"
        case .check: "check"
        case .know: "none"
        }
    }
}
