internal import ArgumentParser
internal import EditorLogs
internal import FileTree
internal import Ingest
internal import Manifests

/// Answers where 12A take 3 is: `rushes find`.
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find takes: roll, file, timecode, sound, and every copy with its evidence.",
        discussion: """
            Reads the logs of rolls, or the rolls themselves where they have none, and joins sound to picture as \
            `rushes log` does. All options that are given must fit; case and leading zeros do not count. Nothing is \
            written. The status is 10 where nothing is found.
            """)

    @OptionGroup var rolls: RollOptions

    @Option(help: "A scene or slate: 12A.")
    var scene: String?

    @Option(help: "A take: 3.")
    var take: String?

    @Option(help: ArgumentHelp("A clip's name, or the name of one of its files.", valueName: "name"))
    var clip: String?

    @Option(name: .customLong("tc"), help: ArgumentHelp("A timecode that the clip holds.", valueName: "timecode"))
    var timecode: String?

    @OptionGroup var joins: JoinOptions

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func run() throws {
        let status: RunStatus
        do throws(LogError) {
            let query = try ClipQuery(scene: scene, take: take, clip: clip, timecode: timecode)
            let request = try joins.request(rolls)
            InterruptWatch.shared.beginTidyWork()
            status = try find(query, request)
        } catch {
            error.tell(json: json)
            status = error.status
        }
        try status.leave(leftThreadsBehind: false)
    }

    private func find(_ query: ClipQuery, _ request: LogRequest) throws(LogError) -> RunStatus {
        let gathered = try LogGathering(request).run { InterruptWatch.shared.requests > 0 }
        let log = gathered.log
        let found = query.rows(in: log).map { FoundClip($0, in: log) }
        var statuses: Set<RunStatus> = found.isEmpty ? [.missing] : []
        if gathered.hasUnreadable { statuses.insert(.sourceUnreadable) }
        let status = RunStatus.worst(of: statuses)
        let output = Terminal.standardOutput
        if json {
            let lines = JSONLines(output)
            for remark in gathered.remarks { lines.write(LogRemarkLine(message: remark)) }
            for clip in found { lines.write(FoundLine(clip)) }
            lines.write(
                SearchedLine(found: found.count, clips: log.clips.count, rolls: log.rolls.count, status: status))
        } else {
            let talk = Terminal.standardError
            for remark in gathered.remarks {
                talk.write(WrappedText.of(SafeText.of(remark), columns: talk.columns, indent: 2) + "\n")
            }
            for clip in found { output.write(clip.text(columns: output.columns) + "\n\n") }
            let clips = log.pictures.count
            let rows = LogSummary.rows(clips, log.clips.count - clips)
            let all = "\(rows) of \(counted(log.rolls.count, "roll")) looked at"
            output.write("\(found.isEmpty ? "NOTHING FOUND" : "\(grouped(found.count)) FOUND"): \(all).\n")
        }
        return status
    }
}
