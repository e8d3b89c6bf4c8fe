internal import Checksums
internal import FileTree
internal import FoundationEssentials
internal import Manifests
internal import NamingRules
public import Offload
internal import Proof

/// The machine-readable record of a run, as one JSON document.
///
/// Written in pieces, a batch of files at a time: a record of a million files never lies in memory whole.
struct RunRecord {
    private let outcome: CardOutcome
    private let reasons: Reasons

    /// Files encoded at a time.
    private static let batch = 512

    init(_ outcome: CardOutcome) {
        self.outcome = outcome
        reasons = Reasons(outcome)
    }

    func write(to sink: ([UInt8]) -> Void) {
        // The head ends with its brace taken off, so that the files can follow as its last members.
        sink(encoded(Head(outcome)).dropLast() + Array(",\n\"files\":[".utf8))
        writeAll(outcome.card.contents.files, to: sink) { RecordedFile($0, of: outcome, reasons) }
        sink(Array("],\n\"left_out\":[".utf8))
        writeAll(outcome.card.contents.leftOut, to: sink) { LeftOut($0, of: outcome) }
        sink(Array("],\n\"not_looked_at\":[".utf8))
        writeAll(outcome.card.tree.unreadable, to: sink) { NotLookedAt(path: Name($0.place), reason: $0.cause) }
        sink(Array("],\n\"names\":[".utf8))
        writeAll(outcome.card.names.findings, to: sink) { NameFinding($0) }
        sink(Array("]}\n".utf8))
    }

    private func writeAll<Source, Record: Encodable>(
        _ all: [Source], to sink: ([UInt8]) -> Void, _ record: (Source) -> Record
    ) {
        for start in stride(from: 0, to: all.count, by: RunRecord.batch) {
            // Encoded as one list, whose brackets are taken off: an encoder costs more to start than a record to encode.
            let records = all[start..<min(start + RunRecord.batch, all.count)].map(record)
            sink((start == 0 ? [] : Array(",\n".utf8)) + encoded(records).dropFirst().dropLast())
        }
    }

    private let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    /// Encoding these values cannot fail: they hold text, numbers and lists of them.
    private func encoded(_ value: some Encodable) -> [UInt8] {
        (try? encoder.encode(value)).map(Array.init) ?? Array("null".utf8)
    }
}

/// A path: as text, and as base64 of its bytes where it is not UTF-8.
private struct Name: Encodable {
    let path: String
    let path_base64: String?

    init(_ path: RelativePath) {
        self.path = path.description
        path_base64 = path.text == nil ? Data(path.bytes).base64EncodedString() : nil
    }
}

/// Why files are not proved, by their numbers: a card that was pulled has as many failures as files.
private struct Reasons {
    let onCard: [Int: String]
    let onCopies: [[Int: String]]

    init(_ outcome: CardOutcome) {
        onCard = Reasons.sentences(outcome.cardFailures)
        onCopies = outcome.copies.map { Reasons.sentences($0.failures) }
    }

    private static func sentences(_ failures: [FileFailure]) -> [Int: String] {
        Dictionary(failures.map { ($0.number, $0.sentence) }) { first, _ in first }
    }
}

private struct Head: Encodable {
    let type = "ingest"
    let format = "rushes-ingest/1"
    let version: String
    let host: String
    let user: String
    let author: String?
    let note: String?
    let started: String
    let finished: String
    let roll: String
    let complete: Bool
    let interrupted: Bool
    let status: Int32
    let algorithms: [String]
    let compared_by: String
    let trusts_loop: Bool?
    let source: Source
    let destinations: [Copy]

    init(_ outcome: CardOutcome) {
        version = outcome.version
        host = Machine.hostName
        user = Machine.userName
        author = outcome.author
        note = outcome.note
        started = outcome.startedAt.utc
        finished = outcome.finishedAt.utc
        roll = outcome.roll.description
        complete = outcome.isComplete
        interrupted = outcome.isInterrupted
        status = RunStatus.worst(of: outcome.statuses).rawValue
        algorithms = outcome.algorithms.map(\.rawValue)
        compared_by = outcome.comparing.rawValue
        trusts_loop = outcome.trustsLoop ? true : nil
        source = Source(outcome)
        destinations = outcome.copies.map(Copy.init)
    }

    struct Source: Encodable {
        let path: String
        let volume: RecordedVolume
        let files: Int
        let bytes: Int64
        let listing: String
        let bytes_read: Int64
        let bytes_read_again: Int64
        let read_twice: Bool
        let own_manifests: [String]
        let listed_in_own_manifests: Int
        let matched_own_manifests: Int
        let missing_from_own_manifests: [String]

