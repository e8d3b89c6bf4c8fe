internal import FileTree
internal import NamingRules

/// What was checked, against what, when, and what it came to.
struct CheckHeading {
    private let report: CheckReport
    private let question: CheckPage.Question

    init(_ report: CheckReport, _ question: CheckPage.Question) {
        (self.report, self.question) = (report, question)
    }

    func write(to page: inout HTMLWriter) {
        page.element("header") { page in
            page.element("h1", nil, "Check of \(question.folder)")
            page.element("p", nil, question.verdict)
            page.element("p", nil, "Checked \(question.at.utc.moment)")
            for remark in report.remarks { page.element("p", nil, remark) }
        }
        page.line()
        page.element("section", "totals") { page in
            page.element("dl") { page in
                let weights: [(Severity, String, StaticString)] = [
                    (.error, "Errors", "act"), (.warn, "Warnings", "check"), (.info, "Notes", "none"),
                ]
                for (severity, word, colour) in weights {
                    let count = report.findings.count(of: severity)
                    total(word, count, count == 0 ? "none" : colour, to: &page)
                }
                total("Names", report.named.things.count, nil, to: &page)
                total("Sequences", report.named.sequences.count, nil, to: &page)
                total("Chains of versions", report.chains.chains.count + report.chains.unlisted, nil, to: &page)
            }
        }
        page.line()
    }

    private func total(_ word: String, _ count: Int, _ colour: StaticString?, to page: inout HTMLWriter) {
        page.element("div") { page in
            page.element("dt", nil, word)
            page.element("dd", colour, grouped(count))
        }
    }
}
