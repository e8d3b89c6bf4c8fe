internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests
internal import Proof

/// What came of healing a copy, for people.
struct HealReport {
    private let outcome: HealOutcome
    private let findings: [HealFinding]
    private let count: Int

    /// Files that are named; the JSON lines hold all.
    static let most = 50

    init(_ outcome: HealOutcome, findings: [HealFinding], count: Int) {
        self.outcome = outcome
        self.findings = findings
        self.count = count
    }

    /// All of it.
    var text: String {
        let more = count - findings.count
        let rest = more > 0 ? ["… and \(grouped(more)) more; --json lists all."] : []
        return (findings.map { line($0) } + rest + folders + notes + [verdict]).map { $0 + "\n" }.joined()
    }

    // MARK: - Files

    private func line(_ finding: HealFinding) -> String {
        let path = SafeText.of(finding.path[...])
        return switch finding.verdict {
        case .restored(let evidence, _): "RESTORED \(path): it \(finding.ailment.past); \(evidence.words)."
        case .notInGoodCopy: "NOT RESTORED \(path): it \(finding.ailment.words), and \(good) has no such file."
        case .goodCopyFails:
            "NOT RESTORED \(path): it \(finding.ailment.words), and the file on \(good) does not pass the history either."
        case .goodCopyUnreadable(let failure):
            "NOT RESTORED \(path): it \(finding.ailment.words), and on \(good) it could not be read: "
                + "\(SafeText.of(failure.sentence))."
        case .unprovable(let reason?):
            "NOT RESTORED \(path): the offload could not copy it (\(SafeText.of(reason))), so the history has no "
                + "checksum that could prove it. Run rushes ingest again with the card."
        case .unprovable(nil):
            "NOT RESTORED \(path): it \(finding.ailment.words), and the history has no checksum that could prove it."
        case .failed(let why): "NOT RESTORED \(path): \(SafeText.of(why))."
        }
    }

    private var good: String { outcome.goodCopy.map { SafeText.of($0) } ?? "the other copy" }

    // MARK: - More

    private var notes: [String] {
        var notes: [String] = []
        if let folder = outcome.damagedFolder { notes.append("What was damaged lies below \(SafeText.of(folder)).") }
        if outcome.recordedLate > 0 {
            notes.append("Recorded now: \(counted(outcome.recordedLate, "file")) that an earlier run restored.")
        }
        if let failure = outcome.recordFailure {
            notes.append("No generation was recorded: \(SafeText.of(failure)). Run the same command again.")
        }
        if !outcome.unlisted.isEmpty {
            let names = outcome.unlisted.prefix(Self.most).map { SafeText.of($0) }
            let more = outcome.unlisted.count - names.count
            notes.append(
                "In no generation, as a pattern of the history leaves it out: " + names.joined(separator: ", ")
                    + (more > 0 ? " and \(grouped(more)) more." : "."))
        }
        let names = outcome.manifests.map { SafeText.of($0.path) }
        if !names.isEmpty { notes.append("Recorded in \(names.joined(separator: ", ")).") }
        return notes
    }

    private var verdict: String {
        let roll = SafeText.of(outcome.copy)
        if outcome.isInterrupted {
            return "\(roll) NOT HEALED: interrupted; \(counted(outcome.restored, "file")) restored. "
                + "Run the same command again."
        }
        if restored.isEmpty, remaining.isEmpty {
            return "\(roll) WHOLE: \(counted(outcome.whole, "file")) equal to the history. Nothing to heal."
        }
        guard remaining.isEmpty else {
            return "\(roll) NOT HEALED: " + (restored + remaining).joined(separator: ", ") + "."
                + (restored.isEmpty ? " Nothing was changed." : "")
        }
        return "\(roll) HEALED: " + restored.joined(separator: ", ")
            + ", \(counted(outcome.whole, "file")) \(outcome.whole == 1 ? "was" : "were") whole."
    }

    private var restored: [String] {
        let folders = outcome.restoredFolders.count
        return (outcome.restored > 0 ? ["\(counted(outcome.restored, "file")) restored from \(good)"] : [])
            + (folders > 0 ? ["\(counted(folders, "folder")) made anew"] : [])
    }

    private var remaining: [String] {
        let folders = outcome.failedFolders.count
        return (outcome.remaining > 0 ? ["\(counted(outcome.remaining, "file")) could not be restored"] : [])
            + (folders > 0 ? ["\(counted(folders, "folder")) could not be made anew"] : [])
    }

    private var folders: [String] {
        let restored = outcome.restoredFolders.map { "RESTORED FOLDER \(SafeText.of($0)): it was missing." }
        let failed = outcome.failedFolders.map {
            "NOT RESTORED FOLDER \(SafeText.of($0.path)): it is missing; \(SafeText.of($0.why))."
        }
        let more = restored.count + failed.count - Self.most
        return (failed + restored).prefix(Self.most)
            + (more > 0 ? ["… and \(grouped(more)) more folders; --json lists all."] : [])
    }
}

extension HealFinding.Ailment {
    fileprivate var words: String {
        switch self {
        case .differs: "fails the history"
        case .missing: "is missing"
        case .unreadable(let failure): "cannot be read (\(SafeText.of(failure.sentence)))"
        }
    }

    fileprivate var past: String {
        switch self {
        case .differs: "failed the history"
        case .missing: "was missing"
        case .unreadable(let failure): "could not be read (\(SafeText.of(failure.sentence)))"
        }
    }
}
