internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// Words for people: talk and progress on one stream, what came of it on the other.
final class SealPeoplePrinter: EventPrinter, RefusalPrinter {
    private let output: Terminal
    private let folder: String
    private var progress: ReadProgress

    init(output: Terminal, talk: Terminal, folder: String) {
        self.output = output
        self.folder = folder
        progress = ReadProgress(talk)
    }

    func tell(_ event: SealEvent) {
        switch event {
        case .began(let files, let size):
            progress.begin()
            progress.say("\(SafeText.of(folder)): \(counted(files, "file")), \(size) to read.")
        case .progress(let read, let size): progress.show(read, of: size)
        case .finished(let outcome):
            progress.clear()
            output.write(SealReport(outcome).text)
        }
    }

    func tell(refusal: CustodyError) { progress.say(refusal.words) }

    func tellInterrupted() { progress.sayStopping() }

    func end(_ status: RunStatus) { progress.clear() }
}
