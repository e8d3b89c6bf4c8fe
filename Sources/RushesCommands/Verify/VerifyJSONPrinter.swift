internal import Custody
internal import FileTree
internal import Manifests

/// One JSON object per line for programs; documented in `docs/json.md`.
final class VerifyJSONPrinter: EventPrinter {
    private let lines: JSONLines
    private var path = ""
    private var lastProgress: Int64 = 0

    init(output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ event: VerifyEvent) {
        switch event {
        case .refused(let error): lines.write(RefusedLine(error))
        case .began(let path, let witnesses, let files, let size):
            self.path = path
            lines.write(BeganLine(path: path, manifests: witnesses.count, files: files, bytes: size.bytes))
        case .progress(let read, let size): tell(read, of: size)
        case .suspect(let path): lines.write(SuspectLine(path))
        case .file(let finding): lines.write(FileLine(finding))
        case .finished(let outcome):
            for witness in outcome.witnesses { lines.write(ManifestLine(witness)) }
            for problem in outcome.problems { lines.write(FindingLine(problem)) }
            for error in outcome.unreadableFolders { lines.write(UnreadableFolderLine(error)) }
            for manifest in outcome.recorded { lines.write(RecordedLine(manifest)) }
            for error in outcome.notRecorded { lines.write(NotRecordedLine(error)) }
            lines.write(VerifiedLine(outcome))
        }
    }

    func tellInterrupted() {}

    func end(_ status: RunStatus) { lines.write(EndLine(status: status.rawValue)) }

    private func tell(_ read: ByteCount, of size: ByteCount) {
        let now = Machine.ticks
        guard now - lastProgress >= JSONLines.betweenProgress else { return }
        lastProgress = now
        lines.write(ReadLine(path: path, bytes_read: read.bytes, bytes: size.bytes))
    }
}
