internal import Checksums
internal import Custody
internal import EditorLogs
internal import FileTree
internal import Manifests
internal import NamingRules

// The lines of `rushes verify --json`; each member is explained in `docs/json.md`.

/// A path that could not be verified at all.
struct RefusedLine: Encodable {
    let type = "refused"
    let code: String
    let path: String
    var line: Int?
    let message: String
    let next: String?
    let status: Int32

    init(_ error: CustodyError) {
        code = error.code.name
        path = error.place
        message = error.sentence
        next = error.nextStep.isEmpty ? nil : error.nextStep
        status = error.status.rawValue
    }

    init(_ error: RuleFileError) {
        code = error.code.rawValue
        (path, line) = (error.place, error.line)
        message = error.sentence
        next = error.nextStep
        status = RunStatus.usage.rawValue
    }

    init(_ error: CheckArgumentError) {
        code = error.code.rawValue
        (path, line) = (error.place, error.line)
        message = error.sentence
        next = error.nextStep.isEmpty ? nil : error.nextStep
        status = error.status.rawValue
    }

    init(_ error: LogError) {
        code = error.code.rawValue
        path = error.place
        message = error.sentence
        next = error.nextStep.isEmpty ? nil : error.nextStep
        status = error.status.rawValue
    }
}

/// A path was looked at, and reading starts.
struct BeganLine: Encodable {
    let type = "began"
    let path: String
    let manifests: Int
    let files: Int
    let bytes: Int64
}

/// How much has been read.
struct ReadLine: Encodable {
    let type = "progress"
    let path: String
    let bytes_read: Int64
    let bytes: Int64
}

/// A file differs and is read once more.
struct SuspectLine: Encodable {
    let type = "suspect"
    let path: String
    let path_base64: String?

    init(_ place: RelativePath) {
        path = place.description
        path_base64 = JSONLines.base64(place.bytes)
    }
}

/// A folder that could not be listed.
struct UnreadableFolderLine: Encodable {
    let type = "unreadable_folder"
    let path: String
    let path_base64: String?
    let message: String
    let next: String

    init(_ error: DiskError) {
        path = error.place.description
        path_base64 = JSONLines.base64(error.place.bytes)
        message = error.cause
        next = error.nextStep
    }
}

/// Something about a manifest itself.
struct FindingLine: Encodable {
    let type = "finding"
    let code: String
    let path: String
    let path_base64: String?
    let message: String
    let status: Int?

    init(_ problem: ManifestFinding) {
        code = problem.code.name
        path = problem.place.description
        path_base64 = JSONLines.base64(problem.place.bytes)
        message = problem.sentence
        status = problem.status
    }
}

/// What one manifest had to say.
struct ManifestLine: Encodable {
    let type = "manifest"
    let format: String
    let path: String
    let path_base64: String?
    let generations: [Generation]
    let equal: Int
    let differing: Int
    let missing: Int
    let unreadable: Int
    let size_equal: Int
    let not_compared: Int

    struct Generation: Encodable {
        let number: Int
        let name: String
        let created: String?
        let tool: String?
        let process: String?
        let files: Int
    }

    init(_ witness: VerifyOutcome.Witness) {
        format = witness.format.rawValue
        path = witness.place.description
        path_base64 = JSONLines.base64(witness.place.bytes)
        generations = witness.generations.map {
            Generation(
                number: $0.number, name: $0.name, created: $0.createdAt.isEmpty ? nil : $0.createdAt,
                tool: $0.tool.isEmpty ? nil : $0.tool, process: $0.process.isEmpty ? nil : $0.process,
                files: $0.fileCount)
        }
        equal = witness.equal
        differing = witness.differing
        missing = witness.missing
        unreadable = witness.unreadable
        size_equal = witness.sizeEqual
        not_compared = witness.notCompared
    }
}

/// A manifest that was written.
struct RecordedLine: Encodable {
    let type = "recorded"
    let path: String
    let path_base64: String?
    let generation: Int
    let c4: String

