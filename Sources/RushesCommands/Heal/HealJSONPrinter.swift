internal import Custody
internal import FileTree
internal import Manifests
internal import Proof

/// One JSON object per line for programs; documented in `docs/json.md`.
final class HealJSONPrinter: EventPrinter {
    private let lines: JSONLines
    private var path = ""
    private var lastProgress: Int64 = 0

    init(output: Terminal) {
        lines = JSONLines(output)
    }

    func tell(_ event: HealEvent) {
        switch event {
        case .reading(let path, let files, let size):
            self.path = path
            lines.write(ReadingLine(path: path, files: files, bytes: size.bytes))
        case .progress(let read, let size): tell(read, of: size)
        case .file(let finding): lines.write(HealedFileLine(finding))
        case .finished(let outcome): lines.write(HealedLine(outcome))
        }
    }

    func tellInterrupted() {}

    func end(_ status: RunStatus) { lines.write(EndLine(status: status.rawValue)) }

    private func tell(_ read: ByteCount, of size: ByteCount) {
        let now = Machine.ticks
        guard now - lastProgress >= JSONLines.betweenProgress else { return }
        lastProgress = now
        lines.write(ReadLine(path: path, bytes_read: read.bytes, bytes: size.bytes))
    }
}

/// What came of one file.
struct HealedFileLine: Encodable {
    let type = "file"
    let path: String
    let path_base64: String?
    let ailment: String
    let verdict: String
    let status: Int32
    let evidence: String?
    let damaged: String?
    let damaged_base64: String?
    let message: String?

    init(_ finding: HealFinding) {
        path = String(decoding: finding.path, as: UTF8.self)
        path_base64 = JSONLines.base64(finding.path)
        ailment = finding.ailment.name
        verdict = finding.verdict.name
        status = finding.status?.rawValue ?? 0
        let kept: RelativePath?
        if case .restored(let level, let place) = finding.verdict {
            (evidence, kept) = (level.words, place)
        } else {
            (evidence, kept) = (nil, nil)
        }
        damaged = kept?.description
        damaged_base64 = kept.flatMap { JSONLines.base64($0.bytes) }
        message = finding.verdict.message
    }
}

/// What came of the copy.
struct HealedLine: Encodable {
    let type = "healed"
    let path: String
    let roll: String
    let from: String?
    let status: Int32
    let interrupted: Bool
    let whole: Int
    let restored: Int
    let remaining: Int
    let restored_folders: [String]?
    let failed_folders: [String]?
    let recorded_late: Int
    let damaged_folder: String?
    let manifests: [String]
    let unlisted: [String]?
    let message: String?

    init(_ outcome: HealOutcome) {
        path = outcome.copy
        roll = outcome.roll
        from = outcome.goodCopy
        status = outcome.status.rawValue
        interrupted = outcome.isInterrupted
        whole = outcome.whole
        restored = outcome.restored
        remaining = outcome.remaining
        let failed = outcome.failedFolders.map(\.path.description)
        restored_folders = outcome.restoredFolders.isEmpty ? nil : outcome.restoredFolders.map(\.description)
        failed_folders = failed.isEmpty ? nil : failed
        recorded_late = outcome.recordedLate
        damaged_folder = outcome.damagedFolder
        manifests = outcome.manifests.map { $0.path.description }
        unlisted = outcome.unlisted.isEmpty ? nil : outcome.unlisted.map(\.description)
        message = outcome.recordFailure
    }
}

extension HealFinding.Ailment {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .differs: "differs"
        case .missing: "missing"
        case .unreadable: "unreadable"
        }
    }
}

extension HealFinding.Verdict {
    /// The stable name that programs see.
    fileprivate var name: String {
        switch self {
        case .restored: "restored"
        case .notInGoodCopy: "not_in_good_copy"
        case .goodCopyFails: "good_copy_fails"
        case .goodCopyUnreadable: "good_copy_unreadable"
        case .unprovable: "unprovable"
        case .failed: "failed"
        }
    }

    fileprivate var message: String? {
        switch self {
        case .unprovable(let reason): reason
        case .goodCopyUnreadable(let failure): failure.sentence
        case .failed(let why): why
        case .restored, .notInGoodCopy, .goodCopyFails: nil
        }
    }
}
