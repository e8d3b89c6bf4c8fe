internal import FileTree
internal import NamingRules

/// All findings, the worst first, in groups of one rule and kind.
struct FindingSection {
    /// Findings of one group that are shown: a page must open, and nobody reads more.
    static let most = 500

    private let groups: [FindingGroup]
    private let filters: FindingFilters

    init(_ groups: [FindingGroup], _ filters: FindingFilters) {
        (self.groups, self.filters) = (groups, filters)
    }

    func write(to page: inout HTMLWriter) {
        PageFrame.section("Findings", "look findings", &page) { page in
            if groups.isEmpty { page.markup("<p>Nothing was found.</p>\n") }
            for group in groups { write(group, to: &page) }
        }
    }

    private func write(_ group: FindingGroup, to page: inout HTMLWriter) {
        page.markup("<article class=\"")
        page.markup(group.kind.severity.band)
        filters.writeMarks(of: group.kind, to: &page)
        page.markup("\">\n")
        page.element("div") { page in
            page.element("h3", nil, "\(group.kind.rule) · \(group.kind.code.title)")
            page.element("span", group.kind.severity.colour, "\(group.kind.severity.word) · \(grouped(group.count))")
            let names = [group.type?.rawValue, group.kind.code.rawValue].compactMap(\.self)
            page.element("small", nil, names.joined(separator: ", "))
            page.element("small", nil, group.kind.code.why)
        }
        page.line()
        page.element("ul") { page in
            let shared = group.sharedNextStep
            for finding in group.findings.prefix(Self.most) { write(finding, withNextStep: shared == nil, to: &page) }
            let more = group.count - min(group.findings.count, Self.most)
            if more > 0 { page.element("li", "next", "… and \(grouped(more)) more; rushes check --json lists them.") }
            if let shared { page.element("li", "next", shared) }
        }
        page.markup("</article>\n")
    }

    private func write(_ finding: Finding, withNextStep: Bool, to page: inout HTMLWriter) {
        page.element("li") { page in
            if !finding.path.isRoot {
                page.element("code") { $0.path(finding.path.bytes, marked: finding.marked) }
            }
            if let sequence = finding.sequence { page.element("small") { $0.path(sequence, marked: nil) } }
            page.element("p") { page in
                page.text(finding.sentence)
                if withNextStep, !finding.nextStep.isEmpty {
                    page.text(" ")
                    page.element("i", nil, finding.nextStep)
                }
            }
            if let suggestion = finding.suggestion {
                page.element("p") { page in
                    page.text("Suggested: ")
                    page.element("code", nil, suggestion)
                }
            }
            for other in finding.others.prefix(Self.mostOthers) {
                page.element("code", "other") { $0.path(other.bytes, marked: nil) }
            }
            let more = finding.others.count - Self.mostOthers
            if more > 0 { page.aside("… and \(grouped(more)) more") }
        }
        page.line()
    }

    /// Other files of one finding that are shown.
    private static let mostOthers = 10
}

extension Severity {
    fileprivate var word: String {
        switch self {
        case .error: "Error"
        case .warn: "Warning"
        case .info: "Note"
        }
    }

    fileprivate var band: StaticString {
        switch self {
        case .error: "act-band"
        case .warn: "check-band"
        case .info: "know-band"
        }
    }

    fileprivate var colour: StaticString {
        switch self {
        case .error: "act"
        case .warn: "check"
        case .info: "none"
        }
    }
}
