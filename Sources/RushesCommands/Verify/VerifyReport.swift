internal import Custody
internal import FileTree
internal import Ingest
internal import Manifests

/// What came of one path, for people: a line for each manifest, what is wrong and what to do, and one line that says
/// it all.
struct VerifyReport {
    private let outcome: VerifyOutcome
    private let findings: BoundedFindings
    /// Files that are listed and here.
    private let listed: Int

    private var names: ManifestNames { ManifestNames(outcome) }
    private var counts: VerifyOutcome.Counts { outcome.counts }

    /// Problems of manifests that are shown, and folders that could not be listed; the JSON lines hold all.
    private static let most = 50

    init(_ outcome: VerifyOutcome, _ findings: BoundedFindings, listed: Int) {
        self.outcome = outcome
        self.findings = findings
        self.listed = listed
    }

    /// All of it.
    var text: String {
        (witnesses + problems + files + folders + folderHashes + notes + recorded + [verdict]).map { $0 + "\n" }
            .joined()
    }

    // MARK: - Lines

    private var witnesses: [String] {
        outcome.witnesses.map { WitnessWords(witness: $0, names: names) }.filter { outcome.part.isRoot || $0.isHeard }
            .map(\.line)
    }

    private var problems: [String] {
        bounded(outcome.problems) { ProblemWords(problem: $0, names: names).line }
    }

    private var files: [String] {
        BoundedFindings.Kind.allCases.flatMap { kind in
            let lines = findings.shown(kind).compactMap {
                FindingWords(finding: $0, names: names, isFromDevice: outcome.isFromDevice).line
            }
            return lines + more(findings.more(kind))
        }
    }

    private var folders: [String] {
        bounded(outcome.unreadableFolders) { $0.unreadableFolder }
    }

    private func bounded<Value>(_ values: [Value], _ line: (Value) -> String) -> [String] {
        values.prefix(Self.most).map(line) + more(values.count - Self.most)
    }

    private func more(_ count: Int) -> [String] {
        count > 0 ? ["… and \(grouped(count)) more; --json lists all."] : []
    }

    private var folderHashes: [String] {
        guard outcome.wasToCompareFolders, !outcome.isInterrupted else { return [] }
        guard !outcome.folders.isEmpty else { return ["Folder hashes: none in the manifests."] }
        let equal = outcome.folders.count { $0.result == .equal }
        let unknown = outcome.folders.compactMap { folder -> String? in
            guard case .unknown(let reason) = folder.result else { return nil }
            return "FOLDER NOT COMPARED \(SafeText.of(folder.path)): \(SafeText.of(reason))."
        }
        let differing = counts.differingFolders
        let others = [(differing, "differ"), (unknown.count, "not compared")].filter { $0.0 > 0 }
            .map { ", \(grouped($0)) \($1)" }.joined()
        return bounded(unknown) { $0 } + [
            "Folder hashes: \(grouped(equal)) of \(grouped(outcome.folders.count)) equal\(others)."
        ]
    }

    private var recorded: [String] {
        guard outcome.wasToRecord else { return [] }
        let errors = bounded(outcome.notRecorded) { "NOT RECORDED " + $0.words }
        let lines = bounded(outcome.recorded) { "RECORDED \(SafeText.of($0.path)): generation \($0.generation)." }
        guard errors.isEmpty, lines.isEmpty else { return lines + errors }
        return [
            outcome.isInterrupted
                ? "Nothing was recorded: it was stopped."
                : "Nothing was recorded: no ASC MHL history lies here; rushes seal begins one."
        ]
    }

    private var notes: [String] {
        var left: [String] = []
        if counts.system > 0 { left.append("\(counted(counts.system, "file")) that systems leave") }
        if counts.own > 0 { left.append("\(counted(counts.own, "log")) of Rushes") }
        if counts.ignored > 0 { left.append("\(counted(counts.ignored, "file")) left out by the history's patterns") }
        var notes = left.isEmpty ? [] : ["Not in a manifest, and not expected there: \(left.joined(separator: ", "))."]
        if counts.notHere > 0 {
            notes.append("Listed, not here and not asked for (--only): \(counted(counts.notHere, "file")).")
        }
        if counts.leftOut > 0 {
            let files = counted(counts.leftOut, "file")
            notes.append("Listed once, left out by the history's patterns since, and NOT here: \(files).")
        }
        if outcome.trustedLoop { notes.append("Loop devices were trusted as block devices (RUSHES_TRUST_LOOP).") }
        return notes
    }

    // MARK: - Verdict