    init(_ manifest: SealedManifest) {
        path = manifest.path.description
        path_base64 = JSONLines.base64(manifest.path.bytes)
        generation = manifest.generation
        c4 = manifest.c4.description
    }
}

/// Why nothing was recorded of a roll.
struct NotRecordedLine: Encodable {
    let type = "not_recorded"
    let code: String
    let path: String
    let message: String
    let next: String?

    init(_ error: CustodyError) {
        code = error.code.name
        path = error.place
        message = error.sentence
        next = error.nextStep.isEmpty ? nil : error.nextStep
    }
}

/// What came of a path.
struct VerifiedLine: Encodable {
    let type = "verified"
    let path: String
    let folder: String
    let against: String?
    let status: Int32
    let interrupted: Bool
    let sizes_only: Bool
    let bytes_read: Int64
    let from_device: Bool
    let trusts_loop: Bool?
    let file_system: String?
    let folders_not_compared: [Folder]?
    let counts: Counts

    struct Folder: Encodable {
        let path: String
        let path_base64: String?
        let message: String
    }

    struct Counts: Encodable {
        let equal: Int
        let differing: Int
        let missing: Int
        let missing_folders: Int
        let differing_folders: Int
        let equal_folders: Int
        let not_listed: Int
        let folders_not_listed: Int
        let unreadable: Int
        let unreadable_folders: Int
        let size_equal: Int
        let not_compared: Int
        let history_unusable: Int
        let not_here: Int
        let left_out: Int
        let ignored: Int
        let system: Int
        let own: Int
        let not_a_file: Int
    }

    init(_ outcome: VerifyOutcome) {
        path = outcome.argument
        folder = outcome.folder
        against = outcome.against
        status = RunStatus.worst(of: outcome.statuses).rawValue
        interrupted = outcome.isInterrupted
        sizes_only = outcome.sizesOnly
        bytes_read = outcome.size.bytes
        from_device = outcome.isFromDevice && outcome.counts.equal > 0
        trusts_loop = outcome.trustedLoop ? true : nil
        file_system = outcome.volume?.kind.name
        let folders = outcome.folders.compactMap { folder -> Folder? in
            guard case .unknown(let reason) = folder.result else { return nil }
            return Folder(
                path: folder.path.description, path_base64: JSONLines.base64(folder.path.bytes), message: reason)
        }
        folders_not_compared = folders.isEmpty ? nil : folders
        let found = outcome.counts
        counts = Counts(
            equal: found.equal, differing: found.differing, missing: found.missing,
            missing_folders: found.missingFolders, differing_folders: found.differingFolders,
            equal_folders: outcome.folders.count { $0.result == .equal },
            not_listed: found.notListed, folders_not_listed: found.foldersNotListed, unreadable: found.unreadable,
            unreadable_folders: outcome.unreadableFolders.count, size_equal: found.sizeEqual,
            not_compared: found.notCompared, history_unusable: found.unknown, not_here: found.notHere,
            left_out: found.leftOut,
            ignored: found.ignored, system: found.system, own: found.own, not_a_file: found.special)
    }
}

/// The end, and the exit status.
struct EndLine: Encodable {
    let type = "finished"
    let status: Int32
}

extension CustodyError.Code {
    /// The stable name that programs see.
    var name: String {
        switch self {
        case .notThere: "not-there"
        case .wrongKind: "wrong-kind"
        case .unreadable: "unreadable"
        case .manifest: "manifest"
        case .notWritable: "not-writable"
        case .usage: "usage"
        case .stopped: "stopped"
        }
    }
}

extension ManifestFinding.Code {
    /// The stable name that programs see.
    var name: String {
        switch self {
        case .unreadable: "unreadable"
        case .damaged: "damaged"
        case .unknownHash: "unknown-hash"
        case .outside: "outside"
        case .respelled: "respelled"
        case .conflict: "conflict"
        case .stray: "stray"
        case .remark: "remark"
        }
    }
}
