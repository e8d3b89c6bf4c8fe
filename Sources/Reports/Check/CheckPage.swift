public import FileTree
public import NamingRules

/// A check on one page: HTML that holds all it needs, runs nothing, and asks nobody for anything.
///
/// It opens with the verdict; then the findings, which can be filtered by weight, rule and kind; then the chains of
/// versions, and the sequences of frames. The same report always gives the same bytes.
public struct CheckPage: Sendable {
    /// What was found.
    public let report: CheckReport
    /// What was asked.
    public let question: Question

    /// What was asked, and when.
    public struct Question: Sendable {
        /// The folder as the person wrote it.
        public let folder: String
        /// The rules, in the order of their file.
        public let rules: [RuleSettings]
        /// The last line of the command: what it came to, and what the folder was held against.
        public let verdict: String
        /// The moment of the check.
        public let at: Instant

        /// Puts it together.
        public init(folder: String, rules: [RuleSettings], verdict: String, at: Instant) {
            (self.folder, self.rules, self.verdict, self.at) = (folder, rules, verdict, at)
        }
    }

    /// Takes a report.
    public init(_ report: CheckReport, of question: Question) {
        (self.report, self.question) = (report, question)
    }

    /// The page, in UTF-8.
    public var bytes: [UInt8] {
        let groups = FindingGroup.all(in: report.findings, question.rules)
        let filters = FindingFilters(groups, question.rules)
        var page = HTMLWriter()
        PageFrame.begin("Check of \(question.folder)", &page) { page in
            page.markup(CheckStyle.sheet)
            filters.writeStyle(to: &page)
        }
        CheckHeading(report, question).write(to: &page)
        filters.write(to: &page)
        FindingSection(groups, filters).write(to: &page)
        ChainSection(report.chains).write(to: &page)
        SequenceSection(report.named).write(to: &page)
        PageFrame.end(
            &page,
            words:
                "Nothing was renamed, moved or changed. The newest version is the highest complete one, whatever the "
                + "dates say.")
        return page.bytes
    }
}
