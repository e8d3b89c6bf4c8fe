internal import EditorLogs
internal import FileTree
internal import Ingest
internal import Manifests

/// Chooses words for a log that is written.
protocol LogPrinter {
    /// All that stands in the way; nothing was written.
    func tell(obstacles: [LogError])
    /// What was read anew and why, what could not be looked at.
    func tell(remarks: [String])
    /// The files.
    func tell(_ written: [LogWriting.Written], in output: LogOutput)
    /// What should be looked at.
    func tell(_ exceptions: [LogException])
    /// The end.
    func tell(_ summary: LogSummary, _ status: RunStatus)
}

/// A log for people: its files, what should be looked at, and whether it is complete.
struct LogTextPrinter: LogPrinter {
    private let output: Terminal

    /// Exceptions of one kind that are shown; the JSON lines hold all.
    static let most = 20

    init(_ output: Terminal) {
        self.output = output
    }

    func tell(obstacles: [LogError]) {
        let talk = Terminal.standardError
        talk.write("Nothing was written, \(counted(obstacles.count, "obstacle")):\n")
        for obstacle in obstacles { talk.write("  \(obstacle.words)\n") }
    }

    func tell(remarks: [String]) {
        for remark in remarks { Terminal.standardError.write(SafeText.of(remark) + "\n") }
    }

    func tell(_ written: [LogWriting.Written], in output: LogOutput) {
        guard !written.isEmpty else { return }
        let rows = written.map { file in
            [SafeText.of(output.name(of: file)), "\(file.size)", file.wasThere ? "was there already" : ""]
        }
        self.output.write(TextTable(rows, right: 1..<2).text + "\n\n")
    }

    func tell(_ exceptions: [LogException]) {
        let kinds = LogException.Code.allCases.compactMap { code in
            let all = exceptions.filter { $0.code == code }
            return all.isEmpty ? nil : LogTextPrinter.text(all, code)
        }
        if !kinds.isEmpty { output.write(kinds.joined(separator: "\n") + "\n\n") }
    }

    func tell(_ summary: LogSummary, _ status: RunStatus) {
        output.write(summary.words + "\n")
    }

    /// All of one kind: how many, and the first of them.
    private static func text(_ exceptions: [LogException], _ code: LogException.Code) -> String {
        let heading = "\(code.words) (\(grouped(exceptions.count)))"
        var lines = exceptions.prefix(most).map { "  \($0.words)" }
        let more = exceptions.count - lines.count
        if more > 0 { lines.append("  … and \(grouped(more)) more; --json lists all.") }
        return ([heading] + lines).joined(separator: "\n")
    }
}

extension LogException.Code {
    /// `NO SOUND`.
    var words: String { rawValue.replacing("-", with: " ").uppercased() }
}

extension LogException {
    /// What it is about, what is the matter, and what to do.
    var words: String {
        let about = clip.isEmpty ? roll : clip
        let next = nextStep.isEmpty ? "" : " \(SafeText.of(nextStep))"
        return (about.isEmpty ? "" : "\(SafeText.of(about)): ") + SafeText.of(sentence) + next
    }
}

extension LogOutput {
    /// A file's path as the person wrote the place.
    func name(of file: LogWriting.Written) -> String {
        guard self.file == nil else { return argument }
        let name = file.path.split(separator: "/").last.map(String.init) ?? ""
        return argument + (argument.hasSuffix("/") ? "" : "/") + name
    }
}
