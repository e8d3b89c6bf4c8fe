internal import ArgumentParser
internal import CameraCards
internal import ClipMetadata
internal import Custody
internal import FileTree
internal import Manifests

/// `rushes clips`: which camera, which clips, what is missing, and what each clip says of itself.
struct ClipsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clips",
        abstract: "Tell what is on a card or in a roll: the camera, its clips, what is missing.",
        discussion: """
            Cameras and recorders are recognised by the folders and files they write. Each clip is told with all its \
            files, and with what its media, its sidecars and its name say of it; --json says who says so. Nothing is \
            written. Findings leave the status at 0.
            """)

    @Argument(help: ArgumentHelp("A card, a roll, or any folder.", valueName: "folder"))
    var folder: String

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func run() throws {
        let report: CardReport
        do throws(CustodyError) {
            let folder = try Folder(folder)
            // From here on another program may be at work, which must not be left behind.
            InterruptWatch.shared.beginTidyWork()
            report = try CardReading(folder).run(shouldStop: { InterruptWatch.shared.requests > 0 })
        } catch {
            Refusal(error, json: json).tell()
            return try error.status.leave(leftThreadsBehind: false)
        }
        if json {
            ClipsJSONPrinter(.standardOutput).tell(report)
        } else {
            Terminal.standardOutput.write(ClipsText(report, of: folder).text)
        }
        try report.status.leave(leftThreadsBehind: false)
    }
}

extension CardReport {
    /// How a command ends that tells it: findings are no failure.
    var status: RunStatus {
        var statuses: Set<RunStatus> = isInterrupted ? [.interrupted] : []
        if !card.tree.tree.unreadable.isEmpty || unread.contains(where: { $0.code == .disk }) {
            statuses.insert(.sourceUnreadable)
        }
        return .worst(of: statuses)
    }
}
