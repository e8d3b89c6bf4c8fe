internal import Ingest
internal import Manifests
internal import NamingRules

/// Chooses words for a check.
protocol CheckPrinter {
    /// All of it.
    func tell(_ outcome: CheckOutcome)
}

/// A check for people: findings in groups, the worst first, and a last line that says it all.
struct CheckTextPrinter: CheckPrinter {
    private let output: Terminal

    init(_ output: Terminal) {
        self.output = output
    }

    func tell(_ outcome: CheckOutcome) {
        let columns = output.columns
        for group in outcome.groups { output.write(FindingText(group, columns: columns).text + "\n\n") }
        output.write(WrappedText.of(outcome.verdict, columns: columns, indent: 2) + "\n")
    }
}

/// A check for programs; documented in `docs/json.md`.
struct CheckJSONPrinter: CheckPrinter {
    private let lines: JSONLines

    init(_ output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ outcome: CheckOutcome) {
        for group in outcome.groups {
            for finding in group.findings { lines.write(CheckFindingLine(finding, type: group.type)) }
        }
        lines.write(CheckSummaryLine(outcome))
    }
}
