internal import FileTree
internal import Manifests
internal import NamingRules

/// The folder is opened, and looked at from now on.
struct CheckBeganLine: Encodable {
    let type = "began"
    let folder: String
    let rules: String?

    init(_ question: CheckQuestion) {
        (folder, rules) = (question.folder, question.rules?.place)
    }
}

/// A finding.
struct CheckFindingLine: Encodable {
    let type = "finding"
    let rule: String
    let rule_type: String?
    let id: String
    let severity: String
    let path: String
    let path_base64: String?
    let marked: [Int]?
    let sequence: String?
    let sequence_base64: String?
    let why: String
    let message: String
    let next: String
    let suggestion: String?
    let others: [String]?
    let others_base64: [String]?

    init(_ finding: Finding, type: RuleType?) {
        (rule, rule_type) = (finding.rule, type?.rawValue)
        (id, severity) = (finding.code.rawValue, finding.severity.rawValue)
        (path, path_base64) = (finding.path.description, JSONLines.base64(finding.path.bytes))
        marked = finding.marked.map { [$0.lowerBound, $0.upperBound] }
        sequence = finding.sequence.map { String(decoding: $0, as: UTF8.self) }
        sequence_base64 = finding.sequence.flatMap(JSONLines.base64)
        (why, message) = (finding.why, finding.sentence)
        (next, suggestion) = (finding.nextStep, finding.suggestion)
        others = finding.others.isEmpty ? nil : finding.others.map(\.description)
        let isText = finding.others.allSatisfy { JSONLines.base64($0.bytes) == nil }
        others_base64 = isText ? nil : finding.others.map { JSONLines.base64($0.bytes) ?? "" }
    }
}

/// What it came to.
struct CheckSummaryLine: Encodable {
    let type = "summary"
    let folder: String
    let rules: String?
    let rules_title: String?
    let expect: String?
    let backup: String?
    let ledger: String?
    let recorded: Int?
    let errors: Int
    let warnings: Int
    let notes: Int
    let unlisted: Int
    let chains: Int
    let names: Int
    let files: Int
    let sequences: Int
    let folders: Int
    let interrupted: Bool
    let message: String
    let status: Int32

    init(_ outcome: CheckOutcome) {
        let findings = outcome.report.findings
        let tally = NameTally(outcome.report.named)
        folder = outcome.question.folder
        (rules, rules_title) = (outcome.question.rules?.place, outcome.question.rules?.title)
        (expect, backup) = (outcome.question.expected?.place, outcome.question.backup?.argument)
        ledger = outcome.question.ledger?.file.argument
        recorded = outcome.report.recorded
        errors = findings.count(of: .error)
        warnings = findings.count(of: .warn)
        notes = findings.count(of: .info)
        unlisted = findings.unlisted
        chains = outcome.report.chains.chains.count + outcome.report.chains.unlisted
        (names, files, sequences, folders) = (tally.all, tally.files, tally.sequences, tally.folders)
        interrupted = outcome.isInterrupted
        message = outcome.verdict
        status = outcome.status.rawValue
    }
}
