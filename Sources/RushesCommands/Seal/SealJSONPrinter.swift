internal import Custody
internal import FileTree
internal import Manifests
internal import Proof

/// One JSON object per line for programs; documented in `docs/json.md`.
final class SealJSONPrinter: EventPrinter, RefusalPrinter {
    private let lines: JSONLines
    private var lastProgress: Int64 = 0

    init(output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ event: SealEvent) {
        switch event {
        case .began(let files, let size): lines.write(SealBeganLine(files: files, bytes: size.bytes))
        case .progress(let read, let size):
            let now = Machine.ticks
            guard now - lastProgress >= JSONLines.betweenProgress else { return }
            lastProgress = now
            lines.write(SealProgressLine(bytes_read: read.bytes, bytes: size.bytes))
        case .finished(let outcome): write(outcome)
        }
    }

    func tell(refusal: CustodyError) { lines.write(RefusedLine(refusal)) }

    func tellInterrupted() {}

    func end(_ status: RunStatus) { lines.write(EndLine(status: status.rawValue)) }

    private func write(_ outcome: SealOutcome) {
        for path in outcome.failed { lines.write(SealFileLine(path.bytes, "differs", .contentDiffers)) }
        for file in outcome.unreadable {
            lines.write(SealFileLine(file.path.bytes, "unreadable", .sourceUnreadable, message: file.failure.sentence))
        }
        for file in outcome.missing {
            lines.write(SealFileLine(file.place, "missing", .missing, message: file.reason))
        }
        for path in outcome.missingFolders { lines.write(SealFileLine(path.bytes, "folder_missing", .missing)) }
        for path in outcome.renamed { lines.write(SealFileLine(path.bytes, "renamed", .done)) }
        for path in outcome.uncompared { lines.write(SealFileLine(path.bytes, "not_recorded", .notInManifest)) }
        for path in outcome.special { lines.write(SealFileLine(path.bytes, "not_a_file", .done)) }
        for error in outcome.unreadableFolders { lines.write(UnreadableFolderLine(error)) }
        for manifest in outcome.receipt?.manifests ?? [] { lines.write(RecordedLine(manifest)) }
        lines.write(SealedLine(outcome))
    }
}

/// A folder was looked at, and reading starts.
private struct SealBeganLine: Encodable {
    let type = "began"
    let files: Int
    let bytes: Int64
}

/// How much has been read.
private struct SealProgressLine: Encodable {
    let type = "progress"
    let bytes_read: Int64
    let bytes: Int64
}

/// A file that is not merely new, or as it was.
private struct SealFileLine: Encodable {
    let type = "file"
    let path: String
    let path_base64: String?
    let verdict: String
    let status: Int32
    let message: String?

    init(_ bytes: [UInt8], _ verdict: String, _ status: RunStatus, message: String? = nil) {
        path = String(decoding: bytes, as: UTF8.self)
        path_base64 = JSONLines.base64(bytes)
        self.verdict = verdict
        self.status = status.rawValue
        self.message = message
    }
}

/// What came of it.
private struct SealedLine: Encodable {
    let type = "sealed"
    let path: String
    let status: Int32
    let interrupted: Bool
    let files: Int
    let bytes_read: Int64
    let original: Int
    let verified: Int
    let failed: Int
    let left_out: [String]

    init(_ outcome: SealOutcome) {
        path = outcome.argument
        status = RunStatus.worst(of: outcome.statuses).rawValue
        interrupted = outcome.receipt == nil
        files = outcome.files
        bytes_read = outcome.size.bytes
        original = outcome.receipt?.original ?? 0
        verified = outcome.receipt?.verified ?? 0
        failed = outcome.failed.count
        left_out = outcome.systemPatterns
    }
}
