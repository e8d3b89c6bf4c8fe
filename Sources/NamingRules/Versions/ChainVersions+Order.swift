internal import FileTree

extension ChainVersions {
    /// Drives that keep times in steps of two seconds make files that much older.
    private static let tolerance: Int64 = 2_000_000_000
    /// Drives that keep local time are an hour wrong for half of the year.
    private static let summerTime: Int64 = 3_600_000_000_000

    /// V04: versions that were changed before a lower one, one finding for all of them, at the highest.
    func tellOrder(into findings: inout RuleFindings) {
        var pairs: [(lower: Part, higher: Part)] = []
        // Of each form the oldest part of the highest version so far that has it.
        var below: [UInt32: Part] = [:]
        for version in versions {
            let spans = ChainVersions.spans(version)
            let pair = spans.lazy.compactMap { form, span in
                below[form].map { (lower: $0, higher: span.newest) }
            }.filter { ChainVersions.isBefore($0.higher.extent.latest, $0.lower.extent.earliest) }
                .min { $0.higher.item.thing < $1.higher.item.thing }
            if let pair { pairs.append(pair) }
            for (form, span) in spans { below[form] = span.oldest }
        }
        guard let last = pairs.last else { return }
        let rest = pairs.count - 1
        let more = rest == 0 ? "" : " So \(rest == 1 ? "is 1 more version" : "are \(rest) more versions") of the chain."
        findings.add(
            .olderThanLower, last.higher.thing, marked: catalogue.marked(last.higher.item),
            "\(label(last.higher.item)) was last changed at \(last.higher.extent.latest.utc), before "
                + "\(label(last.lower.item)) at \(last.lower.extent.earliest.utc).\(more)",
            .advice("Make sure which of them is the newer work: the highest number counts, not the date."),
            others: [last.lower.thing])
    }

    /// Of each form of a version the part that was changed first, and the one that was changed last.
    private static func spans(_ version: Version) -> [UInt32: (oldest: Part, newest: Part)] {
        var spans: [UInt32: (oldest: Part, newest: Part)] = [:]
        for part in version.parts where part.item.form < VersionCatalogue.emptyFolder {
            var span = spans[part.item.form] ?? (part, part)
            if part.extent.earliest < span.oldest.extent.earliest { span.oldest = part }
            if span.newest.extent.latest < part.extent.latest { span.newest = part }
            spans[part.item.form] = span
        }
        return spans
    }

    private static func isBefore(_ one: Instant, _ other: Instant) -> Bool {
        // Times are what a disk says: they may lie so far apart that the difference is no number.
        let (difference, isFar) = other.nanoseconds.subtractingReportingOverflow(one.nanoseconds)
        guard !isFar else { return one < other }
        return difference > tolerance && !(summerTime - tolerance...summerTime + tolerance).contains(difference)
    }
}