        init(_ outcome: CardOutcome) {
            path = outcome.card.path
            volume = RecordedVolume(outcome.card.volume)
            files = outcome.fileCount
            bytes = outcome.size.bytes
            listing = "xxh128:\(outcome.card.listing)"
            bytes_read = outcome.bytesRead
            bytes_read_again = outcome.bytesReadAgain
            read_twice = outcome.sourceTwice
            own_manifests = (outcome.card.manifests.histories + outcome.card.manifests.lists).map(\.description)
            let own = outcome.ownManifest
            listed_in_own_manifests = own.listed
            matched_own_manifests = own.matched
            missing_from_own_manifests = own.missing
        }
    }

    struct Copy: Encodable {
        let path: String
        let roll: String
        let volume: RecordedVolume
        let complete: Bool
        let was_finished: Bool
        let files: Int
        let bytes: Int64
        let bytes_written: Int64
        let seconds: Double
        let evidence: String?
        let failure: String?
        let manifests: [String]
        let legacy_manifest: String?
        let names_not_in_manifest: Int
        let names_taken_in_two_steps: Int
        let attributes_not_kept: Int
        let times_not_kept: Int
        let files_moved_away: Int
        let checksums_not_sealed: [String]

        init(_ copy: CardOutcome.Copy) {
            path = copy.path
            roll = copy.roll.description
            volume = RecordedVolume(copy.volume)
            complete = copy.isComplete
            was_finished = copy.wasFinished
            files = copy.verified.count
            bytes = copy.verified.size.bytes
            bytes_written = copy.bytesWritten
            seconds = Double(copy.duration) / 1e9
            evidence = copy.verified.weakestEvidence?.words
            failure = copy.failure?.sentence
            manifests = copy.manifests.map(\.path.name.text)
            legacy_manifest = copy.legacyList?.description
            names_not_in_manifest = copy.unlistable
            names_taken_in_two_steps = copy.shortfalls.renamesNotAtomic
            attributes_not_kept = copy.shortfalls.attributesNotKept
            times_not_kept = copy.shortfalls.timesNotKept
            files_moved_away = copy.shortfalls.movedAway
            checksums_not_sealed = copy.notSealed.map(\.rawValue)
        }
    }
}

private struct RecordedVolume: Encodable {
    let file_system: String
    let mounted_at: String
    let device: String
    let disks: [String]
    let volume_id: String?

    init(_ volume: Volume) {
        file_system = volume.kind.name
        mounted_at = volume.mountPoint
        device = volume.source
        disks = volume.disks
        volume_id = volume.identity
    }
}

private struct RecordedFile: Encodable {
    let path: String
    let path_base64: String?
    let size: Int64
    let modified: String
    let checksums: [String: String]?
    let copies: [Proof]
    let failure: String?

    struct Proof: Encodable {
        let evidence: String?
        let proved: String?
        let failure: String?
    }

    init(_ number: Int, of outcome: CardOutcome, _ reasons: Reasons) {
        let entry = outcome.card.tree.entries[number]
        let name = Name(outcome.card.tree.path(of: number))
        path = name.path
        path_base64 = name.path_base64
        size = entry.size
        modified = entry.modified.utcWithNanoseconds
        let proofs = outcome.copies.map { $0.verified[number] }
        checksums = proofs.lazy.compactMap { $0 }.first.map { proof in
            Dictionary(uniqueKeysWithValues: proof.checksums.map { ($0.algorithm.rawValue, $0.description) })
        }
        copies = zip(reasons.onCopies, proofs).map { reasons, proof in
            Proof(evidence: proof?.evidence.words, proved: proof?.provedAt.utc, failure: reasons[number])
        }
        failure = reasons.onCard[number]
    }
}

private struct LeftOut: Encodable {
    let path: String
    let path_base64: String?
    let reason: String
    let files: Int
    let bytes: Int64

    init(_ entry: (number: Int, reason: CardContents.Exclusion, files: Int, size: ByteCount), of outcome: CardOutcome) {
        let name = Name(outcome.card.tree.path(of: entry.number))
        path = name.path
        path_base64 = name.path_base64
        reason = entry.reason.words
        files = entry.files
        bytes = entry.size.bytes
    }
}

/// Something in a name that somebody should look at.
private struct NameFinding: Encodable {
    let rule: String
    let id: String
    let severity: String
    let path: Name
    let message: String
    let next: String

    init(_ finding: Finding) {
        (rule, id, severity) = (finding.rule, finding.code.rawValue, finding.severity.rawValue)
        (path, message, next) = (Name(finding.path), finding.sentence, finding.nextStep)
    }
}

private struct NotLookedAt: Encodable {
    let path: Name
    let reason: String
}

extension CardContents.Exclusion {
    /// The reason in words.
    public var words: String {
        switch self {
        case .systemFile(let name): "system file (\(name))"
        case .appleDouble: "AppleDouble twin"
        case .ignored: "left out by --ignore"
        case .notAFile(let kind): kind.name
        }
    }
}
