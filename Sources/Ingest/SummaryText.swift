internal import Checksums
internal import FileTree
internal import MediaTime
internal import Offload
internal import Proof

/// What came of a card, for people: a table, what failed and why, and one line that says it all.
public struct SummaryText {
    private let outcome: CardOutcome
    private let own: OwnManifest

    /// How many failures are shown before they are only counted; the record holds all.
    private static let shown = 20
    /// How many files are named that a manifest lists and the card does not hold.
    private static let shownMissing = 5

    /// Words for an outcome.
    public init(_ outcome: CardOutcome) {
        self.outcome = outcome
        own = outcome.ownManifest
    }

    /// All of it.
    public var text: String {
        ([table] + failures + notes + names + [verdict]).joined(separator: "\n") + "\n"
    }

    // MARK: - Table

    private var table: String {
        var rows = [["destination", "files", "bytes", "proved", "failed", "evidence", "time"]]
        for copy in outcome.copies {
            rows.append([
                SafeText.of(copy.destination), grouped(outcome.fileCount), outcome.size.description,
                grouped(copy.verified.count), grouped(copy.failures.count + outcome.cardFailures.count),
                copy.failure == nil ? copy.verified.weakestEvidence?.words ?? "none" : "destination failed",
                ExactSeconds(nanoseconds: copy.duration).words,
            ])
        }
        return TextTable(rows, right: 1..<5).text
    }

    // MARK: - Failures

    private var failures: [String] {
        var lines: [String] = []
        for failure in outcome.cardFailures { lines.append(line(failure, on: nil)) }
        for error in outcome.card.tree.unreadable {
            lines.append("\(SafeText.of(error.place)) could not be listed: \(error.cause). \(error.nextStep)")
        }
        for copy in outcome.copies {
            if let failure = copy.failure {
                let sentence = SafeText.of(failure.sentence)
                lines.append("\(SafeText.of(copy.destination)): \(sentence). \(failure.nextStep)")
            }
            for failure in copy.failures { lines.append(line(failure, on: copy)) }
        }
        if lines.count > SummaryText.shown {
            let more = lines.count - SummaryText.shown
            lines = Array(lines.prefix(SummaryText.shown)) + ["… and \(more) more: see the record in Logs."]
        }
        return lines
    }

    private func line(_ failure: FileFailure, on copy: CardOutcome.Copy?) -> String {
        let place = copy.map { " on \(SafeText.of($0.destination))" } ?? ""
        let path = SafeText.of(outcome.card.tree.path(of: failure.number))
        return "\(path)\(place) \(SafeText.of(failure.sentence)). \(failure.nextStep)"
    }

    // MARK: - Notes

    private var notes: [String] {
        var notes: [String] = []
        if own.listed > 0, !outcome.isInterrupted { notes.append(matched) }
        if !own.missing.isEmpty {
            let names = own.missing.prefix(SummaryText.shownMissing).map { SafeText.of($0) }.joined(separator: ", ")
            let rest = own.missing.count > SummaryText.shownMissing ? ", …: see the record in Logs" : ""
            notes.append("\(missing): \(names)\(rest).")
        }
        let (links, others) = leftOutCounts
        if links > 0 { notes.append("\(counted(links, "link or special file", "links or special files")) not copied.") }
        if others.entries > 0 {
            notes.append("\(counted(others.files, "file")) left out (\(others.size)): see the record in Logs.")
        }
        let unlistable = outcome.copies.map(\.unlistable).max() ?? 0
        if unlistable > 0 {
            notes.append(
                "\(counted(unlistable, "name")) copied and proved, but not in the manifest: XML cannot carry them.")
        }
        for copy in outcome.copies {
            let less = copy.shortfalls
            let name = SafeText.of(copy.destination)
            if less.attributesNotKept > 0 {
                notes.append("\(name) could not keep \(counted(less.attributesNotKept, "attribute")).")
            }
            if less.movedAway > 0 {
                let (files, were) = (counted(less.movedAway, "file"), less.movedAway == 1 ? "was" : "were")
                let place = SafeText.of(RollPlace(roll: outcome.roll).rejected)
                notes.append("\(name): \(files) that \(were) there and not the card's \(were) moved to \(place).")
            }
            if !copy.notSealed.isEmpty {
                let (asked, were) = (copy.notSealed.map(\.rawValue), copy.notSealed.count == 1 ? "was" : "were")
                notes.append(
                    "\(name): the roll was sealed before; \(asked.joined(separator: ", ")) \(were) not added to it.")
            }
            if less.timesNotKept > 0 {
                let files = counted(less.timesNotKept, "file")
                notes.append("\(name) keeps the times of \(files) otherwise than the card.")
            }
        }
        if outcome.trustsLoop { notes.append("Loop devices were trusted as block devices (RUSHES_TRUST_LOOP).") }
        return notes
    }

