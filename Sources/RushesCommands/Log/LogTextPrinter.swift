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

    /// Lines of exceptions of one kind that are shown; the JSON lines hold all.
    static let most = 20

    init(_ output: Terminal) {
        self.output = output
    }

    func tell(obstacles: [LogError]) {
        let talk = Terminal.standardError
        talk.write("Nothing was written, \(counted(obstacles.count, "obstacle")):\n")
        for obstacle in obstacles {
            talk.write(WrappedText.of("  \(obstacle.words)", columns: talk.columns, indent: 4) + "\n")
        }
    }

    func tell(remarks: [String]) {
        let talk = Terminal.standardError
        for remark in remarks {
            talk.write(WrappedText.of(SafeText.of(remark), columns: talk.columns, indent: 2) + "\n")
        }
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
            return all.isEmpty ? nil : LogTextPrinter.text(all, code, columns: output.columns)
        }
        if !kinds.isEmpty { output.write(kinds.joined(separator: "\n") + "\n\n") }
    }

    func tell(_ summary: LogSummary, _ status: RunStatus) {
        output.write(WrappedText.of(summary.words, columns: output.columns, indent: 2) + "\n")
    }

    /// All of one kind: how many, and the first of them, those that say the same in one line.
    private static func text(_ exceptions: [LogException], _ code: LogException.Code, columns: Int) -> String {
        let heading = "\(code.words) (\(grouped(exceptions.count)))"
        let groups = AlikeExceptions.groups(of: exceptions)
        var lines = groups.prefix(most).map { WrappedText.of("  \($0.words)", columns: columns, indent: 4) }
        let more = groups.dropFirst(most).reduce(0) { $0 + max(1, $1.names.count) }
        if more > 0 { lines.append("  … and \(grouped(more)) more; --json lists all.") }
        return ([heading] + lines).joined(separator: "\n")
    }
}

extension LogException.Code {
    /// `NO SOUND`.
    var words: String { rawValue.replacing("-", with: " ").uppercased() }
}

extension LogOutput {
    /// A file's path as the person wrote the place.
    func name(of file: LogWriting.Written) -> String {
        guard self.file == nil else { return argument }
        let name = file.path.split(separator: "/").last.map(String.init) ?? ""
        return argument + (argument.hasSuffix("/") ? "" : "/") + name
    }
}
