internal import Checksums
internal import Custody
internal import FileTree
internal import Manifests

/// One JSON object per line for programs; documented in `docs/json.md`.
final class DiffJSONPrinter: EventPrinter {
    private let request: DiffRequest
    private let lines: JSONLines
    private var lastProgress: Int64 = 0

    init(_ request: DiffRequest, output: Terminal) {
        self.request = request
        lines = JSONLines(output)
    }

    func tell(_ event: DiffEvent) {
        switch event {
        case .began(let first, let second, let size):
            lines.write(
                Began(
                    first: request.first, second: request.second, first_files: first, second_files: second,
                    bytes: size.bytes))
        case .progress(let read, let size): tell(read, of: size)
        case .file(let finding): lines.write(File(finding))
        case .finished(let outcome):
            for problem in outcome.problems { lines.write(FindingLine(problem)) }
            lines.write(Compared(outcome, request))
        }
    }

    func tellInterrupted() {}

    func end(_ status: RunStatus) { lines.write(EndLine(status: status.rawValue)) }

    private func tell(_ read: ByteCount, of size: ByteCount) {
        let now = Machine.ticks
        guard now - lastProgress >= JSONLines.betweenProgress else { return }
        lastProgress = now
        lines.write(Progress(bytes_read: read.bytes, bytes: size.bytes))
    }
}

// MARK: - Lines

/// Both sides were looked at, and reading starts.
private struct Began: Encodable {
    let type = "began"
    let first: String
    let second: String
    let first_files: Int
    let second_files: Int
    let bytes: Int64
}

/// How much has been read of both sides.
private struct Progress: Encodable {
    let type = "progress"
    let bytes_read: Int64
    let bytes: Int64
}

/// How one file compares.
private struct File: Encodable {
    let type = "file"
    let path: String
    let path_base64: String?
    let change: String
    let status: Int32
    let from: String?
    let from_base64: String?
    let first_size: Int64?
    let second_size: Int64?
    let first_difference: Int64?
    let differing_mib: Int?
    let algorithm: String?
    let first_checksum: String?
    let second_checksum: String?
    let side: String?
    let message: String?

    init(_ finding: DiffFinding) {
        path = String(decoding: finding.path, as: UTF8.self)
        path_base64 = JSONLines.base64(finding.path)
        change = finding.change.name
        status = finding.change.status?.rawValue ?? 0
        let former = finding.change.former
        from = former.map { String(decoding: $0, as: UTF8.self) }
        from_base64 = former.flatMap { JSONLines.base64($0) }
        first_size = finding.firstSize?.bytes
        second_size = finding.secondSize?.bytes
        let bytes = finding.change.bytes
        first_difference = bytes?.firstAt
        differing_mib = bytes?.pieces
        let checksums = finding.change.checksums
        algorithm = checksums?.0.algorithm.rawValue
        first_checksum = checksums?.0.description
        second_checksum = checksums?.1.description
        side = finding.change.failure.map { $0.side == .first ? "first" : "second" }
        message = finding.change.failure?.message
    }
}

extension DiffFinding.Change {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .same: "same"
        case .sameSize: "same_size"
        case .changed: "changed"
        case .missing: "missing"
        case .new: "new"
        case .renamed: "renamed"
        case .unreadable: "unreadable"
        case .folderMissing: "folder_missing"
        case .folderNew: "folder_new"
        }
    }

    fileprivate var former: [UInt8]? {
        if case .renamed(let path) = self { return path }
        return nil
    }

    fileprivate var bytes: (firstAt: Int64, pieces: Int)? {
        if case .changed(.bytes(let firstAt, let pieces)) = self { return (firstAt, pieces) }
        return nil
    }

    fileprivate var checksums: (Checksum, Checksum)? {
        if case .changed(.checksums(let one, let other)) = self { return (one, other) }
        return nil
    }

    fileprivate var failure: (message: String, side: DiffFinding.Side)? {
        if case .unreadable(let message, let side) = self { return (message, side) }
        return nil
    }
}

/// What came of it.
private struct Compared: Encodable {
    let type = "compared"
    let first: String
    let second: String
    let status: Int32
    let interrupted: Bool
    let counts: Counts

    struct Counts: Encodable {
        let same: Int
        let same_size: Int
        let changed: Int
        let missing: Int
        let new: Int
        let renamed: Int
        let unreadable: Int
        let missing_folders: Int
        let new_folders: Int
        let unknown: Int
        let system: Int
        let ignored: Int
        let own: Int
        let not_a_file: Int
    }

    init(_ outcome: DiffOutcome, _ request: DiffRequest) {
        first = request.first
        second = request.second
        status = RunStatus.worst(of: outcome.statuses).rawValue
        interrupted = outcome.isInterrupted
        counts = Counts(
            same: outcome.same, same_size: outcome.sameSize, changed: outcome.changed, missing: outcome.missing,
            new: outcome.new, renamed: outcome.renamed, unreadable: outcome.unreadable,
            missing_folders: outcome.missingFolders, new_folders: outcome.newFolders, unknown: outcome.unknown,
            system: outcome.system, ignored: outcome.ignored, own: outcome.own, not_a_file: outcome.special)
    }
}
