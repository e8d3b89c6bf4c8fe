internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// Words for people: talk and progress on one stream, what came of each path on the other.
final class VerifyPeoplePrinter: EventPrinter {
    private let output: Terminal
    private let talk: Terminal
    private let namesEachPath: Bool
    private var status: StatusLines
    private var meter = RateMeter()
    private var lastShown: Int64 = 0
    private var findings = BoundedFindings()
    private var files = 0
    private var suspects = 0
    private var isInterrupted = false

    /// Files that are said to differ while others are still read; the report names them all the same.
    private static let mostSuspectsSaid = 20

    init(output: Terminal, talk: Terminal, namesEachPath: Bool) {
        self.output = output
        self.talk = talk
        self.namesEachPath = namesEachPath
        status = StatusLines(talk)
    }

    func tell(_ event: VerifyEvent) {
        switch event {
        case .refused(let error): say(VerifyPeoplePrinter.text(error))
        case .began(let path, let witnesses, let files, let size):
            begin(files)
            let manifests = counted(witnesses.count, "manifest")
            say("\(SafeText.of(path)): \(manifests); \(counted(files, "file")), \(size) to compare.")
        case .progress(let read, let size): show(read, of: size)
        case .suspect(let path):
            suspects += 1
            if suspects <= Self.mostSuspectsSaid { say("\(SafeText.of(path)) differs; it is read once more.") }
        case .file(let finding): findings.take(finding)
        case .finished(let outcome):
            status.clear()
            if namesEachPath { output.write("\(SafeText.of(outcome.argument)):\n") }
            output.write(VerifyReport(outcome, findings, listed: files).text)
        }
    }

    func tellInterrupted() {
        guard !isInterrupted else { return }
        isInterrupted = true
        say("Stopping: waiting for requests that are under way. Once more to leave at once.")
    }

    func end(_ status: RunStatus) {
        self.status.clear()
    }

    private func begin(_ files: Int) {
        findings = BoundedFindings()
        meter = RateMeter()
        lastShown = Machine.ticks
        suspects = 0
        self.files = files
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

    /// Why a path could not be verified at all, and what to do.
    static func text(_ error: CustodyError) -> String {
        let next = error.nextStep.isEmpty ? "" : " \(SafeText.of(error.nextStep))"
        return "\(SafeText.of(error.place)): \(SafeText.of(error.sentence))\(next)"
    }
}
