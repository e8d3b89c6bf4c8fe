internal import DelimitedText

/// A log as metadata CSV, which DaVinci Resolve imports onto clips that are in its media pool.
///
/// Clips are found by file name with first and last timecode: both columns are always there. Rows without timecode are
/// found only when the person unticks that. UTF-16, the low byte first, with its mark: in UTF-8 a mark makes the first
/// heading unknown, and without one nobody says how letters beyond ASCII are read.
///
/// Rows are pictures: the end of sound counts in frames of the project, which nobody here knows, and Resolve reads
/// scene and take from the recording itself. Source: DaVinci Resolve's manual, Media Pool metadata; RFC 4180.
struct ResolveSheet {
    private let log: EditorLog
    private let options: LogOptions

    init(_ log: EditorLog, _ options: LogOptions) {
        (self.log, self.options) = (log, options)
    }

    /// `DAY01.csv`.
    var files: LogFiles {
        var rows = log.pictures.map { ResolveRow($0) }
        var exceptions = rows.filter { $0[.fileName].isEmpty }.map(nameless)
        rows.removeAll { $0[.fileName].isEmpty }
        guard !rows.isEmpty else { return LogFiles([], exceptions) }
        let untimed = rows.filter { $0[.start].isEmpty }
        if !untimed.isEmpty { exceptions.append(ResolveSheet.exception(untimed.map(\.clip))) }
        exceptions += rows.filter(\.isRenamed).map(renamed)
        if ResolveSheet.needsDirectories(rows) {
            for place in rows.indices { exceptions += addDirectory(to: &rows[place]) }
        }
        let file = LogFiles.File("\(options.name).csv", ResolveSheet.bytes(rows))
        return LogFiles([file], of: LogFiles.Rows(rows.lazy.map(\.clip)), exceptions)
    }

    private static func exception(_ clips: [LoggedClip]) -> LogException {
        let rows = clips.count == 1 ? "1 row has" : "\(clips.count) rows have"
        let names = clips.prefix(mostNamed).map(\.name).joined(separator: ", ")
        let more = clips.count > mostNamed ? ", …" : ""
        return LogException(
            .noTimecode, "\(rows) no Start TC and End TC, without which Resolve finds no clip: \(names)\(more).",
            nextStep: "Untick the match by timecode when you import the sheet.")
    }

    /// Names in one sentence.
    private static let mostNamed = 5

    /// Whether a name occurs twice, on any file system.
    private static func needsDirectories(_ rows: [ResolveRow]) -> Bool {
        Set(rows.map { $0[.fileName].lowercased() }).count < rows.count
    }

    private func nameless(_ row: ResolveRow) -> LogException {
        LogException(
            .leftOut, roll: log.roll(of: row.clip).path, clip: row.clip.name,
            "It is left out of the sheet: the name of its file is blank.",
            nextStep: "Import the file by hand, or give it a name on a copy.")
    }

    private func renamed(_ row: ResolveRow) -> LogException {
        LogException(
            .changedText, roll: log.roll(of: row.clip).path, clip: row.clip.name,
            "Its File Name has tabs, line ends or control characters, which became spaces.",
            nextStep: "Fill in this clip by hand: Resolve does not find it by this name.")
    }

    private func addDirectory(to row: inout ResolveRow) -> [LogException] {
        if let path = options.path(of: row.clip, in: log) {
            row.sayDirectory(of: path)
            return []
        }
        let roll = log.roll(of: row.clip)
        return [
            LogException(
                .outsideMap, roll: roll.path, clip: row.clip.name,
                "No --map covers its folder, so the sheet does not say in which one of two such files lies.",
                nextStep: "Add a --map for \(roll.folder).")
        ]
    }

    /// Columns that no row fills are left out: so does Resolve.
    private static func bytes(_ rows: [ResolveRow]) -> [UInt8] {
        let filled = Set(rows.flatMap { $0.cells.keys }).union(ResolveColumn.required)
        let columns = ResolveColumn.allCases.filter { filled.contains($0) }
        var writer = DelimitedWriter(.csv)
        writer.row(columns.map(\.rawValue))
        for row in rows { writer.row(columns.map { row[$0] }) }
        return utf16(String(decoding: writer.take(), as: UTF8.self))
    }

    private static func utf16(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xFE]
        bytes.reserveCapacity(2 + 2 * text.utf8.count)
        for unit in text.utf16 {
            bytes.append(UInt8(truncatingIfNeeded: unit))
            bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
        }
        return bytes
    }
}
