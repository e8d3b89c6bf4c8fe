internal import ClipMetadata
internal import FileTree
internal import MediaTime

/// The recordings of one take: a file for each microphone, or one for all, in one piece or in several.
struct SoundTake {
    /// By their paths.
    let recordings: [SoundRecording]
    /// By when they start, each piece of the take with its files; one piece where nobody says when they start.
    let pieces: [[SoundRecording]]

    /// A day in hours: a take whose files start half a day apart went over midnight.
    private static let halfDay = 12 * 3600

    init(_ recordings: [SoundRecording]) {
        self.recordings = recordings
        pieces = SoundTake.pieces(of: recordings)
    }

    /// Files that overlap in time are tracks, files that follow each other are pieces.
    private static func pieces(of recordings: [SoundRecording]) -> [[SoundRecording]] {
        let timed = recordings.compactMap { recording in span(of: recording).map { (recording, $0) } }
        guard timed.count == recordings.count, let rate = timed.first?.0.facts?.sampleRate, rate > 0 else {
            return [recordings]
        }
        let first = timed.map(\.1.lowerBound).max() ?? 0
        let goesOverMidnight = timed.contains { first - $0.1.lowerBound > halfDay * min(rate, 1 << 32) }
        func isAfterMidnight(_ span: Range<Int>) -> Bool {
            goesOverMidnight && span.lowerBound < halfDay * min(rate, 1 << 32)
        }
        let ordered = timed.sorted { one, other in
            let (mine, theirs) = (isAfterMidnight(one.1), isAfterMidnight(other.1))
            return mine == theirs ? one.1.lowerBound < other.1.lowerBound : theirs
        }
        var (pieces, end) = ([[SoundRecording]](), 0)
        for (recording, span) in ordered {
            let isNew = pieces.isEmpty || span.lowerBound >= end || isAfterMidnight(span) && end > span.upperBound
            if isNew { pieces.append([]) }
            pieces[pieces.count - 1].append(recording)
            end = isNew ? span.upperBound : max(end, span.upperBound)
        }
        return pieces
    }

    /// The samples of the day that a recording takes.
    static func span(of recording: SoundRecording) -> Range<Int>? {
        guard let start = recording.facts?.start, let samples = recording.facts?.samples,
            case let (end, overflow) = start.addingReportingOverflow(samples), start >= 0, samples > 0, !overflow
        else { return nil }
        return start..<end
    }

    /// What people call it: what the names of its files share.
    var name: String {
        guard let first = recordings.first else { return "" }
        if recordings.count == 1 { return first.grammar == nil ? first.stem : first.name.base }
        let shared = recordings.dropFirst().reduce(first.name.base) { $0.commonPrefix(with: $1.name.base) }
        if recordings.allSatisfy({ $0.name.base == shared }) { return shared }
        let trimmed = String(shared.reversed().drop { "_- ".contains($0) }.reversed())
        return trimmed.isEmpty ? first.stem : trimmed
    }

    /// When it was recorded; nil where nobody says.
    var moment: (day: String, time: ExactSeconds)? {
        guard let facts = pieces.first?.first?.facts, let date = facts.date, let start = facts.start,
            let rate = facts.sampleRate, let time = ExactSeconds(start, over: rate)
        else { return nil }
        return (date.metadataText, time)
    }

    /// Marks that all of its files have.
    func marks(on card: CardTree) -> Set<Clip.Mark> {
        let each = recordings.map { recording in
            SoundFolders.marks(of: recording.folder, on: card)
                .union(recording.facts?.isFalseStart == true ? [.falseTake] : [])
        }
        return each.dropFirst().reduce(each.first ?? []) { $0.intersection($1) }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}

/// Folders in which recorders put takes that somebody took back.
enum SoundFolders {
    /// Names of folders of false takes, in capitals without what separates their words.
    private static let falseTakes: Set<String> = ["FALSETAKES", "FALSETAKE"]

    /// What lying in a folder, or in one inside it, says of a take.
    static func marks(of folder: Int, on card: CardTree) -> Set<Clip.Mark> {
        var (marks, folder) = (Set<Clip.Mark>(), folder)
        while folder != 0 {
            let name = card.name(of: folder).uppercased().filter { !" _-".contains($0) }
            if name == "TRASH" { marks.insert(.trash) }
            if falseTakes.contains(name) { marks.insert(.falseTake) }
            folder = Int(card.tree.entries[folder].parent)
        }
        return marks
    }
}
