internal import CameraCards

/// A card for programs: a line for each layout, each clip, and each finding.
struct ClipsJSONPrinter {
    private let lines: JSONLines

    init(_ output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ report: CardReport) {
        for line in report.cardLines { lines.write(line) }
        for record in report.clips { lines.write(ClipLine(record, on: report.card.tree)) }
        for finding in report.findings { lines.write(CardFindingLine(finding)) }
        for line in report.unreadLines { lines.write(line) }
        for remark in report.remarks { lines.write(RemarkLine(message: remark)) }
    }
}

/// What could not be looked at at all.
struct RemarkLine: Encodable {
    let type = "remark"
    let message: String
}
