internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// Words for people: talk and progress on one stream, the answer on the other.
final class SafePeoplePrinter: EventPrinter {
    private let output: Terminal
    private var progress: ReadProgress
    private var lacking: [SafeAnswer.LackingFile] = []
    private var lackingCount = 0

    init(output: Terminal, talk: Terminal) {
        self.output = output
        progress = ReadProgress(talk)
    }

    func tell(_ event: SafeEvent) {
        switch event {
        case .reading(let path, let files, let size):
            progress.begin()
            progress.say("\(SafeText.of(path)): \(counted(files, "file")), \(size) to read.")
        case .progress(let read, let size): progress.show(read, of: size)
        case .lacking(let file):
            lackingCount += 1
            if lacking.count < SafeReport.most { lacking.append(file) }
        case .finished(let answer):
            progress.clear()
            output.write(SafeReport(answer, lacking: lacking, lackingCount: lackingCount).text)
        }
    }

    func tellInterrupted() { progress.sayStopping() }

    func end(_ status: RunStatus) { progress.clear() }
}
