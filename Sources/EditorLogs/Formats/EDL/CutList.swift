internal import MediaTime

/// A log as CMX 3600 lists, for systems that take nothing else: every clip whole, back to back from 01:00:00:00.
///
/// Two variants of each: `DAY01.edl` with reels of up to 32 characters (the File 32 dialect), and `DAY01_3600.edl`, to
/// the letter, with 999 events and reels of eight. A list has one rate and one way of counting, since neither stands in
/// it: `DAY01_2997DF.edl` where the log has several. Lists hold pictures; sound stays with its own files.
///
/// Source: CMX 3600 as the field writes it. A list has no days, so that a clip that reaches midnight has no end there.
struct CutList {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    var files: LogFiles {
        var (events, rows, exceptions) = ([CutEvent](), LogFiles.Rows([]), [LogException]())
        for clip in log.pictures {
            let roll = log.roll(of: clip)
            switch CutEvent.made(from: clip, of: roll) {
            case .success(let event):
                events.append(event)
                rows.add(clip)
            case .failure(let why):
                exceptions.append(
                    LogException(
                        .leftOut, roll: roll.path, clip: clip.name, "It is in no edit decision list: \(why.sentence).",
                        nextStep: "Take another format for it."))
            }
        }
        var files: [LogFiles.File] = []
        for variant in CutListVariant.all {
            let (lists, changed) = lists(of: events, as: variant)
            files += lists
            exceptions += changed
        }
        return LogFiles(files, of: rows, exceptions + events.flatMap(\.exceptions))
    }

    /// The lists of all rates, in the order in which they first occur, and the reels that are called otherwise there.
    private func lists(of events: [CutEvent], as variant: CutListVariant) -> ([LogFiles.File], [LogException]) {
        let reels = ReelTable(events.map(\.reel), as: variant)
        var bases: [TimecodeBase] = []
        let byBase = Dictionary(grouping: events, by: \.base)
        for event in events where bases.last != event.base && !bases.contains(event.base) { bases.append(event.base) }
        let files = bases.flatMap { base in
            let name = options.name + (bases.count > 1 ? "_\(base.fileSuffix)" : "") + variant.suffix
            let lists = CutListText.lists(of: byBase[base] ?? [], at: base, as: variant)
            return lists.enumerated().map { place, events in
                let name = place == 0 ? name : "\(name)_\(place + 1)"
                let text = CutListText(title: options.name, events, at: base, reels, variant)
                return LogFiles.File("\(name).edl", Array(text.text.utf8))
            }
        }
        return (files, reels.changed(in: variant))
    }
}
