internal import CameraCards
internal import FileTree
internal import Ingest

/// Cards for people, one below the other.
final class ClipsTextPrinter: ClipsPrinter {
    private let output: Terminal
    private var isFirst = true
    /// What could not be looked at on any of the cards; each once.
    private var remarks: [String] = []

    init(_ output: Terminal) {
        self.output = output
    }

    func tell(_ report: CardReport, of path: RelativePath) {
        output.write((isFirst ? "" : "\n") + ClipsText(report, of: path, width: output.columns).text)
        isFirst = false
        for remark in report.remarks where !remarks.contains(remark) { remarks.append(remark) }
    }

    func tell(between findings: [CardFinding], unread: [DiskError]) {
        let lines = findings.flatMap(ClipsText.lines) + unread.map(\.unreadableFolder) + remarks.map { SafeText.of($0) }
        if !isFirst, !lines.isEmpty { output.write("\n") }
        for line in lines { output.write(line + "\n") }
    }
}
