internal import MediaTime

/// A log as Avid Log Exchange, which Media Composer takes into a bin and merges onto linked originals.
///
/// The head of an ALE says rate and raster for all rows: in a log of two rates, readers move timecodes without a word.
/// So there is one file for each way of counting and each raster class, and rows without timecode or length are in one
/// of their own, whose Start and End are there, because Avid asks for them, and empty. `End` is the timecode behind the
/// last frame; a clip over midnight ends with a small one, because 24:00:00:00 does not exist.
///
/// Rows are pictures: recordings of sound are linked untouched, and tell Avid scene, take and timecode themselves.
/// Source: Avid's log specification.
struct ALELog {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    /// `DAY01.ale`; `DAY01_25.ale` and `DAY01_2997DF.ale` where there are several; `DAY01_no-timecode.ale`.
    var files: LogFiles {
        let sorting = ALESorting(log)
        var made = LogFiles([], sorting.leftOut)
        let kinds = sorting.timed.map(\.kind)
        for (kind, clips) in sorting.timed {
            write(clips, isTimed: true, ALESorting.head(kind, clips), as: ALELog.suffix(kind, among: kinds), &made)
        }
        write(sorting.untimed, isTimed: false, ALESorting.head(ofUntimed: sorting.untimed), as: "_no-timecode", &made)
        return made
    }

    /// What tells a file from the others: the rate, and the raster where there are two at one rate.
    private static func suffix(_ kind: ALEClass, among kinds: [ALEClass]) -> String {
        guard kinds.count > 1 else { return "" }
        let isAlone = kinds.count { $0.base == kind.base } == 1
        return "_\(kind.base.fileSuffix)" + (isAlone ? "" : "_\(kind.raster.rawValue)")
    }

    /// Adds a file with the rows that are right; the others are listed.
    private func write(
        _ clips: [LoggedClip], isTimed: Bool, _ head: [ALETable.Pair], as suffix: String, _ made: inout LogFiles
    ) {
        let rows = clips.map { ALERow($0, in: log, options, isTimed: isTimed) }.sorted(by: ALELog.comesBefore)
        let table = ALELog.table(rows, head)
        let clauses = Dictionary(grouping: ALECheck(table).faults, by: \.row)
        var good: [ALERow] = []
        for (place, row) in rows.enumerated() {
            if let fault = (clauses[nil] ?? clauses[place])?.first {
                made.exceptions.append(leftOut(row.clip, fault.clause))
            } else {
                good.append(row)
                made.exceptions += row.exceptions
            }
        }
        guard !good.isEmpty else { return }
        let written = clauses.isEmpty ? table : ALELog.table(good, head)
        for row in good { made.rows.add(row.clip) }
        made.files.append(LogFiles.File("\(options.name)\(suffix).ale", written.bytes))
    }

    private func leftOut(_ clip: LoggedClip, _ clause: String) -> LogException {
        LogException(
            .leftOut, roll: log.roll(of: clip).path, clip: clip.name, "It is left out of the ALE: \(clause).",
            nextStep: "Correct the row with --correct, or log it by hand.")
    }

    /// Avid trims rows that are out of order on their tape.
    private static func comesBefore(_ one: ALERow, _ other: ALERow) -> Bool {
        let (left, right) = (one[.tape], other[.tape])
        if left != right { return left < right }
        let (first, second) = (one.start?.frame ?? 0, other.start?.frame ?? 0)
        return first != second ? first < second : one[.name] < other[.name]
    }

    /// Columns that no row fills are left out, but for those that Avid asks for.
    private static func table(_ rows: [ALERow], _ head: [ALETable.Pair]) -> ALETable {
        let filled = Set(rows.flatMap { $0.cells.keys }).union(ALEColumn.required)
        let columns = ALEColumn.allCases.filter { filled.contains($0) }
        return ALETable(
            head: head, columns: columns.map(\.rawValue), rows: rows.map { row in columns.map { row[$0] } })
    }
}
