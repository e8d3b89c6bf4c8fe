internal import CameraCards
internal import ClipMetadata
internal import FileTree

/// One roll of a log before it is put with the others; its rows name no roll yet.
struct GatheredRoll {
    /// The roll.
    private(set) var roll: LoggedRoll
    /// Its rows.
    private(set) var clips: [LoggedClip]
    /// What should be looked at.
    private(set) var exceptions: [LogException]
    /// Whether some of its files could not be read.
    private(set) var hasUnreadable = false

    /// Takes the newest log that is of the roll's files as they are, and what all logs say of its copies.
    ///
    /// What is joined is not taken from it: that is made anew, with all rolls.
    ///
    /// - Returns: nil where no log is.
    init?(_ found: FoundRoll, logged documents: [RollLogs.Document]) {
        var gone: Set<String> = []
        var fitting: RollLogs.Document?
        for document in documents {
            let changes = found.content.changes(since: document.clips)
            if changes?.isNone == true {
                fitting = document
                break
            }
            gone.formUnion(changes?.gone ?? [])
        }
        guard let newest = fitting else { return nil }
        let said = newest.roll
        roll = LoggedRoll(
            path: said.path, folder: found.place, title: said.title, isSound: said.isSound, copies: said.copies)
        (clips, exceptions) = (newest.clips, newest.exceptions)
        for place in clips.indices { (clips[place].sound, clips[place].jammedStart) = ([], nil) }
        add(documents)
        note(found)
        // Files that a newer log names are no less gone.
        noteGone(gone)
    }

    /// Reads a roll or card afresh.
    init(
        _ card: CardSearch.Found, as found: FoundRoll, logged documents: [RollLogs.Document], on volume: Volume,
        _ mediaInfo: Result<MediaInfo, MediaInfo.Absence>, shouldStop: @escaping @Sendable () -> Bool
    ) throws(LogError) {
        let report = CardReading(card, in: found.folder.path, on: volume, mediaInfo: mediaInfo)
            .run(withLoose: true, shouldStop: shouldStop)
        guard !report.isInterrupted else { throw .stopped(found.place) }
        let history = RollHistory(on: card.disk)
        let copy = history.copy(at: found.place)
        roll = LoggedRoll(
            of: card.card, at: documents.first?.roll.path ?? found.pathInFolder, folder: found.place,
            copies: copy.map { [$0] } ?? [])
        let records = copy == nil ? RollRecords.none : history.records(of: card.card.tree.tree)
        let rows = LogRows(report, of: roll, at: 0, records: records)
        (clips, exceptions) = (rows.clips, rows.exceptions)
        hasUnreadable = report.unread.contains { $0.code == .disk } || !card.card.tree.tree.unreadable.isEmpty
        add(documents)
        if let damage = history.damage { noteDamage(damage) }
        note(found)
        let gone = documents.first.flatMap { found.content.changes(since: $0.clips)?.gone } ?? []
        noteGone(gone.union(history.gone(from: found.content)))
    }

    /// Lets the sound in it alone count.
    mutating func keepSound() {
        clips.removeAll { $0.kind != .sound }
        roll = LoggedRoll(path: roll.path, folder: roll.folder, title: roll.title, isSound: true, copies: roll.copies)
    }

    private mutating func add(_ documents: [RollLogs.Document]) {
        var evidence = RollEvidence(clips, on: roll.copies)
        for document in documents { evidence.add(document.clips, on: document.roll.copies) }
        (clips, roll.copies) = (evidence.clips, evidence.copies)
    }

    private mutating func noteDamage(_ damage: String) {
        exceptions.append(
            LogException(
                .unread, roll: roll.path, "Its history is damaged: \(damage).",
                nextStep: "rushes verify tells more; get the history from another copy."))
    }

    private mutating func noteGone(_ files: Set<String>) {
        guard !files.isEmpty else { return }
        let isOne = files.count == 1
        exceptions.append(
            LogException(
                .missing, roll: roll.path,
                "\(counted(files.count, "file")) on record \(isOne ? "is" : "are") no longer there: "
                    + "\(RollChanges.list(files)).",
                nextStep: "Look for \(isOne ? "it" : "them") on another copy; rushes verify tells all that is gone."))
    }

    private mutating func note(_ found: FoundRoll) {
        guard found.isPartial else { return }
        exceptions.append(
            LogException(
                .unfinished, roll: roll.path, "The roll is not whole: its offload did not finish.",
                nextStep: "Run the same rushes ingest again, then log it again."))
    }
}

extension LogError {
    /// The person stopped the run.
    static func stopped(_ place: String) -> LogError {
        LogError(.stopped, at: place, "It was not read: the run was stopped.")
    }
}
