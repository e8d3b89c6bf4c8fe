internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// Words for people: talk and progress on one stream, the differences on the other.
final class DiffPeoplePrinter: EventPrinter {
    private let request: DiffRequest
    private let output: Terminal
    private var progress: ReadProgress
    private var findings: [DiffReport.Kind: (shown: [DiffFinding], count: Int)] = [:]

    init(_ request: DiffRequest, output: Terminal, talk: Terminal) {
        self.request = request
        self.output = output
        progress = ReadProgress(talk)
    }

    func tell(_ event: DiffEvent) {
        switch event {
        case .began(let first, let second, let size):
            progress.begin()
            let files = "\(grouped(first)) and \(counted(second, "file"))"
            let toRead = size.bytes == 0 ? "nothing to read" : "\(size) to read"
            progress.say("\(SafeText.of(request.first)), \(SafeText.of(request.second)): \(files), \(toRead).")
        case .progress(let read, let size): progress.show(read, of: size)
        case .file(let finding): take(finding)
        case .finished(let outcome):
            progress.clear()
            output.write(DiffReport(request, outcome, findings).text)
        }
    }

    func tellInterrupted() { progress.sayStopping() }

    func end(_ status: RunStatus) { progress.clear() }

    private func take(_ finding: DiffFinding) {
        guard let kind = DiffReport.Kind(finding.change) else { return }
        findings[kind, default: ([], 0)].count += 1
        if (findings[kind]?.shown.count ?? 0) < DiffReport.most { findings[kind]?.shown.append(finding) }
    }
}
