import FileTree
import NamingRules
import RushesFixtures

/// A folder and a rule file, written down in a test.
struct CheckStage {
    /// What lies in the folder.
    var folder: CardBuilder
    /// The rule file without its first line; empty for none.
    var rules: String

    /// Puts a stage together; `rules` are the lines behind `schema:`.
    init(_ folder: CardBuilder, _ rules: String) {
        (self.folder, self.rules) = (folder, rules)
    }

    /// A folder with empty-looking files of these names; each holds its own name, so that no two are equal.
    init(names: [String], _ rules: String) {
        var folder: CardBuilder = [:]
        for name in names { folder[RelativePath(stringLiteral: name)] = .bytes(Array(name.utf8)) }
        self.init(folder, rules)
    }

    /// The check's report.
    ///
    /// - Parameter prepare: adds to the request what is checked besides the rules.
    func report(_ prepare: (inout CheckRequest) -> Void = { _ in }) throws -> CheckReport {
        let disk = CrashDisk()
        try folder.write(to: disk)
        let file =
            rules.isEmpty ? nil : try RuleFile(yaml: Array("schema: naming-rules/1\n\(rules)".utf8), at: "rules.yaml")
        // A day after the fixtures' files were modified.
        let now = Instant(nanoseconds: folder.modified.nanoseconds + 86_400_000_000_000)
        var request = CheckRequest(name: "SHOW", rules: file, now: now)
        prepare(&request)
        return try Check(request).run(on: disk)
    }

    /// A line for each finding: `N1 no-template error VFX/a.mov [4..<8]: sentence next step (suggestion)`.
    func lines(_ prepare: (inout CheckRequest) -> Void = { _ in }) throws -> [String] {
        try report(prepare).findings.findings.map { finding in
            let marked = finding.marked.map { " [\($0.lowerBound)..<\($0.upperBound)]" } ?? ""
            let suggestion = finding.suggestion.map { " (\($0))" } ?? ""
            return "\(finding.rule) \(finding.code.rawValue) \(finding.severity.rawValue) \(finding.path)\(marked): "
                + "\(finding.sentence) \(finding.nextStep)\(suggestion)"
        }
    }

    /// The findings in short: `N1 V01 VFX/a.mov`.
    func short() throws -> [String] {
        try report().findings.findings.map { "\($0.rule) \($0.code.rawValue) \($0.path)" }
    }
}
