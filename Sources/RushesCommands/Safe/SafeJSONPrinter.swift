internal import Custody
internal import FileTree
internal import Manifests

/// One JSON object per line for programs; documented in `docs/json.md`.
final class SafeJSONPrinter: EventPrinter {
    private let lines: JSONLines
    private var path = ""
    private var lastProgress: Int64 = 0

    init(output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ event: SafeEvent) {
        switch event {
        case .reading(let path, let files, let size):
            self.path = path
            lines.write(ReadingLine(path: path, files: files, bytes: size.bytes))
        case .progress(let read, let size): tell(read, of: size)
        case .lacking(let file): lines.write(LackingLine(file))
        case .finished(let answer):
            for place in answer.specials { lines.write(NotAFileLine(place, kind: "special")) }
            for place in answer.systemPlaces { lines.write(NotAFileLine(place, kind: "system")) }
            for place in answer.mounts { lines.write(NotAFileLine(place, kind: "mount")) }
            for error in answer.unreadableFolders { lines.write(UnreadableFolderLine(error)) }
            for copy in answer.copies { lines.write(CopyLine(copy)) }
            lines.write(SafeLine(answer))
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
