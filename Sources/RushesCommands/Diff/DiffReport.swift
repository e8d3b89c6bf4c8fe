internal import Checksums
internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// What came of a comparison, for people: a line for each difference, and one line that says it all.
struct DiffReport {
    /// What is worth a line, in the order in which a report has it.
    enum Kind: CaseIterable {
        case changed, unreadable, notCompared, missing, folderMissing, new, folderNew, renamed
    }

    /// Differences that are shown of each kind; the JSON lines hold all.
    static let most = 50

    private let request: DiffRequest
    private let outcome: DiffOutcome
    private let findings: [Kind: (shown: [DiffFinding], count: Int)]

    init(_ request: DiffRequest, _ outcome: DiffOutcome, _ findings: [Kind: (shown: [DiffFinding], count: Int)]) {
        self.request = request
        self.outcome = outcome
        self.findings = findings
    }

    /// All of it.
    var text: String { (problems + differences + notes + [verdict]).map { $0 + "\n" }.joined() }

    // MARK: - Lines

    private var problems: [String] {
        outcome.problems.prefix(Self.most).map {
            "MANIFEST \(SafeText.of($0.place)): \(SafeText.of($0.sentence))."
        } + more(outcome.problems.count - Self.most)
    }

    private var differences: [String] {
        Kind.allCases.flatMap { kind in
            guard let found = findings[kind] else { return [String]() }
            let shown = found.shown.sorted { $0.path.lexicographicallyPrecedes($1.path) }
            return shown.compactMap(line) + more(found.count - found.shown.count)
        }
    }

    private func more(_ count: Int) -> [String] {
        count > 0 ? ["… and \(grouped(count)) more; --json lists all."] : []
    }

    private func line(_ finding: DiffFinding) -> String? {
        let path = SafeText.of(finding.path[...])
        return switch finding.change {
        case .same: nil
        case .sameSize: "NOT COMPARED \(path): of its content nothing comparable is known on one side."
        case .changed(let difference): "CHANGED \(path): \(sizes(finding))\(words(difference))"
        case .missing: "MISSING \(path)"
        case .new: "NEW \(path)"
        case .folderMissing: "MISSING FOLDER \(path)"
        case .folderNew: "NEW FOLDER \(path)"
        case .renamed(let from): "RENAMED \(SafeText.of(from[...])) -> \(path)"
        case .unreadable(let cause, let side):
            "UNREADABLE \(path) in \(SafeText.of(side == .first ? request.first : request.second)): "
                + "\(SafeText.of(cause))."
        }
    }

    private func sizes(_ finding: DiffFinding) -> String {
        guard let one = finding.firstSize, let other = finding.secondSize, one != other else { return "" }
        if case .changed(.sizes) = finding.change { return "" }
        return "\(exact(one)), then \(exact(other)); "
    }

    private func words(_ difference: DiffFinding.Difference) -> String {
        switch difference {
        case .sizes(let one, let other): "\(exact(one)), then \(exact(other))."
        case .checksums(let one, let other): "\(one.algorithm.rawValue) \(one), then \(other)."
        case .bytes(let place, let pieces):
            "first difference at byte \(grouped(Int(place))), in \(counted(pieces, "piece")) of 1 MiB."
        }
    }

    private func exact(_ size: ByteCount) -> String { counted(Int(size.bytes), "byte") }

    private var notes: [String] {
        var left: [String] = []
        if outcome.system > 0 { left.append("\(counted(outcome.system, "file")) that systems leave") }
        if outcome.own > 0 { left.append("\(counted(outcome.own, "log")) of Rushes") }
        if outcome.ignored > 0 { left.append("\(counted(outcome.ignored, "file")) left out by the history's patterns") }
        if outcome.special > 0 {
            left.append("\(counted(outcome.special, "link, FIFO or device", "links, FIFOs or devices"))")
        }
        return left.isEmpty ? [] : ["Not compared, and no difference: \(left.joined(separator: ", "))."]
    }

    // MARK: - Verdict

    /// The one line: what is the same, and what is not.
    private var verdict: String {
        "\(SafeText.of(request.first)), \(SafeText.of(request.second)) \(sentence)"
    }

    private var sentence: String {
        let differing = self.differing
        if outcome.isInterrupted {
            let soFar = differing.isEmpty ? "" : " So far: \(differing.joined(separator: ", "))."
            return "NOT COMPARED: interrupted.\(soFar) Compare again."
        }
        if !differing.isEmpty {
            return "DIFFERENT: \(differing.joined(separator: ", ")). \(same.prefix(1).uppercased())\(same.dropFirst())."
        }
        if outcome.sameSize > 0 {
            return "NOT ALL COMPARED: \(same); of \(counted(outcome.sameSize, "file")) no content was compared."
        }
        return "THE SAME: \(same)."
    }

    private var same: String {
        let renamed = outcome.renamed > 0 ? ", \(grouped(outcome.renamed)) renamed" : ""
        guard outcome.same > 0 else {
            return (renamed.isEmpty ? "no file in both" : "no file the same") + renamed
        }
        return "\(counted(outcome.same, "file")) the same, \(outcome.size)\(renamed)"
    }

    /// What is not the same, the worst first.
    private var differing: [String] {
        var parts: [String] = []
        func add(_ count: Int, _ one: String, _ many: String? = nil) {
            if count > 0 { parts.append("\(grouped(count)) \(count == 1 ? one : many ?? one)") }
        }
        add(outcome.changed, "changed")
        add(outcome.unreadable, "unreadable")
        add(outcome.unknown, "file not compared therefore", "files not compared therefore")
        add(outcome.missing, "missing")
        add(outcome.missingFolders, "folder missing", "folders missing")
        add(outcome.outside, "path out of the folder", "paths out of the folder")
        add(outcome.new, "new")
        add(outcome.newFolders, "new folder", "new folders")
        return parts
    }
}

extension DiffReport.Kind {
    /// Nil for what is the same.
    init?(_ change: DiffFinding.Change) {
        switch change {
        case .same: return nil
        case .sameSize: self = .notCompared
        case .changed: self = .changed
        case .missing: self = .missing
        case .new: self = .new
        case .renamed: self = .renamed
        case .unreadable: self = .unreadable
        case .folderMissing: self = .folderMissing
        case .folderNew: self = .folderNew
        }
    }
}
