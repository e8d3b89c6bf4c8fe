internal import CameraCards
internal import ClipMetadata
internal import Custody
internal import FileTree
internal import Manifests

/// The files of one `rushes probe`, and what is known of each.
struct Probes {
    /// In the order they were named.
    private(set) var reports: [FileReport] = []
    /// What could not be asked, and what to do about it.
    private(set) var remarks: [String] = []
    /// Files that another program may open: their place among the reports, and their paths.
    private var open: [(report: Int, path: String)] = []
    /// The folder of the file before: most files of one command line lie in one.
    private var last: (folder: String, disk: CardDisk, permission: ProbePermission)?

    /// Reads one file.
    mutating func add(_ argument: String) throws(CustodyError) {
        guard let path = Machine.resolvedPath(argument), let kind = Machine.kind(ofPath: path) else {
            throw CustodyError(
                .notThere, at: argument, "There is nothing there.", nextStep: "Check the path.", status: .usage)
        }
        guard kind == .file, let name = RelativePath(Array(path.utf8.split(separator: UInt8(ascii: "/")).last ?? []))
        else {
            throw CustodyError(
                .wrongKind, at: argument, "This is a \(kind.name), not a file.",
                nextStep: "For a card or a roll there is rushes clips.", status: .usage)
        }
        let folder = String(path.dropLast(name.description.count + 1))
        do throws(DiskError) {
            let (disk, permission) = try opened(folder)
            let report = FileReport(name, on: disk, as: argument)
            reports.append(report)
            guard report.isForOtherReaders else { return }
            switch permission {
            case .allowed: open.append((reports.count - 1, path))
            case .refused(let sentence): if !remarks.contains(sentence) { remarks.append(sentence) }
            }
        } catch {
            throw CustodyError(
                .unreadable, at: argument, "It could not be read: \(error).", nextStep: error.nextStep,
                status: .sourceUnreadable)
        }
    }

    /// A folder, and whether another program may open its files.
    private mutating func opened(_ folder: String) throws(DiskError) -> (CardDisk, ProbePermission) {
        if let last, last.folder == folder { return (last.disk, last.permission) }
        let disk = try CardDisk(path: folder.isEmpty ? "/" : folder)
        let permission = ProbePermission(on: try disk.volume(), in: folder)
        last = (folder, disk, permission)
        return (disk, permission)
    }

    /// Asks MediaInfo about all of them at once.
    mutating func askMediaInfo(shouldStop: @escaping @Sendable () -> Bool) {
        guard !open.isEmpty else { return }
        let mediaInfo: MediaInfo
        switch MediaInfo.search(shouldStop: shouldStop) {
        case .success(let program): mediaInfo = program
        case .failure(let absence):
            remarks.append(absence.sentence)
            return
        }
        let answers = mediaInfo.probe(open.map(\.path), shouldStop: shouldStop)
        for (file, answer) in zip(open, answers) { reports[file.report].add(answer) }
    }
}
