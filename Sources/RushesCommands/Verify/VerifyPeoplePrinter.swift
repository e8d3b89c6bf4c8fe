internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// Words for people: talk and progress on one stream, what came of each path on the other.
final class VerifyPeoplePrinter: EventPrinter {
    private let output: Terminal
    private let namesEachPath: Bool
    private let sizesOnly: Bool
    private var progress: ReadProgress
    private var findings = BoundedFindings()
    private var files = 0
    private var suspects = 0

    /// Files that are said to differ while others are still read; the report names them all the same.
    private static let mostSuspectsSaid = 20

    init(output: Terminal, talk: Terminal, request: VerifyRequest) {
        self.output = output
        namesEachPath = request.paths.count > 1
        sizesOnly = request.sizesOnly
        progress = ReadProgress(talk)
    }

    func tell(_ event: VerifyEvent) {
        switch event {
        case .refused(let error): progress.say(error.words)
        case .began(let path, let witnesses, let files, let size):
            begin(files)
            let manifests = counted(witnesses.count, "manifest")
            let work = sizesOnly ? "to compare by size" : "to compare, \(size) to read"
            progress.say("\(SafeText.of(path)): \(manifests), \(counted(files, "file")) \(work).")
        case .progress(let read, let size): progress.show(read, of: size)
        case .suspect(let path):
            suspects += 1
            guard suspects <= Self.mostSuspectsSaid else { return }
            progress.say("\(SafeText.of(path)) differs; it is read once more.")
        case .file(let finding): findings.take(finding)
        case .finished(let outcome):
            progress.clear()
            if namesEachPath { output.write("\(SafeText.of(outcome.argument)):\n") }
            output.write(VerifyReport(outcome, findings, listed: files).text)
        }
    }

    func tellInterrupted() { progress.sayStopping() }

    func end(_ status: RunStatus) { progress.clear() }

    private func begin(_ files: Int) {
        findings = BoundedFindings()
        suspects = 0
        self.files = files
        progress.begin()
    }
}
