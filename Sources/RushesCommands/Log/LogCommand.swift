internal import ArgumentParser
internal import EditorLogs
internal import FileTree
internal import Manifests

/// `rushes log`: proved rolls as the cutting room imports them.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Write the log of rolls as Avid, Resolve, Premiere, Final Cut or a spreadsheet imports it.",
        discussion: """
            The logs that ingest wrote are read; rolls and cards without one are read afresh. Sound is joined to \
            picture by timecode; scene, take, circle and notes come from --correct, else from --slate, else from the \
            sound roll, else from the camera. What should be looked at before the cutting room gets the log is listed. \
            Nothing is ever written into a roll, and no file is written over unless --replace is given. A row that the \
            format cannot carry is left out and listed, and makes the status 50.
            """)

    @OptionGroup var rolls: RollOptions
    @OptionGroup var joins: JoinOptions

    @Option(
        help: ArgumentHelp("One of: \(LogCommand.formats).", valueName: "format"), transform: LogCommand.format)
    var format: LogFormat

    @Option(
        help: ArgumentHelp(
            "Where the log goes: a folder, or one file where the format makes one.", valueName: "file-or-folder"))
    var output: String

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "How a folder is called in the cutting room: /mnt/raid=/Volumes/RAID. May be repeated.",
            valueName: "from=to"))
    var maps: [String] = []

    @Flag(help: "Write over files of an earlier log.")
    var replace = false

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func run() throws {
        let status: RunStatus
        do throws(LogError) {
            let map = PathMap(try LogCommand.entries(maps))
            let output = try LogOutput(output, endings: format.endings)
            let request = try joins.request(rolls)
            InterruptWatch.shared.beginTidyWork()
            status = try log(request, to: output, map)
        } catch {
            error.tell(json: json)
            status = error.status
        }
        try status.leave(leftThreadsBehind: false)
    }

    private static let formats = LogFormat.allCases.map(\.rawValue).joined(separator: ", ")

    private static func format(_ name: String) throws -> LogFormat {
        guard let format = LogFormat(rawValue: name) else {
            throw ValidationError("choose from \(formats).")
        }
        return format
    }

    private static func entries(_ texts: [String]) throws(LogError) -> [PathMap.Entry] {
        var entries: [PathMap.Entry] = []
        for text in texts {
            guard let entry = PathMap.Entry(text) else {
                throw LogError(
                    .usage, at: "--map \(text)", "This is no pair of folders.",
                    nextStep: "Write an absolute folder, =, and the absolute folder that it is there.")
            }
            entries.append(entry)
        }
        return entries
    }

    private func log(_ request: LogRequest, to output: LogOutput, _ map: PathMap) throws(LogError) -> RunStatus {
        let shouldStop = { @Sendable in InterruptWatch.shared.requests > 0 }
        let gathered = try LogGathering(request).run(shouldStop: shouldStop)
        let printer: any LogPrinter = json ? LogJSONPrinter(.standardOutput) : LogTextPrinter(.standardOutput)
        printer.tell(remarks: gathered.remarks)
        guard !gathered.log.clips.isEmpty else {
            printer.tell(gathered.log.exceptions)
            throw .nothingToLog(request, hasUnreadable: gathered.hasUnreadable)
        }
        if shouldStop() { throw .stopped(before: output) }
        let made = try format.files(gathered.log, LogOptions(name: output.logName(or: gathered.name), map: map))
        if shouldStop() { throw .stopped(before: output) }
        let files = try output.named(made.files)
        let writing = LogWriting(to: output, isReplacing: replace)
        let obstacles = writing.obstacles(to: files, besides: gathered.log.rolls.map(\.folder))
        guard obstacles.isEmpty else {
            printer.tell(obstacles: obstacles)
            return .obstacles
        }
        let written = try writing.write(files, shouldStop: shouldStop)
        let summary = LogSummary(gathered, made, as: format, files: written.count)
        printer.tell(written, in: output)
        printer.tell(gathered.log.exceptions + made.exceptions)
        var statuses: Set<RunStatus> = gathered.hasUnreadable ? [.sourceUnreadable] : []
        if summary.leftOut > 0 || summary.files == 0 { statuses.insert(.flawed) }
        if summary.notWhole > 0 { statuses.insert(.missing) }
        let status = RunStatus.worst(of: statuses)
        printer.tell(summary, status)
        return status
    }
}

extension LogError {
    /// There is no row.
    static func nothingToLog(_ request: LogRequest, hasUnreadable: Bool) -> LogError {
        let place = (request.folders + request.sound).joined(separator: ", ")
        if hasUnreadable {
            return LogError(
                .unreadable, at: place, "Not everything there could be read, and no clip was found in the rest.",
                nextStep: "Check the permissions and the reader.")
        }
        return LogError(
            .usage, at: place, "There is no clip there to log.",
            nextStep: "Name a roll, a card, or a folder that holds them; rushes clips tells what is in a folder.")
    }

    /// The person stopped the run in time.
    fileprivate static func stopped(before output: LogOutput) -> LogError {
        LogError(.stopped, at: output.argument, "Nothing was written: the run was stopped.")
    }
}
