internal import CameraCards
internal import ClipMetadata
internal import Ingest

/// One file for people: what it says, and who says it.
struct ProbeText {
    private let report: FileReport

    init(_ report: FileReport) {
        self.report = report
    }

    /// All of it, without an end.
    var text: String {
        ([SafeText.of(report.argument)] + completeness + rows + failures).joined(separator: "\n") + "\n"
    }

    private var completeness: [String] {
        switch report.completeness {
        case nil: []
        case .complete: ["  complete: the file ends where its structure ends"]
        case .cutShort(let sentence): ["  CUT SHORT: \(SafeText.of(sentence))"]
        case .unclosed(let sentence): ["  NEVER CLOSED: \(SafeText.of(sentence))"]
        case .damaged(let sentence): ["  DAMAGED: \(SafeText.of(sentence))"]
        case .unknown(let sentence): ["  not known whether it is whole: \(SafeText.of(sentence))"]
        }
    }

    /// A row for each value; whoever says the same as the one before is named in the same row.
    private var rows: [String] {
        let rows = MetadataField.all.flatMap { field -> [[String]] in
            guard let best = field.best(report.metadata, report.trust) else { return [] }
            let claims = [best] + field.texts(report.metadata).filter { $0 != best }
            var values: [String] = []
            for claim in claims where !values.contains(claim.value) { values.append(claim.value) }
            let differs = values.count > 1 && field.isComparable && field.isConflicting(report.metadata)
            return values.enumerated().map { place, value in
                let sources = claims.filter { $0.value == value }
                    .map { "\($0.source.origin.rawValue) \(SafeText.of($0.source.key))" }
                return [
                    "  " + (place == 0 ? field.name : differs ? "  differs" : "  also"), SafeText.of(value),
                    sources.joined(separator: ", "),
                ]
            }
        }
        return rows.isEmpty ? [] : [TextTable(rows).text]
    }

    private var failures: [String] {
        report.failures.map { "  NOT READ: \(SafeText.of($0.sentence))" }
    }
}
