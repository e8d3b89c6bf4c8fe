internal import CameraCards
internal import FileTree

/// Cards for people, one below the other.
final class ClipsTextPrinter: ClipsPrinter {
    private let output: Terminal
    private var isFirst = true

    init(_ output: Terminal) {
        self.output = output
    }

    func tell(_ report: CardReport, of path: RelativePath) {
        output.write((isFirst ? "" : "\n") + ClipsText(report, of: path, width: output.columns).text)
        isFirst = false
    }

    func tell(between findings: [CardFinding], unread: [DiskError]) {
        for line in findings.flatMap(ClipsText.lines) + unread.map(\.unreadableFolder) { output.write(line + "\n") }
    }
}
