internal import NamingRules

/// What the rules for camera originals find in the names of the rolls, besides what is said of their clips.
struct NameSection {
    /// Findings of a roll that are shown: more are no list that anybody reads.
    static let most = 50

    private let rolls: [RollNames]

    init(_ rolls: [RollNames]) {
        self.rolls = rolls.filter { $0.names.count > 0 }
    }

    func write(to page: inout HTMLWriter) {
        guard !rolls.isEmpty else { return }
        PageFrame.section("Names", "look", &page) { page in
            for roll in rolls { write(roll, to: &page) }
        }
    }

    private func write(_ roll: RollNames, to page: inout HTMLWriter) {
        let isSerious = roll.names.findings.contains { $0.severity == .error }
        page.element("article", isSerious ? "act-band" : "check-band") { page in
            page.element("div") { page in
                page.element("h3", nil, roll.roll)
                let word = (isSerious ? Urgency.act : .check).word
                page.element("span", isSerious ? "act" : "check", "\(word) · \(grouped(roll.names.count))")
            }
            page.line()
            page.element("ul") { page in
                for finding in roll.names.findings.prefix(Self.most) { write(finding, to: &page) }
                let more = roll.names.count - min(roll.names.findings.count, Self.most)
                if more > 0 {
                    let rest = "… and \(grouped(more)) more; rushes check --rules camera-originals lists them."
                    page.element("li", "next", rest)
                }
            }
        }
        page.line()
    }

    private func write(_ finding: Finding, to page: inout HTMLWriter) {
        page.element("li") { page in
            page.element("b") { $0.path(finding.place, marked: nil) }
            page.text(" \(finding.sentence) ")
            page.element("i", nil, finding.nextStep)
        }
        page.line()
    }
}
