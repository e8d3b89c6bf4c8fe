internal import CameraCards
internal import ClipMetadata
internal import EditorLogs
internal import FileTree
internal import FoundationEssentials
internal import Offload
internal import Proof

/// Writes what is known of a roll's clips beside its other logs: `<roll>.clips.json` and `<roll>.clips.csv`, and for the
/// cutting room `<roll>.ale`, `<roll>.csv` and `<roll>.json`.
///
/// Read from a copy that was just proved, never from the card. That of a roll which is not whole bears the time of its
/// run: the plain name is for the whole roll.
struct ClipLog: Sendable {
    let outcome: CardOutcome
    /// Where the run wrote its records.
    let records: [String]
    let logs: IngestRequest.Logs
    let surroundings: Surroundings

    /// How many logs of one second are told apart.
    private static let mostOfASecond = 99

    /// How many errors are told one by one; `rushes clips` tells all.
    private static let mostErrors = 20

    /// The largest log that is looked into for its clips: one of thirty thousand.
    private static let largestLog = ByteCount.mebibytes(256)

    /// What came of it.
    struct Answer: Sendable {
        /// Where the logs lie.
        var paths: [String] = []
        /// What of the clips is lost or damaged, and what stood in the way of their logs.
        var warnings: [Warning] = []
        /// Whether the person's stop kept the clips from being read.
        var wasStopped = false
    }

    /// Reads a copy, and writes.
    func write(shouldStop: @escaping @Sendable () -> Bool) -> Answer {
        let planned = outcome.card.card
        guard !outcome.isInterrupted, !(planned.clips.isEmpty && planned.loose.isEmpty), let copy = proved else {
            return Answer()
        }
        let (card, disk): (Card, Subtree)
        do throws(DiskError) {
            disk = Subtree(disk: try surroundings.openCard(copy.path), folder: copy.roll)
            card = try Card(on: disk, label: outcome.card.name)
        } catch {
            return Answer(
                warnings: [Warning(at: copy.destination, "Its clips could not be read for the log: \(error).")])
        }
        let (all, failures) = LogFolder.all(for: outcome, logs, in: surroundings)
        // A roll that was only compared has its logs, unless the run that finished it was stopped before them.
        let folders = all.filter { !outcome.wasFinished || !hasLog(of: card, in: $0) }
        let report = CardReading(
            card, on: disk, at: "\(copy.path)/\(copy.roll)",
            mediaInfo: folders.isEmpty ? .failure(.missing) : surroundings.mediaInfo(shouldStop), permission: .allowed
        ).run(withLoose: true, shouldStop: shouldStop)
        guard !report.isInterrupted else { return Answer(warnings: failures, wasStopped: true) }
        var answer = Answer(warnings: failures)
        if !folders.isEmpty { write(report, of: copy, to: folders, &answer) }
        answer.warnings += losses(report, in: copy)
        return answer
    }

    private func write(
        _ report: CardReport, of copy: CardOutcome.Copy, to folders: [LogFolder], _ answer: inout Answer
    ) {
        answer.warnings += report.remarks.map { Warning(at: copy.destination, $0) }
        let roll = RollLog(outcome: outcome, copy: copy, records: records).files(report)
        answer.warnings += roll.warnings.map { Warning(at: copy.destination, $0) }
        // The document of clips comes last: where it is, everything is.
        let files =
            [(".clips.csv", ClipSheet(report).bytes)] + roll.files.map { (ending(of: $0.name), $0.bytes) }
            + [(".clips.json", document(report))]
        for folder in folders {
            do throws(DiskError) {
                try folder.make()
                for (ending, bytes) in files {
                    answer.paths.append(try place(bytes, names(ending, isWhole: copy.isComplete), in: folder))
                }
            } catch {
                answer.warnings.append(LogFolder.failure(error, at: folder.name))
            }
        }
    }

    /// What stands behind the roll's name: `_2997DF.ale`.
    private func ending(of name: String) -> String {
        let roll = outcome.roll.name.text
        return name.hasPrefix(roll) ? String(name.dropFirst(roll.count)) : "_\(name)"
    }

