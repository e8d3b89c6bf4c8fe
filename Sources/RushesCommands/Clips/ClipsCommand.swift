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
            files, and with what its media, its sidecars and its name say of it; --json says who says so. A folder that \
            is no card is searched for cards and rolls. Nothing is written. Findings leave the status at 0.
            """)

    @Argument(help: ArgumentHelp("A card, a roll, or any folder.", valueName: "folder"))
    var folder: String

    @Flag(help: "Write one JSON object per line to standard output.")
    var json = false

    func run() throws {
        var statuses: Set<RunStatus> = []
        do throws(CustodyError) {
            let folder = try Folder(folder)
            // From here on another program may be at work, which must not be left behind.
            InterruptWatch.shared.beginTidyWork()
            statuses = try tell(folder)
        } catch {
            Refusal(error, json: json).tell()
            statuses = [error.status]
        }
        try RunStatus.worst(of: statuses).leave(leftThreadsBehind: false)
    }

    /// Tells of every card in a folder, one after another; answers how that went.
    private func tell(_ folder: Folder) throws(CustodyError) -> Set<RunStatus> {
        let name = folder.path.split(separator: "/").last.map(String.init) ?? ""
        let found = CardSearch(folder.tree, on: folder.disk, label: name).cards
        let printer: any ClipsPrinter = json ? ClipsJSONPrinter(.standardOutput) : ClipsTextPrinter(.standardOutput)
        var statuses: Set<RunStatus> = folder.tree.unreadable.isEmpty ? [] : [.sourceUnreadable]
        let shouldStop = { @Sendable in InterruptWatch.shared.requests > 0 }
        let mediaInfo = MediaInfo.search(shouldStop: shouldStop)
        for card in found {
            let report = try CardReading(card, in: folder, mediaInfo: mediaInfo).run(shouldStop: shouldStop)
            printer.tell(report, of: card.path)
            statuses.formUnion(report.statuses)
            if report.isInterrupted { break }
        }
        let names = found.map { ($0.path.isRoot ? name : $0.path.description, $0.card) }
        printer.tell(between: CardsTogether(names).findings, unread: folder.tree.unreadable)
        return statuses
    }
}

extension CardReport {
    /// How a command ends that tells it: findings are no failure.
    var statuses: Set<RunStatus> {
        var statuses: Set<RunStatus> = isInterrupted ? [.interrupted] : []
        if unread.contains(where: { $0.code == .disk }) { statuses.insert(.sourceUnreadable) }
        return statuses
    }
}
