internal import FileTree
internal import Ingest
internal import Manifests
internal import NamingRules
internal import Reports

/// What came of a check.
struct CheckOutcome {
    /// What was asked.
    let question: CheckQuestion
    /// What was found.
    var report: CheckReport
    /// When it was asked.
    let at: Instant
    /// Whether it was stopped before all rules had looked.
    let isInterrupted: Bool
    /// What of it could not be written down, as statuses.
    var failures: Set<RunStatus> = []

    /// How the command ends.
    var status: RunStatus {
        var statuses = failures.union(isInterrupted ? [.interrupted] : [])
        let hasUnread = report.findings.counts.keys.contains { $0.code == .unreadable }
        if hasUnread || !report.named.tree.unreadable.isEmpty { statuses.insert(.sourceUnreadable) }
        if report.findings.count(of: .error) > 0 { statuses.insert(.flawed) }
        return .worst(of: statuses)
    }

    /// The findings as people read them.
    var groups: [FindingGroup] { FindingGroup.all(in: report.findings, question.rules?.settings ?? []) }

    /// The page that tells all of it.
    var page: CheckPage {
        let question = CheckPage.Question(
            folder: question.folder, rules: question.rules?.settings ?? [], verdict: verdict, at: at)
        return CheckPage(report, of: question)
    }

    // MARK: - The last line

    /// The last line.
    ///
    /// `12 errors, 3 warnings, 5 notes in 1,204 names (18 sequences, 96 folders), rules vfx-exchange.`
    var verdict: String {
        let stopped = isInterrupted ? "INTERRUPTED: not every rule has looked at every name. " : ""
        return "\(stopped)\(counts) in \(names), \(question.words)."
    }

    /// What a person should know besides the findings, each a sentence.
    var remarks: [String] {
        guard let recorded = report.recorded, let ledger = question.ledger else { return report.remarks }
        let words = recorded == 0 ? "Nothing was added" : "\(counted(recorded, "file was", "files were")) added"
        return report.remarks + ["\(words) to the ledger \(ledger.file.argument)."]
    }

    private var counts: String {
        let words: [(Severity, String)] = [(.error, "error"), (.warn, "warning"), (.info, "note")]
        let found = words.map { (report.findings.count(of: $0), $1) }.filter { $0.0 > 0 }
        return found.isEmpty ? "Nothing found" : found.map { counted($0, $1) }.joined(separator: ", ")
    }

    private var names: String {
        let tally = NameTally(report.named)
        let kinds = [("sequence", tally.sequences), ("folder", tally.folders)].filter { $1 > 0 }
        let words = kinds.map { counted($1, $0) }.joined(separator: ", ")
        return counted(tally.all, "name") + (words.isEmpty ? "" : " (\(words))")
    }
}

/// How many names were looked at.
struct NameTally {
    /// All of them; a sequence has one.
    let all: Int
    /// Those of files that are no frames.
    let files: Int
    /// Those of sequences.
    let sequences: Int
    /// Those of folders.
    let folders: Int

    init(_ named: NamedTree) {
        all = named.things.count
        sequences = named.sequences.count
        folders = named.things.count { $0.kind == .folder }
        files = all - sequences - folders
    }
}
