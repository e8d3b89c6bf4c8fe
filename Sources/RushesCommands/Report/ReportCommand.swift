internal import ArgumentParser
internal import EditorLogs
internal import FileTree
internal import Manifests
internal import Reports

/// `rushes report`: the day on one page.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the day on one page: what to look at, what was shot, clips by scene, sound, copies.",
        discussion: """
            The page is one HTML file that holds all it needs: it loads nothing, runs nothing, and prints. Rolls are \
            read and joined as rushes log does. Three pictures of each clip are drawn by ffmpeg, from sealed copies \
            alone; without ffmpeg the page has none. The page repeats what is on record of the copies and checks none: \
            rushes verify does. Nothing is ever written into a roll, and no file is written over unless --replace is \
            given. Things to look at leave the status at 0.
            """)

    @OptionGroup var rolls: RollOptions
    @OptionGroup var joins: JoinOptions

    @Option(help: ArgumentHelp("Where the page goes: a file that ends in .html, or a folder.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("What the page is called; the days of shooting unless given.", valueName: "text"))
    var title: String?

    @Flag(help: "Write over an earlier page.")
    var replace = false

    func run() throws {
        let status: RunStatus
        do throws(LogError) {
            let output = try LogOutput(output, endings: ["html", "htm"])
            let request = try joins.request(rolls)
            // From here on other programs may be at work, which must not be left behind.
            InterruptWatch.shared.beginTidyWork()
            status = try report(request, to: output)
        } catch {
            error.tell(json: false)
            status = error.status
        }
        try status.leave(leftThreadsBehind: false)
    }

    private func report(_ request: LogRequest, to output: LogOutput) throws(LogError) -> RunStatus {
        let shouldStop = { @Sendable in InterruptWatch.shared.requests > 0 }
        let gathered = try LogGathering(request).run(shouldStop: shouldStop)
        guard !gathered.log.clips.isEmpty else { throw .nothingToLog(request, hasUnreadable: gathered.hasUnreadable) }
        let writing = LogWriting(to: output, isReplacing: replace)
        let folders = gathered.log.rolls.map(\.folder)
        let printer = ReportPrinter()
        // Pictures take time: where nothing may be written at all, that is said before.
        let early = writing.obstacles(to: [], besides: folders)
        guard early.isEmpty else { return printer.refuse(early) }
        let pictures = pictures(of: gathered.log, shouldStop)
        if shouldStop() { throw LogError(.stopped, at: output.argument, "Nothing was written: the run was stopped.") }
        let names = RollNamesReading(of: gathered.log).names
        let page = DayReport(gathered.log, title: title, pictures: pictures, names: names)
        let files = try output.named([LogFiles.File("\(output.logName(or: gathered.name)).html", page.bytes)])
        let obstacles = writing.obstacles(to: files, besides: folders)
        guard obstacles.isEmpty else { return printer.refuse(obstacles) }
        let written = try writing.write(files)
        printer.tell(gathered.remarks + pictures.remarks)
        printer.tell(written, in: output, page)
        return gathered.hasUnreadable ? .sourceUnreadable : .done
    }

    /// Draws, and says how far it came.
    private func pictures(of log: EditorLog, _ shouldStop: @escaping @Sendable () -> Bool) -> DayPictures {
        var status = StatusLines(.standardError)
        var lastShown = Machine.ticks
        let pictures = PictureRun(of: log).pictures(
            told: { done, count in
                let now = Machine.ticks
                guard status.areWatched || now - lastShown >= StatusLines.betweenLines else { return }
                lastShown = now
                status.draw(["Pictures of \(done) of \(count) clips drawn"])
            }, shouldStop: shouldStop)
        status.clear()
        return pictures
    }
}
