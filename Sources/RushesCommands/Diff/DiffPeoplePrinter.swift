internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// Words for people: talk and progress on one stream, the differences on the other.
final class DiffPeoplePrinter: DiffPrinter {
    private let request: DiffRequest
    private let output: Terminal
    private let talk: Terminal
    private var status: StatusLines
    private var meter = RateMeter()
    private var lastShown: Int64 = 0
    private var findings: [DiffReport.Kind: (shown: [DiffFinding], count: Int)] = [:]
    private var isInterrupted = false

    init(_ request: DiffRequest, output: Terminal, talk: Terminal) {
        self.request = request
        self.output = output
        self.talk = talk
        status = StatusLines(talk)
    }

    func tell(_ refusal: CustodyError) { say(refusal.words) }

    func tell(_ event: DiffEvent) {
        switch event {
        case .began(let first, let second, let size):
            lastShown = Machine.ticks
            let files = "\(grouped(first)) and \(counted(second, "file"))"
            let toRead = size == .zero ? "nothing to read" : "\(size) to read"
            say("\(SafeText.of(request.first)), \(SafeText.of(request.second)): \(files), \(toRead).")
        case .progress(let read, let size): show(read, of: size)
        case .file(let finding): take(finding)
        case .finished(let outcome):
            status.clear()
            output.write(DiffReport(request, outcome, findings).text)
        }
    }

    func tellInterrupted() {
        guard !isInterrupted else { return }
        isInterrupted = true
        say("Stopping: waiting for requests that are under way. Once more to leave at once.")
    }

    func end(_ status: RunStatus) { self.status.clear() }

    private func take(_ finding: DiffFinding) {
        guard let kind = DiffReport.Kind(finding.change) else { return }
        var found = findings[kind] ?? ([], 0)
        found.count += 1
        if found.shown.count < DiffReport.most { found.shown.append(finding) }
        findings[kind] = found
    }

    private func show(_ read: ByteCount, of size: ByteCount) {
        let now = Machine.ticks
        meter.add(read: read.bytes, at: now)
        guard now - lastShown >= (status.areWatched ? Self.betweenDrawings : StatusLines.betweenLines) else { return }
        lastShown = now
        status.draw(["\(read) of \(size) read" + meter.words(bytesLeft: max(0, size.bytes - read.bytes))])
    }

    /// Nanoseconds between two drawings on a terminal: small files come faster than anybody reads.
    private static let betweenDrawings: Int64 = 200_000_000

    private func say(_ text: String) {
        status.clear()
        talk.write(text + "\n")
    }
}
