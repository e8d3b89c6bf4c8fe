internal import EditorLogs
internal import Ingest
internal import Manifests
internal import NamingRules

/// Chooses words for a check.
protocol CheckPrinter {
    /// The folder is opened, and looked at from now on.
    func tell(began question: CheckQuestion)
    /// All that stands in the way of the page; nothing was looked at.
    func tell(obstacles: [LogError])
    /// The page that was written.
    func tell(_ written: [LogWriting.Written], in output: LogOutput)
    /// All of it.
    func tell(_ outcome: CheckOutcome)
}

/// A check for people: findings in groups, the worst first, and a last line that says it all.
struct CheckTextPrinter: CheckPrinter {
    private let output: Terminal

    init(_ output: Terminal) {
        self.output = output
    }

    func tell(began question: CheckQuestion) {}

    func tell(obstacles: [LogError]) { LogTextPrinter(output).tell(obstacles: obstacles) }

    func tell(_ written: [LogWriting.Written], in output: LogOutput) {
        for page in written { Terminal.standardError.write("Page: \(SafeText.of(output.name(of: page)))\n") }
    }

    func tell(_ outcome: CheckOutcome) {
        let columns = output.columns
        for group in outcome.groups { output.write(FindingText(group, columns: columns).text + "\n\n") }
        for remark in outcome.remarks {
            output.write(WrappedText.of(SafeText.of(remark), columns: columns, indent: 2) + "\n")
        }
        output.write(WrappedText.of(outcome.verdict, columns: columns, indent: 2) + "\n")
    }
}

/// A check for programs; documented in `docs/json.md`.
struct CheckJSONPrinter: CheckPrinter {
    private let output: Terminal
    private let lines: JSONLines

    init(_ output: Terminal) {
        self.output = output
        lines = JSONLines(output)
    }

    func tell(began question: CheckQuestion) { lines.write(CheckBeganLine(question)) }

    func tell(obstacles: [LogError]) { LogJSONPrinter(output).tell(obstacles: obstacles) }

    func tell(_ written: [LogWriting.Written], in output: LogOutput) {
        LogJSONPrinter(self.output).tell(written, in: output)
    }

    func tell(_ outcome: CheckOutcome) {
        for group in outcome.groups {
            for finding in group.findings { lines.write(CheckFindingLine(finding, type: group.type)) }
        }
        for chain in outcome.report.chains.chains { lines.write(ChainLine(chain)) }
        for remark in outcome.remarks { lines.write(LogRemarkLine(message: remark)) }
        lines.write(CheckSummaryLine(outcome))
    }
}
