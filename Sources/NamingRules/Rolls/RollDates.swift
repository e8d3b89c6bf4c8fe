internal import CameraCards
internal import ClipMetadata
internal import FileTree

/// Days that cannot be, and clips that lie in the folder of another day.
struct RollDates {
    private let rolls: Rolls
    private let format: FieldType.DateField?

    init(_ rolls: Rolls, _ format: FieldType.DateField?) {
        (self.rolls, self.format) = (rolls, format)
    }

    /// What is wrong with a clip's day, as clauses behind `It`; clips of a roll with the same trouble are told together.
    private struct Trouble: Hashable {
        let clause: String
        let clauseOfMany: String
        /// What to do.
        let advice: String

        init(_ one: String, _ many: String, advice: String) {
            (clause, clauseOfMany, self.advice) = (one, many, advice)
        }
    }

    /// Finds wrong days of clips and of folders.
    func judge(_ scope: ScopedThings, _ findings: inout RuleFindings) {
        folders(scope, &findings)
        guard let today = ShootDate(findings.folder.now) else { return }
        var misread: Set<Int> = []
        var days = FolderDays(findings.folder.named, format)
        for roll in rolls.all {
            var (order, clips) = ([Trouble](), [Trouble: [Int]]())
            for clip in roll.clips {
                let around = days.around(clip)
                if let folder = misreadFolder(of: clip, around) {
                    if misread.insert(folder.entry).inserted { tell(folder, &findings) }
                    continue
                }
                guard let trouble = trouble(with: clip, around.day, today, findings.folder.named.tree) else { continue }
                if clips[trouble] == nil { order.append(trouble) }
                clips[trouble, default: []].append(clip.entry)
            }
            for trouble in order { tell(trouble, of: clips[trouble] ?? [], &findings) }
        }
    }

    private func tell(_ trouble: Trouble, of entries: [Int], _ findings: inout RuleFindings) {
        guard let first = entries.first, let thing = findings.folder.named.thing(at: first) else { return }
        let more = entries.count - 1
        let sentence =
            more == 0
            ? "It \(trouble.clause)." : "It and \(more) more \(more == 1 ? "clip" : "clips") \(trouble.clauseOfMany)."
        findings.add(
            .wrongDate, thing, sentence, .advice(trouble.advice),
            others: entries.dropFirst().prefix(RollDates.mostOthers).compactMap(findings.folder.named.thing(at:)))
    }

    /// A finding names so many further clips.
    private static let mostOthers = 100

    // MARK: - Clips

    private func trouble(with clip: RollClip, _ folder: ShootDate?, _ today: ShootDate, _ tree: TreeSnapshot)
        -> Trouble?
    {
        guard let name = clip.grammar, let text = name.date else { return troubleByFile(clip, folder, today, tree) }
        guard let day = RecordedDay(name) else {
            return Trouble(
                "carries \(text), which no calendar has", "carry \(text), which no calendar has",
                advice: RollDates.clock)
        }
        if let date = day.date {
            if date.ordinal > today.ordinal + 1 {
                return carrying(day, "which is still to come", advice: RollDates.clock)
            }
            if date.isOfUnsetClock {
                return carrying(day, "which a clock shows that was never set", advice: RollDates.clock)
            }
        }
        guard let folder, !RollDates.fits(day, name, folder) else { return troubleByFile(clip, nil, today, tree) }
        return carrying(
            day, "and the folder is of \(folder.metadataText)", advice: "Find out which of the two days is right.")
    }

    private func carrying(_ day: RecordedDay, _ clause: String, advice: String) -> Trouble {
        Trouble("carries \(day.words), \(clause)", "carry \(day.words), \(clause)", advice: advice)
    }

    /// A day of shooting goes on after midnight; what a camera recorded before noon may be of the day before.
    private static func fits(_ day: RecordedDay, _ name: ClipName, _ folder: ShootDate) -> Bool {
        let days = day.days(after: folder)
        return days == 0 || days == 1 && (name.shootTime.map { $0.seconds < 12 * 3600 } ?? true)
    }

    private static let clock = "Set the clock of the camera, and tell the editor which day it was."

    /// Copies change the dates of files, but only to later ones.
    private func troubleByFile(
        _ clip: RollClip, _ folder: ShootDate?, _ today: ShootDate, _ tree: TreeSnapshot
    ) -> Trouble? {
        guard let date = ShootDate(tree.entries[clip.entry].modified) else { return nil }
        let advice = "Do not rely on the date of the file."
        if date.isOfUnsetClock {
            return changed(date, "the day of a clock that was never set", advice: advice)
        }
        if date.ordinal > today.ordinal + 1 { return changed(date, "which is still to come", advice: advice) }
        // A day's difference is that of time zones.
        guard let folder, date.ordinal < folder.ordinal - 1 else { return nil }
        return changed(
            date, "before the day of its folder, \(folder.metadataText)",
            advice: "Find out whether it belongs there, or a clock was wrong.")
    }

    private func changed(_ date: ShootDate, _ clause: String, advice: String) -> Trouble {
        Trouble(
            "was last changed on \(date.metadataText), \(clause)",
            "were last changed on \(date.metadataText), \(clause)", advice: advice)
    }

    // MARK: - Folders

    private func folders(_ scope: ScopedThings, _ findings: inout RuleFindings) {
        guard let format, let today = ShootDate(findings.folder.now) else { return }
        let named = findings.folder.named
        for thing in scope.things where named.things[thing].kind == .folder {
            guard let day = DayFolder(named.name(of: thing), format) else { continue }
            if day.date == nil {
                findings.add(
                    .wrongDate, thing, marked: day.range, "\(day.text) is no day that a calendar has.",
                    .advice("Find out which day is meant."))
            } else if let date = day.date, date.ordinal > today.ordinal + 1, format != .short {
                findings.add(
                    .wrongDate, thing, marked: day.range, "\(date.metadataText) is still to come.",
                    .advice("Find out which day is meant."))
            }
        }
    }

    /// Only a clip's own day is proof: the folder must name exactly that day in another order, and not in the rule's.
    private func misreadFolder(of clip: RollClip, _ around: FolderDays.Around) -> FolderDays.Reading? {
        guard !around.readings.isEmpty, let day = clip.grammar.flatMap({ RecordedDay($0) })?.date, around.day != day
        else {
            return nil
        }
        return around.readings.first { $0.date == day }
    }

    private func tell(_ folder: FolderDays.Reading, _ findings: inout RuleFindings) {
        guard let format, let thing = findings.folder.named.thing(at: folder.entry) else { return }
        var name = Array(findings.folder.named.name(of: thing))
        let text = String(decoding: name[folder.range], as: UTF8.self)
        name.replaceSubrange(folder.range, with: format.text(folder.date).utf8)
        findings.add(
            .wrongDate, thing, marked: folder.range,
            "\(text) is written with the \(folder.order): its clips are of \(folder.date.metadataText).",
            .rename(String(validating: name, as: UTF8.self)))
    }
}
