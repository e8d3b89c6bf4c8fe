public import CameraCards
internal import ClipMetadata
internal import FileTree

/// The rows of one roll, from what its card and its files say.
///
/// A clip is one row; of GoPro, DJI, Atomos and recordings of sound each file is one, as applications import them.
/// Still pictures are no rows: they are counted. Media that belong to no clip have a row for each file, and for each
/// sequence of frames.
public struct LogRows {
    /// The rows, in the order of the report's clips.
    public private(set) var clips: [LoggedClip] = []
    /// What should be looked at: files that were not understood, what the card's layout tells, reels nobody said.
    public private(set) var exceptions: [LogException] = []

    private let report: CardReport
    private let roll: LoggedRoll
    private let place: Int
    private let records: RollRecords

    /// Makes them.
    ///
    /// - Parameters:
    ///   - place: the roll's place among those of the log.
    ///   - records: what is on record of its files, by their paths in the roll.
    public init(_ report: CardReport, of roll: LoggedRoll, at place: Int, records: RollRecords = .none) {
        (self.report, self.roll, self.place, self.records) = (report, roll, place, records)
        let recorded = report.clips.filter { !$0.clip.marks.contains(.still) }
        clips = recorded.flatMap { record in
            ClipRows(record, on: report.card.tree).rows.map {
                row($0, of: record.clip, isSound: record.clip.family.isSound, family: record.clip.family.rawValue)
            }
        }
        clips += report.loose.flatMap { record in
            ClipRows(record, on: report.card.tree).rows.map {
                row($0, of: record.clip, isSound: record.holdsSoundAlone, family: CardLine.plainFolder)
            }
        }
        nameReels()
        noteStills(report.clips.count - recorded.count)
        noteUnread()
        noteFindings()
    }

    private func row(_ row: ClipRows.Row, of clip: Clip, isSound: Bool, family: String) -> LoggedClip {
        let tree = report.card.tree
        let paths = row.files.map { tree.path(of: $0.number) }
        let files = zip(row.files, paths).map { file, path in
            LoggedClip.File(
                path: path.description, size: tree.size(of: file.number), role: file.role.rawValue,
                checksum: records.checksum(path))
        }
        return LoggedClip(
            kind: isSound ? .sound : .picture, roll: place, clip: row.name, part: row.part, family: family, source: row.source, files: files,
            frames: row.frames.map(LoggedClip.Frames.init), marks: clip.marks.map(\.rawValue).sorted(),
            values: row.values, evidence: records.weakest(of: paths, row.frames, copies: roll.copies.count))
    }

    // MARK: - What should be looked at

    /// A sound roll's own name is the reel of its recordings; else the roll's folder stands for it.
    private mutating func nameReels() {
        var count = 0
        for index in clips.indices where clips[index].values[.reel] == nil {
            if clips[index].kind == .sound, let said = clips[index].values.all[.soundRoll] {
                clips[index].values.fill(.reel, said.text, said.source)
            } else {
                clips[index].values.fill(.reel, roll.name, LogSource(.rollName, roll.path))
                count += 1
            }
        }
        guard count > 0 else { return }
        let whose = count == clips.count ? "its \(counted(count, "row"))" : "\(count) of its \(clips.count) rows"
        note(
            .reelFromFolder, "Nobody says the reel of \(whose): the folder's name, \(roll.name), stands for it.",
            "If the cutting room knows the reel by another name, say so with --correct.")
    }

    private mutating func noteStills(_ count: Int) {
        guard count > 0 else { return }
        note(.stills, "\(counted(count, "still picture")) \(count == 1 ? "is" : "are") no row of the log.", "")
    }

    private mutating func noteUnread() {
        for line in report.unreadLines {
            note(.unread, "\(line.place): \(line.message)", "What it says of its clip is not in the log.")
        }
        for remark in report.remarks { note(.unread, remark, "") }
    }

    /// Where those who spoke of a clip disagree, its row says so itself; what belongs to no clip has rows.
    private mutating func noteFindings() {
        let told = report.loose.isEmpty ? nil : report.card.looseFinding
        for finding in report.findings + report.card.looseRemarks
        where finding.code != .conflict && finding != told {
            note(.cardFinding, finding.sentence, finding.nextStep)
        }
    }

    private mutating func note(_ code: LogException.Code, _ sentence: String, _ nextStep: String) {
        exceptions.append(LogException(code, roll: roll.path, sentence, nextStep: nextStep))
    }
}

/// `1 clip`, `12 clips`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension ClipRecord {
    /// Whether a loose file holds sound alone, by its ending or by what it says of itself.
    fileprivate var holdsSoundAlone: Bool {
        clip.family.isSound
            || clip.frames == nil && metadata.width.all.isEmpty && metadata.frames.all.isEmpty
                && !metadata.sampleRate.all.isEmpty
    }
}

extension LoggedRoll {
    /// Describes the roll that a card is.
    public init(of card: Card, at path: String, folder: String, copies: [RollCopy] = []) {
        let families = card.parts.map(\.layout.family)
        let titles = families.map(\.title).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        self.init(
            path: path, folder: folder, title: titles.isEmpty ? "Plain folder" : titles.joined(separator: ", "),
            isSound: families.isEmpty
                ? !card.loose.isEmpty && card.loose.allSatisfy(\.family.isSound) : families.allSatisfy(\.isSound),
            copies: copies)
    }
}
