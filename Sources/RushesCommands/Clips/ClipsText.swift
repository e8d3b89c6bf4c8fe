internal import CameraCards
internal import ClipMetadata
internal import FileTree
internal import Ingest

/// A card for people: a line for each layout, a table of its clips, and what is wrong.
struct ClipsText {
    /// Findings that are shown; the JSON lines hold all.
    static let most = 50

    private let report: CardReport
    private let folder: String

    init(_ report: CardReport, of folder: String) {
        self.report = report
        self.folder = folder
    }

    /// All of it.
    var text: String { (parts + findings + unread + report.remarks + ending).map { $0 + "\n" }.joined() }

    // MARK: - Clips

    private var parts: [String] {
        guard !report.card.parts.isEmpty else { return [report.card.words] }
        let counts = report.findingCounts
        return report.card.parts.indices.flatMap { place -> [String] in
            let clips = report.clips(ofPart: place)
            let headline = report.card.words(
                ofPart: place, length: clips.length, findings: counts[place])
            return [headline, reasons(place)] + (clips.isEmpty ? [] : ["", ClipTable(clips).text, ""])
        }
    }

    private func reasons(_ place: Int) -> String {
        let layout = report.card.parts[place].layout
        return "  \(layout.confidence.words): \(layout.reasons.map { SafeText.of($0) }.joined(separator: "; "))"
    }

    // MARK: - What is wrong

    private var findings: [String] {
        let shown = report.findings.sorted { $0.severity < $1.severity }
        return shown.prefix(Self.most).flatMap { finding in
            [
                "\(finding.severity.rawValue.uppercased()) \(SafeText.of(finding.place)): \(SafeText.of(finding.sentence))",
                "  \(SafeText.of(finding.nextStep))",
            ]
        } + more(shown.count)
    }

    private var unread: [String] {
        let folders = report.card.tree.tree.unreadable.map(\.unreadableFolder)
        return folders
            + report.unread.prefix(Self.most).map { "NOT READ \(SafeText.of($0.place)): \(SafeText.of($0.sentence))." }
            + more(report.unread.count)
    }

    private func more(_ count: Int) -> [String] {
        count > Self.most ? ["… and \(grouped(count - Self.most)) more; --json lists all."] : []
    }

    private var ending: [String] {
        report.isInterrupted ? ["INTERRUPTED: not every file was asked what it holds."] : []
    }
}

extension Confidence {
    /// The word for people.
    fileprivate var words: String {
        switch self {
        case .certain: "certain"
        case .likely: "likely"
        case .guess: "a guess"
        }
    }
}
