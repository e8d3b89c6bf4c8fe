internal import EditorLogs
internal import Ingest

/// What a log holds, in numbers.
struct LogSummary {
    /// The rows of its rolls: of picture, and of sound.
    let all: LogFiles.Rows
    /// The rows that are in its files.
    let rows: LogFiles.Rows
    /// Rolls.
    let rolls: Int
    /// Files that the log is in.
    let files: Int
    /// Rows that are in none of them, though the format has rows of their kind.
    let leftOut: Int
    /// Rows of sound that are in none of them, because the format has no rows of sound.
    let takesOutside: Int
    /// Whether files or folders could not be read, of which nobody knows what they hold.
    let hasUnreadable: Bool
    /// Rolls whose offload did not finish, or of which files on record are gone.
    let notWhole: Int
    private let format: LogFormat

    /// Whether every row of the rolls that the format has rows for is in the files, and there are any.
    var isComplete: Bool { leftOut == 0 && files > 0 && !hasUnreadable && notWhole == 0 }

    init(_ gathered: GatheredLog, _ made: LogFiles, as format: LogFormat, files: Int) {
        let log = gathered.log
        (all, rows) = (LogFiles.Rows(log.clips), made.rows)
        (rolls, self.files, self.format) = (log.rolls.count, files, format)
        let takes = all.takes - rows.takes
        takesOutside = format.hasRowsOfSound ? 0 : takes
        leftOut = all.clips - rows.clips + (format.hasRowsOfSound ? takes : 0)
        hasUnreadable = gathered.hasUnreadable
        notWhole = Set(log.exceptions.lazy.filter { [.unfinished, .missing].contains($0.code) }.map(\.roll)).count
    }

    /// The last line.
    ///
    /// `LOG COMPLETE: 12 clips and 8 takes of sound of 3 rolls, 8 with sound, in 2 files.`
    var words: String {
        let sound = rows.withSound > 0 ? ", \(grouped(rows.withSound)) with sound" : ""
        let held = "\(inFiles) of \(counted(rolls, "roll"))\(sound), in \(counted(files, "file"))"
        let takes = counted(takesOutside, "take of sound is", "takes of sound are")
        let outside = takesOutside > 0 ? "; \(takes) not in this format" : ""
        return "LOG \(isComplete ? "COMPLETE" : "NOT COMPLETE: \(lacking)"): \(held)\(outside).\(otherFormats)"
    }

    /// What is in the files: `25 of 27 clips and 8 takes of sound`.
    private var inFiles: String {
        guard leftOut > 0 else { return LogSummary.rows(rows.clips, rows.takes) }
        let clips = LogSummary.share(rows.clips, of: all.clips, "clip", "clips")
        let takes =
            format.hasRowsOfSound ? LogSummary.share(rows.takes, of: all.takes, "take of sound", "takes of sound") : nil
        return [clips, takes].compactMap(\.self).joined(separator: " and ")
    }

    private static func share(_ part: Int, of all: Int, _ one: String, _ many: String) -> String? {
        guard all > 0 else { return nil }
        return part == all ? counted(all, one, many) : "\(grouped(part)) of \(counted(all, one, many))"
    }

    /// `12 clips and 8 takes of sound`.
    static func rows(_ clips: Int, _ takes: Int) -> String {
        var rows = clips > 0 || takes == 0 ? [counted(clips, "clip")] : []
        if takes > 0 { rows.append(counted(takes, "take of sound", "takes of sound")) }
        return rows.joined(separator: " and ")
    }

    /// Why it is not complete.
    private var lacking: String {
        var reasons = leftOut > 0 ? ["\(counted(leftOut, "row")) left out"] : []
        if leftOut == 0, files == 0 {
            reasons.append("nothing was written, as ALE, Resolve and EDL have no rows of sound")
        }
        if notWhole > 0 { reasons.append("\(counted(notWhole, "roll")) \(notWhole == 1 ? "is" : "are") not whole") }
        if hasUnreadable { reasons.append("not everything could be read") }
        return reasons.joined(separator: ", ")
    }

    /// Where sound alone can go.
    private var otherFormats: String {
        files == 0 && takesOutside > 0 ? " The other formats have rows of sound." : ""
    }
}
