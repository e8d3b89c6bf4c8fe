internal import EditorLogs
internal import Ingest

/// What a log holds, in numbers.
struct LogSummary {
    /// Rows of picture, and of sound.
    let clips, takes: Int
    /// Rolls.
    let rolls: Int
    /// Rows of picture that sound belongs to.
    let withSound: Int
    /// Files that the log is in.
    let files: Int
    /// Rows that are in none of them.
    let leftOut: Int
    /// Whether files or folders could not be read, of which nobody knows what they hold.
    let hasUnreadable: Bool
    /// Rolls whose offload did not finish, or of which files on record are gone.
    let notWhole: Int

    /// Whether every clip of the rolls is in the files.
    var isComplete: Bool { leftOut == 0 && !hasUnreadable && notWhole == 0 }

    init(_ gathered: GatheredLog, _ made: LogFiles, files: Int) {
        let log = gathered.log
        clips = log.clips.count { $0.kind == .picture }
        takes = log.clips.count - clips
        rolls = log.rolls.count
        withSound = log.clips.count { $0.kind == .picture && !$0.sound.isEmpty }
        self.files = files
        leftOut = made.exceptions.count { $0.code == .leftOut }
        hasUnreadable = gathered.hasUnreadable
        notWhole = Set(log.exceptions.lazy.filter { [.unfinished, .missing].contains($0.code) }.map(\.roll)).count
    }

    /// The last line.
    ///
    /// `LOG COMPLETE: 12 clips and 8 takes of sound of 3 rolls, 8 with sound, in 2 files.`
    var words: String {
        let sound = withSound > 0 ? ", \(grouped(withSound)) with sound" : ""
        let all =
            "\(LogSummary.rows(clips, takes)) of \(counted(rolls, "roll"))\(sound), in \(counted(files, "file"))"
        return "LOG \(isComplete ? "COMPLETE" : "NOT COMPLETE: \(lacking)"): \(all)."
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
        if notWhole > 0 { reasons.append("\(counted(notWhole, "roll")) \(notWhole == 1 ? "is" : "are") not whole") }
        if hasUnreadable { reasons.append("not everything could be read") }
        return reasons.joined(separator: ", ")
    }
}
