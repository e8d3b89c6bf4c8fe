internal import CameraCards
internal import ClipMetadata
internal import FileTree

/// Chooses words for cards.
protocol ClipsPrinter {
    /// One card, by where it lies in the folder that was named.
    func tell(_ report: CardReport, of path: RelativePath)
    /// What is wrong between the cards, and folders that could not be looked into.
    func tell(between findings: [CardFinding], unread: [DiskError])
}

/// Cards for programs: a line for each layout, each clip, and each finding.
struct ClipsJSONPrinter: ClipsPrinter {
    private let lines: JSONLines

    init(_ output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ report: CardReport, of path: RelativePath) {
        let card = path.description
        for line in report.cardLines { lines.write(LineOfCard(card: card, line: line)) }
        for record in report.clips {
            lines.write(LineOfCard(card: card, line: ClipLine(record, on: report.card.tree)))
        }
        for finding in report.findings { lines.write(LineOfCard(card: card, line: CardFindingLine(finding))) }
        for error in report.unread { lines.write(LineOfCard(card: card, line: UnreadLine(error))) }
        for remark in report.remarks { lines.write(LineOfCard(card: card, line: RemarkLine(message: remark))) }
    }

    func tell(between findings: [CardFinding], unread: [DiskError]) {
        for finding in findings { lines.write(CardFindingLine(finding)) }
        for error in unread {
            lines.write(UnreadLine(.init(.disk, at: error.place.description, "\(error)")))
        }
    }
}

/// A line with the card it is about.
private struct LineOfCard<Line: Encodable>: Encodable {
    let card: String
    let line: Line

    private enum CodingKeys: String, CodingKey {
        case card
    }

    func encode(to encoder: any Encoder) throws {
        try line.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(card, forKey: .card)
    }
}

/// What could not be looked at at all.
struct RemarkLine: Encodable {
    let type = "remark"
    let message: String
}