    private var names: [String] { NameLines(outcome.card.names, of: outcome.card.argument).lines }

    private var matched: String {
        let text = "\(grouped(own.matched)) of \(grouped(own.listed)) files matched the manifest they came with."
        guard own.notCompared > 0 else { return text }
        let rest = own.notCompared == 1 ? "1 was" : "\(grouped(own.notCompared)) were"
        return text + " \(rest) not compared: left out, not proved, or no known checksum there."
    }

    private var missing: String {
        let isOrAre = own.missing.count == 1 ? "is" : "are"
        return "\(counted(own.missing.count, "file")) that the card's own manifest lists \(isOrAre) not on it"
    }

    private var leftOutCounts: (links: Int, others: (entries: Int, files: Int, size: ByteCount)) {
        var links = 0
        var others = (entries: 0, files: 0, size: ByteCount.zero)
        for entry in outcome.card.contents.leftOut {
            if case .notAFile = entry.reason {
                links += 1
            } else {
                others.entries += 1
                others.files += entry.files
                others.size += entry.size
            }
        }
        return (links, others)
    }

    // MARK: - Verdict

    /// The one line: complete or not, how that is known, and what may be done now.
    public var verdict: String {
        let name = SafeText.of(outcome.roll.name)
        if outcome.isInterrupted {
            return "\(name) NOT COMPLETE: interrupted. Keep the card; run the same command again."
        }
        return outcome.isComplete ? complete(name) : notComplete(name)
    }

    private func complete(_ name: String) -> String {
        let count = outcome.copies.count
        let disks = Set(outcome.copies.map { $0.volume.disks.isEmpty ? [$0.volume.source] : $0.volume.disks }).count
        let level = outcome.copies.compactMap(\.verified.weakestEvidence).min() ?? .proved
        var parts = ["\(counted(outcome.fileCount, "file")), \(outcome.size)"]
        if outcome.wasFinished { parts.append("already there") }
        let known = level == .readBack || level == .streamed ? level.words : "proved"
        parts.append("\(known) on \(count) of \(count) destinations (\(counted(disks, "device")))")
        parts.append(sourceReads)
        let (links, others) = leftOutCounts
        if links > 0 { parts.append("\(counted(links, "link or special file", "links or special files")) not copied") }
        if others.files > 0 { parts.append("\(counted(others.files, "file")) left out") }
        if !own.missing.isEmpty { parts.append(missing) }
        return "\(name) COMPLETE: \(parts.joined(separator: ", ")). \(unplug)"
    }

    private var unplug: String {
        switch outcome.copies.count {
        case 1: "It may be unplugged."
        case 2: "Both may be unplugged."
        default: "All may be unplugged."
        }
    }

    private var sourceReads: String {
        if outcome.sourceTwice { return "source read twice" }
        return outcome.bytesReadAgain == 0
            ? "source read once" : "\(ByteCount(outcome.bytesReadAgain)) of the source read again"
    }

    private func notComplete(_ name: String) -> String {
        var parts: [String] = []
        let differing = outcome.cardFailures.filter(\.isContentDifference).count
        let unreadable = outcome.cardFailures.count - differing
        if unreadable > 0 { parts.append(counted(unreadable, "file") + " unreadable") }
        if differing > 0 {
            parts.append(counted(differing, "file") + " not what the card's first read or manifest says")
        }
        let folders = outcome.card.tree.unreadable.count
        if folders > 0 { parts.append(counted(folders, "folder") + " unreadable") }
        let failed = outcome.copies.filter { $0.failure != nil }.count
        if failed > 0 { parts.append(counted(failed, "destination") + " failed") }
        let wrong = outcome.copies.reduce(0) { $0 + $1.failures.count }
        if wrong > 0 { parts.append(counted(wrong, "copy", "copies") + " not equal to the card") }
        if !own.missing.isEmpty { parts.append(missing) }
        return "\(name) NOT COMPLETE: \(parts.joined(separator: ", ")). Keep the card."
    }
}
