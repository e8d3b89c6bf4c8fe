internal import FileTree
internal import Ingest
internal import NamingRules

/// Findings for people: a heading, why it matters, and each with the characters that are wrong.
struct FindingText {
    /// Findings of a group that are shown; the JSON lines hold all.
    static let most = 100
    /// Other files of a finding that are named.
    private static let mostOthers = 5

    private let group: FindingGroup
    private let columns: Int

    /// Takes a group, and the columns of the screen; 0 where there is none.
    init(_ group: FindingGroup, columns: Int) {
        (self.group, self.columns) = (group, columns)
    }

    /// All of it, without an end.
    var text: String {
        let blocks = [head] + group.findings.prefix(Self.most).map(lines) + (more.isEmpty ? [] : [more])
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// `ERROR  N1 template: no template fits (12)`, why that matters, and what to do where it is the same for all.
    private var head: [String] {
        let kind = group.kind
        let rule = ([SafeText.of(kind.rule)] + (group.type.map { [$0.rawValue] } ?? [])).joined(separator: " ")
        let code = kind.code.isOfVersions ? "\(kind.code.rawValue) " : ""
        let heading = "\(kind.severity.word)  \(rule): \(code)\(kind.code.title) (\(grouped(group.count)))"
        return [heading, wrapped(kind.code.why, 2)] + (group.sharedNextStep.map { [wrapped(SafeText.of($0), 2)] } ?? [])
    }

    /// A name, what is wrong with it, and what to do.
    private func lines(_ finding: Finding) -> [String] {
        // What is not there has no path, and the folder itself needs none.
        var lines = finding.path.isRoot ? [] : MarkedPath(finding).lines(columns: columns)
        lines.append(wrapped(SafeText.of(finding.sentence), 4))
        if group.sharedNextStep == nil, !finding.nextStep.isEmpty {
            lines.append(wrapped(SafeText.of(finding.nextStep), 4))
        }
        if let suggestion = finding.suggestion { lines.append("    suggestion: \(SafeText.of(suggestion))") }
        return lines + others(finding)
    }

    private func others(_ finding: Finding) -> [String] {
        guard !finding.others.isEmpty else { return [] }
        let more = finding.others.count - Self.mostOthers
        let shown = finding.others.prefix(Self.mostOthers).map { "    also: \(spelled($0, of: finding))" }
        return shown + (more > 0 ? ["    … and \(grouped(more)) more"] : [])
    }

    /// Names that look the same are told apart by how their accents are written.
    private func spelled(_ path: RelativePath, of finding: Finding) -> String {
        guard finding.code == .twinNames else { return SafeText.of(path) }
        return ShownCharacter.all(of: path.bytes).map(\.escaped.text).joined()
    }

    private var more: [String] {
        let more = group.count - min(group.findings.count, Self.most)
        guard more > 0 else { return [] }
        let held =
            group.count > group.findings.count
            ? "--json lists the first \(grouped(group.findings.count))" : "--json lists them"
        return ["  … and \(grouped(more)) more: \(held)."]
    }

    private func wrapped(_ text: String, _ indent: Int) -> String {
        WrappedText.of(String(repeating: " ", count: indent) + text, columns: columns, indent: indent)
    }
}

extension Severity {
    /// The word for headings.
    var word: String {
        switch self {
        case .error: "ERROR"
        case .warn: "WARNING"
        case .info: "NOTE"
        }
    }
}
