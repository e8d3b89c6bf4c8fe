internal import FileTree

extension ChainVersions {
    /// Drives that keep times in steps of two seconds make files that much older.
    private static let tolerance: Int64 = 2_000_000_000
    /// Drives that keep local time are an hour wrong for half of the year.
    private static let summerTime: Int64 = 3_600_000_000_000

    /// V04: versions that were changed before a lower one, one finding for all of them, at the highest.
    func tellOrder(into findings: inout RuleFindings) {
        var pairs: [(lower: Part, higher: Part)] = []
        for place in versions.indices.dropFirst() {
            if let pair = earlier(place) { pairs.append(pair) }
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

    /// A form of a version whose last file is older than the first of the same form of the next lower version with it.
    private func earlier(_ place: Int) -> (lower: Part, higher: Part)? {
        for form in versions[place].forms {
            guard let higher = newest(of: form, in: versions[place]),
                let below = versions[..<place].last(where: { $0.forms.contains(form) }),
                let lower = oldest(of: form, in: below),
                ChainVersions.isBefore(higher.extent.latest, lower.extent.earliest)
            else { continue }
            return (lower, higher)
        }
        return nil
    }

    private func newest(of form: UInt32, in version: Version) -> Part? {
        version.parts(of: form).max { $0.extent.latest < $1.extent.latest }
    }

    private func oldest(of form: UInt32, in version: Version) -> Part? {
        version.parts(of: form).min { $0.extent.earliest < $1.extent.earliest }
    }

    private static func isBefore(_ one: Instant, _ other: Instant) -> Bool {
        // Times are what a disk says: they may lie so far apart that the difference is no number.
        let (difference, isFar) = other.nanoseconds.subtractingReportingOverflow(one.nanoseconds)
        guard !isFar else { return one < other }
        return difference > tolerance && !(summerTime - tolerance...summerTime + tolerance).contains(difference)
    }
}
