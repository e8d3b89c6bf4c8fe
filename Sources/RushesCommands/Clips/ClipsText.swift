internal import CameraCards
internal import ClipMetadata
internal import FileTree
internal import Ingest

/// A card for people: a line for each layout, a table of its clips, and what is wrong.
struct ClipsText {
    /// Findings that are shown; the JSON lines hold all.
    static let most = 50

    private let report: CardReport
    private let path: RelativePath
    private let width: Int

    /// Takes a card, and the columns of the screen; 0 where there is none.
    init(_ report: CardReport, of path: RelativePath, width: Int = 0) {
        self.report = report
        self.path = path
        self.width = width
    }

    /// All of it: a block for each layout, its table, and what is wrong, with blank lines between.
    var text: String {
        let wrong = (findings + unread + ending).joined(separator: "\n")
        return (parts + [wrong]).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    // MARK: - Clips

    private var parts: [String] {
        let place = path.isRoot ? "" : "\(SafeText.of(path)): "
        guard !report.card.parts.isEmpty else { return [place + report.card.words] }
        let counts = report.findingCounts
        return report.card.parts.indices.flatMap { part -> [String] in
            let clips = report.clips(ofPart: part)
            let headline = report.card.words(
                ofPart: part, length: clips.length, findings: counts[part])
            return ["\(place)\(headline)\n\(reasons(part))"]
                + (clips.isEmpty ? [] : [ClipTable(clips, width: width).text])
        }
    }

    private func reasons(_ place: Int) -> String {
        let layout = report.card.parts[place].layout
        return "  \(layout.confidence.words): \(layout.reasons.map { SafeText.of($0) }.joined(separator: "; "))"
    }

    // MARK: - What is wrong

    private var findings: [String] {
        let shown = report.findings.sorted { $0.severity < $1.severity }
        return shown.prefix(Self.most).flatMap(Self.lines) + more(shown.count)
    }

    /// A finding and what to do about it.
    static func lines(_ finding: CardFinding) -> [String] {
        let place = finding.place.isRoot ? "" : " \(SafeText.of(finding.place))"
        return [
            "\(finding.severity.rawValue.uppercased())\(place): \(SafeText.of(finding.sentence))",
            "  \(SafeText.of(finding.nextStep))",
        ]
    }

    private var unread: [String] {
        report.unread.prefix(Self.most).map { "NOT READ \(SafeText.of($0.place)): \(SafeText.of($0.sentence))." }
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
