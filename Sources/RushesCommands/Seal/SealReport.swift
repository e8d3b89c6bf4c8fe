internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests
internal import Proof

/// What came of sealing a folder, for people: what is not as it should be, the manifests, and one line that says it all.
struct SealReport {
    private let outcome: SealOutcome

    /// Lines of a kind that are shown; the JSON lines hold all.
    private static let most = 50

    init(_ outcome: SealOutcome) {
        self.outcome = outcome
    }

    /// All of it.
    var text: String { (files + manifests + notes + [verdict]).map { $0 + "\n" }.joined() }

    // MARK: - Lines

    private var files: [String] {
        [
            bounded(outcome.failed) {
                "DIFFERS \(SafeText.of($0)): not what its history says; recorded as failed. Restore it from another copy."
            },
            bounded(outcome.unreadable) {
                "UNREADABLE \(SafeText.of($0.path)): \(SafeText.of($0.failure.sentence)). \($0.failure.nextStep)"
            },
            bounded(outcome.unreadableFolders) { $0.unreadableFolder },
            bounded(outcome.missing) {
                "MISSING \(SafeText.of($0.place[...])): listed in \(SafeText.of($0.manifest))."
            },
            bounded(outcome.missingFolders) { "MISSING FOLDER \(SafeText.of($0))" },
            bounded(outcome.renamed) { "RENAMED \(SafeText.of($0)): listed under this name from now on." },
            bounded(outcome.uncompared) {
                "NOT RECORDED \(SafeText.of($0)): another writer listed it meanwhile. Seal again."
            },
            bounded(outcome.special) { "NOT A FILE \(SafeText.of($0)): neither followed nor listed." },
        ].flatMap { $0 }
    }

    private var manifests: [String] {
        bounded(outcome.receipt?.manifests ?? []) { "RECORDED \(SafeText.of($0.path)): generation \($0.generation)." }
    }

    private var notes: [String] {
        guard !outcome.systemPatterns.isEmpty else { return [] }
        let patterns = outcome.systemPatterns.map { SafeText.of($0) }.joined(separator: ", ")
        return ["Left out, as systems leave them in any folder: \(patterns)."]
    }

    private func bounded<Value>(_ values: [Value], _ line: (Value) -> String) -> [String] {
        let more = values.count - Self.most
        return values.prefix(Self.most).map(line) + (more > 0 ? ["… and \(grouped(more)) more; --json lists all."] : [])
    }

    // MARK: - Verdict

    private var verdict: String { "\(SafeText.of(outcome.argument)) \(sentence)" }

    private var sentence: String {
        guard let receipt = outcome.receipt else { return "NOT SEALED: interrupted; nothing was recorded. Seal again." }
        let wrong = self.wrong
        guard !receipt.manifests.isEmpty else {
            let why = wrong.isEmpty ? "" : " \(wrong.joined(separator: ", "))."
            return "NOT SEALED: there was nothing to record.\(why)"
        }
        let (new, same) = (receipt.original, receipt.verified)
        let files =
            "\(counted(outcome.files, "file")), \(outcome.size): \(grouped(new)) new, \(grouped(same)) as before"
        return wrong.isEmpty ? "SEALED: \(files)." : "SEALED, NOT WHOLE: \(files); \(wrong.joined(separator: ", "))."
    }

    /// What is not as it should be, the worst first.
    private var wrong: [String] {
        var parts: [String] = []
        func add(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { parts.append("\(grouped(count)) \(count == 1 ? one : many)") }
        }
        add(outcome.failed.count, "differs", "differ")
        add(outcome.unreadable.count, "unreadable", "unreadable")
        add(outcome.unreadableFolders.count, "folder unreadable", "folders unreadable")
        add(outcome.missing.count, "missing", "missing")
        add(outcome.missingFolders.count, "folder missing", "folders missing")
        add(outcome.uncompared.count, "not recorded", "not recorded")
        return parts
    }
}