    /// The one line: what is known, and how; never more than was found.
    var verdict: String {
        let unrecorded = outcome.notRecorded.isEmpty ? "" : " What was found is not recorded."
        return "\(SafeText.of(outcome.argument)) \(sentence)\(unrecorded)"
    }

    private var sentence: String {
        if outcome.isInterrupted { return interrupted }
        if outcome.witnesses.isEmpty, outcome.problems.allSatisfy({ $0.status == nil }) { return noManifest }
        let wrong = self.wrong
        if !wrong.isEmpty {
            if wrong == notListed, counts.equal > 0 {
                return "NOT ALL LISTED: \(equal), \(evidence); but \(wrong.joined(separator: ", "))."
            }
            let compared = counts.equal + counts.differing + counts.missing + counts.missingFolders
            let head = compared > 0 || outcome.sizesOnly ? "NOT WHOLE" : "NOT VERIFIED"
            return "\(head): \(wrong.joined(separator: ", ")). \(rest)"
        }
        if outcome.sizesOnly { return "NOT VERIFIED: \(sizesOnly)" }
        guard counts.equal > 0 else { return "NOT VERIFIED: no content was compared." }
        let others = counts.sizeEqual + counts.notCompared
        guard others == 0 else {
            return
                "NOT ALL COMPARED: \(equal), \(evidence); \(counted(others, "file")) listed without a known checksum."
        }
        // A line that cannot be read may have named a file that is gone.
        guard !outcome.problems.contains(where: { $0.code == .unknownHash }) else {
            return "NOT ALL COMPARED: \(equal), \(evidence); a manifest holds what could not be read."
        }
        let head = counts.leftOut > 0 ? "VERIFIED, but for what is left out" : "VERIFIED"
        return "\(head): \(equal), \(evidence)."
    }

    private var interrupted: String {
        let compared = counts.equal + counts.differing + counts.unreadable + counts.sizeEqual + counts.notCompared
        let wrong = self.wrong
        let found = wrong.isEmpty ? "" : " So far: \(wrong.joined(separator: ", "))."
        return
            "NOT VERIFIED: interrupted after \(grouped(compared)) of \(counted(listed, "file")).\(found) Verify again."
    }

    private var noManifest: String {
        "NOT VERIFIED: no manifest here, or in the folders around, speaks of it (\(counted(counts.notListed, "file")))."
    }

    private var sizesOnly: String {
        "sizes only: no content was verified. \(counted(counts.sizeEqual, "file")) of the size that is listed."
    }

    private var equal: String {
        let their = counts.equal == 1 ? "equal to what its manifest says" : "all equal to their manifests"
        return "\(counted(counts.equal, "file")), \(outcome.size), \(their)"
    }

    private var evidence: String {
        if outcome.isFromDevice { return "read from the device" }
        let place = outcome.volume.map { " (\($0.kind.name)\($0.isOnLoop ? " on a loop device" : ""))" } ?? ""
        return "read, but not shown to come from the device\(place)"
    }

    private var rest: String {
        if outcome.sizesOnly { return sizesOnly.prefix(1).uppercased() + sizesOnly.dropFirst() }
        return counts.equal == 0
            ? "Nothing was found equal." : "\(counted(counts.equal, "file")) equal, \(evidence)."
    }

    private var notListed: [String] {
        [(counts.notListed, "file"), (counts.foldersNotListed, "folder")].filter { $0.0 > 0 }
            .map { "\(counted($0.0, $0.1)) in no manifest" }
    }

    /// What is not as it should be, the worst first.
    private var wrong: [String] {
        let unusable = outcome.problems.count { $0.status != nil }
        var parts: [String] = []
        func add(_ count: Int, _ one: String, _ many: String) {
            if count > 0 { parts.append("\(grouped(count)) \(count == 1 ? one : many)") }
        }
        add(unusable, "manifest cannot be used", "manifests cannot be used")
        add(counts.unknown, "file not compared therefore", "files not compared therefore")
        add(counts.differing, "differs", "differ")
        add(counts.unreadable, "unreadable", "unreadable")
        add(outcome.unreadableFolders.count, "folder unreadable", "folders unreadable")
        add(counts.missing, "missing", "missing")
        add(counts.missingFolders, "folder missing", "folders missing")
        add(counts.differingFolders, "folder differs", "folders differ")
        add(outcome.problems.count { $0.code == .conflict }, "contradiction", "contradictions")
        add(outcome.problems.count { $0.code == .outside }, "path out of the folder", "paths out of the folder")
        return parts + notListed
    }
}
