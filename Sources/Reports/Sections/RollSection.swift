internal import EditorLogs
internal import FileTree

/// Rolls and their copies: what is on record of each, since when, and where that stands.
struct RollSection {
    private let log: EditorLog

    init(_ log: EditorLog) {
        self.log = log
    }

    /// What is counted of one roll.
    private struct Count {
        var clips = 0
        var size = ByteCount.zero
        /// By place of the copy.
        var evidence: [Int: [CopyEvidence: Int]] = [:]
    }

    func write(to page: inout HTMLWriter) {
        guard !log.rolls.isEmpty else { return }
        PageFrame.section("Rolls and their copies", "rolls", &page) { page in
            page.markup("<table>\n")
            PageFrame.head(
                [
                    .init("Roll"), .number("Clips"), .number("Size"), .init("Copy"), .init("What is on record"),
                    .init("Since"), .init("Record"),
                ], &page)
            let counts = counts
            for roll in log.rolls.indices { write(log.rolls[roll], counts[roll], to: &page) }
            page.markup("</table>\n")
        }
    }

    private var counts: [Count] {
        var counts = log.rolls.map { _ in Count() }
        for clip in log.clips where counts.indices.contains(clip.roll) {
            counts[clip.roll].clips += 1
            counts[clip.roll].size += clip.size
            for (copy, evidence) in clip.evidence.enumerated() {
                counts[clip.roll].evidence[copy, default: [:]][evidence, default: 0] += 1
            }
        }
        return counts
    }

    private func write(_ roll: LoggedRoll, _ count: Count, to page: inout HTMLWriter) {
        page.element("tbody") { page in
            page.line()
            for copy in 0..<max(1, roll.copies.count) {
                page.element("tr") { page in
                    if copy == 0 { write(roll, count, overRows: max(1, roll.copies.count), to: &page) }
                    guard roll.copies.indices.contains(copy) else {
                        page.cell(roll.folder, "words")
                        page.element("td") { $0.element("span", "act", "no copy is on record") }
                        page.cell(nil)
                        return page.cell(nil)
                    }
                    write(roll.copies[copy], count.evidence[copy] ?? [:], to: &page)
                }
                page.line()
            }
        }
        page.line()
    }

    private func write(_ roll: LoggedRoll, _ count: Count, overRows rows: Int, to page: inout HTMLWriter) {
        func cell(_ kind: StaticString, _ text: String, _ aside: String? = nil) {
            page.markup("<td class=\"")
            page.markup(kind)
            page.markup("\" rowspan=\"")
            page.text(String(rows))
            page.markup("\">")
            page.text(text)
            page.aside(aside)
            page.markup("</td>")
        }
        cell("strong", roll.path, roll.title)
        cell("n", grouped(count.clips))
        cell("n", count.size.description)
    }

    private func write(_ copy: RollCopy, _ evidence: [CopyEvidence: Int], to page: inout HTMLWriter) {
        page.cell(copy.path, "words")
        page.element("td", "words") { page in
            if evidence.isEmpty { page.element("span", "none", "–") }
            for level in CopyEvidence.allCases {
                guard let count = evidence[level] else { continue }
                page.element(
                    "div", level.colour, evidence.count == 1 ? level.words : "\(grouped(count)): \(level.words)")
            }
        }
        page.cell(copy.at.moment, "tc")
        page.cell(copy.record, "words")
    }
}

extension CopyEvidence {
    /// What is on record, for people.
    fileprivate var words: String {
        switch self {
        case .none: "no record"
        case .failed: "failed, or is not there"
        case .listed: "listed by a manifest; nobody knows how it was checked"
        case .streamed: "hashed in flight; the copy was not read"
        case .readBack: "read back and equal, not shown to come from the device"
        case .proved: "proved"
        case .provedSourceTwice: "proved, source read twice"
        }
    }

    fileprivate var colour: StaticString {
        switch self {
        case .none, .failed: "act"
        case .listed, .streamed, .readBack: "check"
        case .proved, .provedSourceTwice: "good"
        }
    }
}