    /// What of a roll is lost or damaged; of a roll that is not whole nobody knows yet.
    private func losses(_ report: CardReport, in copy: CardOutcome.Copy) -> [Warning] {
        guard copy.isComplete else { return [] }
        // What names and sizes tell was told before the start.
        let told = Set(outcome.card.card.findings)
        let errors = report.findings.filter { $0.severity == .error && !told.contains($0) }
        let place = copy.destination + (copy.destination.hasSuffix("/") ? "" : "/") + copy.roll.description
        let warnings = errors.prefix(ClipLog.mostErrors).map { Warning(at: place, "\($0.sentence) \(nextStep($0))") }
        guard errors.count > warnings.count else { return warnings }
        let more = counted(errors.count - warnings.count, "more error")
        return warnings + [Warning(at: place, "\(more) in its clips: `rushes clips` tells all.")]
    }

    /// What to do about it, now that the copy is proved: to copy it again is no use.
    private func nextStep(_ error: CardFinding) -> String {
        error.code == .cutShort
            ? "It is the same on the card: tell the camera crew before the card is erased." : error.nextStep
    }

    /// Whether a log of these very clips is there, and one for the cutting room: a roll that grew since has others.
    private func hasLog(of card: Card, in folder: LogFolder) -> Bool {
        let entries = (try? folder.disk.entries(of: folder.folder)) ?? []
        let names = Set(entries.map { String(decoding: $0.name, as: UTF8.self) })
        let clips = LoggedClips(of: card)
        return entries.contains { entry in
            let path = folder.folder.appending(component: entry.name)
            let name = path.name.text
            guard name.hasSuffix(".clips.json"), names.contains(name.dropLast(".clips.json".count) + ".json"),
                let bytes = try? folder.disk.contents(of: path, limit: ClipLog.largestLog),
                let log = try? JSONDecoder().decode(LoggedClips.self, from: Data(bytes))
            else { return false }
            return log == clips
        }
    }

    /// The first copy that all of the roll is on, else the first that is there at all.
    private var proved: CardOutcome.Copy? {
        let there = outcome.copies.filter { $0.failure == nil && $0.verified.count > 0 }
        return there.first(where: \.isComplete) ?? there.first
    }

    private func document(_ report: CardReport) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding these values cannot fail: they hold text, numbers and lists of them.
        return (try? encoder.encode(ClipDocument(report, of: outcome.roll))).map { Array($0) + [0x0A] } ?? []
    }

    // MARK: - Names

    /// Writes a log under the first of its names that is free; one that says the same already stays as it is.
    private func place(_ bytes: [UInt8], _ names: [String], in folder: LogFolder) throws(DiskError) -> String {
        for name in names {
            let path = folder.folder.appending(component: name.utf8)
            do throws(DiskError) {
                try write(bytes, folder.create(name), in: folder)
                return "\(folder.path)/\(path)"
            } catch {
                guard error.reason == .exists else { throw error }
            }
            let there = try? folder.disk.contents(of: path, limit: ByteCount(Int64(bytes.count)))
            if there == bytes { return "\(folder.path)/\(path)" }
        }
        throw DiskError(.create, at: folder.folder, number: ClipLog.exists)
    }

    /// errno EEXIST, the same on Linux and macOS.
    private static let exists: Int32 = 17

    /// `A001.clips.json`; of a roll that has grown since, `A001_20260312T093015Z.clips.json`, and so on.
    private func names(_ ending: String, isWhole: Bool) -> [String] {
        let roll = outcome.roll.name.text
        let stamped = "\(roll)_\(outcome.startedAt.fileNameStamp)"
        return (isWhole ? ["\(roll)\(ending)"] : []) + ["\(stamped)\(ending)"]
            + (2...ClipLog.mostOfASecond).map { "\(stamped)_\($0)\(ending)" }
    }

    /// Whole and flushed, or not there: half a log would be read for a whole one.
    private func write(_ bytes: [UInt8], _ file: DiskFile, in folder: LogFolder) throws(DiskError) {
        defer { folder.disk.close(file) }
        do throws(DiskError) {
            try folder.disk.write(file, bytes, at: 0)
            try folder.disk.flush(file)
            try folder.flush()
        } catch {
            try? folder.disk.remove(file.place)
            throw error
        }
    }
}

/// Which clips a log is about.
private struct LoggedClips: Hashable, Decodable {
    struct Clip: Hashable, Decodable {
        let name: String
        let folder: String
        let files: [File]
    }

    struct File: Hashable, Decodable {
        let path: String
        let size: Int64
    }

    let clips: [Clip]

    init(of card: Card) {
        clips = card.clips.map { clip in
            let files = clip.files.map { file in
                File(path: card.tree.path(of: file.number).description, size: card.tree.size(of: file.number))
            }
            return Clip(name: clip.name, folder: clip.folder.description, files: files)
        }
    }
}
