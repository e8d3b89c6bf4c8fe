internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// Words for people: talk and progress on one stream, what came of the copy on the other.
final class HealPeoplePrinter: EventPrinter {
    private let output: Terminal
    private var progress: ReadProgress
    private var findings: [HealFinding] = []
    private var count = 0

    init(output: Terminal, talk: Terminal) {
        self.output = output
        progress = ReadProgress(talk)
    }

    func tell(_ event: HealEvent) {
        switch event {
        case .reading(let path, let files, let size):
            progress.begin()
            progress.say("\(SafeText.of(path)): \(counted(files, "file")), \(size) to read.")
        case .progress(let read, let size): progress.show(read, of: size)
        case .file(let finding):
            count += 1
            if findings.count < HealReport.most { findings.append(finding) }
        case .finished(let outcome):
            progress.clear()
            output.write(HealReport(outcome, findings: findings, count: count).text)
        }
    }

    func tellInterrupted() { progress.sayStopping() }

    func end(_ status: RunStatus) { progress.clear() }
}
