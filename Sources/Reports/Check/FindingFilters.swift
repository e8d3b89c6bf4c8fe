internal import NamingRules

/// Boxes that hide findings by weight, rule and kind: the style does it, nothing has to run.
struct FindingFilters {
    private let severities: [Severity]
    private let rules: [String]
    private let codes: [FindingCode]

    /// Filters that have something to choose among these groups, rules as their file has them.
    init(_ groups: [FindingGroup], _ settings: [RuleSettings]) {
        let (weights, kinds) = (Set(groups.map(\.kind.severity)), Set(groups.map(\.kind.code)))
        severities = Severity.allCases.filter(weights.contains)
        codes = FindingCode.allCases.filter(kinds.contains)
        let found = Set(groups.map(\.kind.rule))
        let inFile = settings.map(\.id).filter(found.contains)
        rules = inFile + found.subtracting(inFile).sorted()
    }

    /// What a box is of, as its name in the style begins.
    private enum Kind: CaseIterable {
        case severity, rule, code

        var letter: StaticString {
            switch self {
            case .severity: "s"
            case .rule: "r"
            case .code: "c"
            }
        }

        var title: String {
            switch self {
            case .severity: "Weight"
            case .rule: "Rule"
            case .code: "Finding"
            }
        }
    }

    private func words(of kind: Kind) -> [String] {
        switch kind {
        case .severity: severities.map(\.plural)
        case .rule: rules
        case .code: codes.map { $0.isOfVersions ? "\($0.rawValue) \($0.title)" : $0.title }
        }
    }

    /// What hides a group whose box is not ticked.
    func writeStyle(to page: inout HTMLWriter) {
        for kind in Kind.allCases {
            for number in words(of: kind).indices {
                page.markup("\nbody:has(#")
                write(kind, number, to: &page)
                page.markup(":not(:checked)) .")
                write(kind, number, to: &page)
                page.markup(" { display: none; }")
            }
        }
    }

    /// The boxes, all ticked.
    func write(to page: inout HTMLWriter) {
        guard !rules.isEmpty else { return }
        page.element("form", "filters") { page in
            page.line()
            for kind in Kind.allCases where words(of: kind).count > 1 {
                page.element("fieldset") { page in
                    page.element("legend", nil, kind.title)
                    for (number, word) in words(of: kind).enumerated() {
                        page.markup("<label><input type=\"checkbox\" checked id=\"")
                        write(kind, number, to: &page)
                        page.markup("\"> ")
                        page.text(word)
                        page.markup("</label>")
                    }
                }
                page.line()
            }
            page.markup("<button type=\"reset\">Show all</button>\n")
        }
        page.line()
    }

    /// The marks by which the style finds a group: `s0 r2 c5`.
    func writeMarks(of kind: FindingList.Kind, to page: inout HTMLWriter) {
        let places = [
            (Kind.severity, severities.firstIndex(of: kind.severity)), (.rule, rules.firstIndex(of: kind.rule)),
            (.code, codes.firstIndex(of: kind.code)),
        ]
        for case (let kind, let number?) in places {
            page.markup(" ")
            write(kind, number, to: &page)
        }
    }

    private func write(_ kind: Kind, _ number: Int, to page: inout HTMLWriter) {
        page.markup(kind.letter)
        page.number(number)
    }
}

extension Severity {
    /// Several of them, for a box.
    fileprivate var plural: String {
        switch self {
        case .error: "Errors"
        case .warn: "Warnings"
        case .info: "Notes"
        }
    }
}
