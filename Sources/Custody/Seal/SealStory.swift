public import Checksums
public import FileTree
public import Manifests
public import Proof

/// What is to be sealed where it lies.
public struct SealFolderRequest: Sendable {
    /// The folder, as the person wrote it.
    public var folder: String
    /// The checksums asked for; none for those that its history is used to, or XXH64.
    public var algorithms: [ChecksumAlgorithm] = []
    /// Patterns to leave out from now on.
    public var ignore: [String] = []
    /// Files or folders in it that alone are recorded, as the person wrote them; all when there are none.
    public var only: [String] = []
    /// Whether a new file with the content of one that is gone is the same under a new name.
    public var detectsRenames = false
    /// Who seals, with what.
    public var creator: Creator
    /// Whether a loop device counts as a device (tests only).
    public var trustsLoop = false

    /// Asks for a plain seal.
    public init(folder: String, creator: Creator) {
        self.folder = folder
        self.creator = creator
    }
}

/// Something that happens while a folder is sealed.
public enum SealEvent: Sendable {
    /// Reading starts: so many files, so many bytes.
    case began(files: Int, size: ByteCount)
    /// So much has been read.
    case progress(read: ByteCount, of: ByteCount)
    /// It is done.
    case finished(SealOutcome)
}

/// What came of sealing a folder.
public struct SealOutcome: Sendable {
    /// The folder as the person wrote it.
    public let argument: String
    /// What was recorded; nil when it was stopped before.
    public internal(set) var receipt: RecordReceipt?
    /// Files that are not as the history has them, below the folder.
    public internal(set) var failed: [RelativePath] = []
    /// Files that are listed under a new name.
    public internal(set) var renamed: [RelativePath] = []
    /// Files that could not be read, and why; not listed.
    public internal(set) var unreadable: [(path: RelativePath, failure: HashingFailure)] = []
    /// Files of which another writer listed other checksums meanwhile: seal again.
    public internal(set) var uncompared: [RelativePath] = []
    /// What the history lists and the folder does not have, in the manifests' own bytes.
    public internal(set) var missing: [MissingFile] = []
    /// Folders that the history lists and that are not there.
    public internal(set) var missingFolders: [RelativePath] = []
    /// Links, FIFOs, sockets, devices and mounted volumes: never listed.
    public internal(set) var special: [RelativePath] = []
    /// Folders that could not be listed.
    public internal(set) var unreadableFolders: [DiskError] = []
    /// The patterns that were added because the system's own files were seen.
    public internal(set) var systemPatterns: [String] = []
    /// How many files were read.
    public internal(set) var files = 0
    /// How much that was.
    public internal(set) var size = ByteCount.zero
    /// Threads that are stuck in the system: end the process with ``Machine/exitNow(_:)``.
    public internal(set) var leftThreadsBehind = false

    /// Every status that applies.
    public var statuses: Set<RunStatus> {
        var statuses: Set<RunStatus> = []
        if receipt == nil { statuses.insert(.interrupted) }
        if !failed.isEmpty { statuses.insert(.contentDiffers) }
        if !unreadable.isEmpty || !unreadableFolders.isEmpty { statuses.insert(.sourceUnreadable) }
        if !missing.isEmpty || !missingFolders.isEmpty { statuses.insert(.missing) }
        if !uncompared.isEmpty { statuses.insert(.notInManifest) }
        if receipt?.manifests.isEmpty == true { statuses.insert(.nothingVerified) }
        return statuses
    }
}

/// Seals a folder where it lies: reads it once, and appends a generation to its history or begins one.
public struct SealStory {
    private let request: SealFolderRequest

    /// Takes a request.
    public init(_ request: SealFolderRequest) {
        self.request = request
    }

    /// Reads and seals.
    ///
    /// - Parameters:
    ///   - tell: is told what happens, on the calling thread.
    ///   - shouldStop: is asked often; a run that is stopped records nothing.
    /// - Throws: before anything is written, where the folder or its history cannot be used.
    public func run(
        tell: @escaping (SealEvent) -> Void, shouldStop: @escaping () -> Bool
    ) throws(CustodyError) -> SealOutcome {
        let startedAt = Machine.now
        let folder = try Folder(request.folder)
        let disk = try folder.opened()
        let manifests = folder.manifests
        let contents = SealContents(of: folder.tree) { manifests.isListed($0) }
        let part = try SealPart(request.only, of: folder)
        let history = manifests.sources.first { $0.format == .ascMHL && $0.folder.isRoot }?.history
        let record = RecordRequest(
            tree: folder.tree,
            isPresent: folder.tree.entries.indices.map { contents.isPresent[$0] && part.holds($0) },
            algorithms: algorithms(history), folderName: Array(folder.name.utf8), creator: request.creator,
            startedAt: startedAt, ignore: request.ignore + contents.patterns,
            coverage: part.isWhole ? .wholeFolder : .someFiles, detectsRenames: request.detectsRenames)
        var outcome = SealOutcome(argument: request.folder)
        outcome.special = contents.special.map { folder.tree.path(of: $0) }
        outcome.unreadableFolders = folder.tree.unreadable
        outcome.systemPatterns = contents.patterns
        do throws(ManifestError) {
            let plan = try ASCMHL.plan(record, on: disk, at: .root)
            try plan.checkNames(at: .root)
            if let files = read(plan, folder, &outcome, tell, shouldStop) {
                let receipt = try ASCMHL.record(record, files, on: disk, at: .root)
                outcome.take(receipt, of: folder, part: part)
            }
            tell(.finished(outcome))
            return outcome
        } catch {
            throw CustodyError(sealing: error, at: request.folder)
        }
    }

    private func algorithms(_ history: History?) -> [ChecksumAlgorithm] {
        request.algorithms.isEmpty ? [history?.customaryAlgorithm ?? .xxh64] : request.algorithms
    }

    /// Nil when the person stopped it.
    private func read(
        _ plan: GenerationPlan, _ folder: Folder, _ outcome: inout SealOutcome, _ tell: (SealEvent) -> Void,
        _ shouldStop: @escaping () -> Bool
    ) -> HashedFiles? {
        let numbers = plan.wanted.indices.filter { !plan.wanted[$0].isEmpty }
        let size = numbers.reduce(ByteCount.zero) { $0 + ByteCount(folder.tree.entries[$1].size) }
        tell(.began(files: numbers.count, size: size))
        var reading = Reading(
            disk: folder.disk, tree: folder.tree, trustsLoop: request.trustsLoop, shouldStop: shouldStop)
        var files = HashedFiles(entryCount: folder.tree.entries.count)
        reading.read(plan.wanted) { event in
            switch event {
            case .progress(let read): tell(.progress(read: read, of: size))
            case .file(_, .success(let file)): files.insert(file)
            case .file(let number, .failure(let failure)):
                outcome.unreadable.append((folder.tree.path(of: number), failure))
            }
        }
        outcome.files = files.count
        outcome.size = files.size
        outcome.leftThreadsBehind = reading.leftThreadsBehind
        return reading.wasStopped ? nil : files
    }
}

extension SealOutcome {
    init(argument: String) {
        self.init(argument: argument, receipt: nil)
    }

    /// What was recorded, and what is missing now that it is: a renamed file is not.
    fileprivate mutating func take(_ receipt: RecordReceipt, of folder: Folder, part: SealPart) {
        self.receipt = receipt
        failed = receipt.failed.map { folder.tree.path(of: $0) }
        renamed = receipt.renamed.map { folder.tree.path(of: $0) }
        uncompared = receipt.uncompared.map { folder.tree.path(of: $0) }
        guard part.isWhole else { return }
        for source in folder.manifests.sources where source.format == .ascMHL {
            missing += source.missing
            missingFolders += source.missingFolders
        }
    }
}

extension CustodyError {
    /// Why nothing was recorded.
    init(sealing error: ManifestError, at place: String) {
        guard error.code != .readOnlyMedium, error.cause?.reason != .readOnly else {
            self.init(
                .notWritable, at: place, "The medium is read-only; nothing was recorded.",
                nextStep: "Mount it read-write, or verify it without recording.", status: .destinationFailed)
            return
        }
        let status: RunStatus =
            switch error.code {
            case .cannotCarry, .unlistedManifest, .nameTaken, .contradictsHistory: .obstacles
            case .disk where error.cause?.isOfReading == true: .sourceUnreadable
            case .disk, .readOnlyMedium: .destinationFailed
            case .altered, .chainMissing, .manifestMissing, .historyMissing, .nestedHistoryMissing, .unreadable:
                error.runStatus
            }
        self.init(
            .manifest, at: place, error.sealSentence, nextStep: error.sealStep ?? error.nextStep, status: status)
    }
}

extension ManifestError {
    /// How many names a sentence has room for.
    private static let mostNames = 10

    /// What is wrong, each name once and as the bytes it has.
    fileprivate var sealSentence: String {
        if let cause, code == .disk {
            return "\(cause.description.prefix(1).uppercased())\(cause.description.dropFirst())."
        }
        guard code == .cannotCarry, !concerned.isEmpty else { return fullSentence }
        let names = concerned.prefix(Self.mostNames).map(\.shown).joined(separator: ", ")
        let more = concerned.count - Self.mostNames
        return "A manifest cannot carry these names: \(names)\(more > 0 ? " and \(more) more" : "")."
    }

    /// What to do where a folder is sealed and nothing is copied; nil where that makes no difference.
    fileprivate var sealStep: String? {
        switch (code, cause?.reason) {
        case (.cannotCarry, _) where !concerned.isEmpty: "Rename them, or leave them out with rushes seal --ignore."
        case (.disk, .full): "Make room on it, and run the same command again."
        case (.disk, .hardware): "Check the cable, the reader and the device, and run the same command again."
        case (.disk, .badName): "Seal a copy of it on another file system (ext4, XFS, APFS)."
        default: nil
        }
    }
}

extension RelativePath {
    /// The path for people; a byte that is not UTF-8 shows as `\xNN`.
    fileprivate var shown: String {
        var shown = ""
        var rest = bytes[...]
        while let first = rest.first {
            let length = (1...4).first { $0 <= rest.count && String(validating: rest.prefix($0), as: UTF8.self) != nil }
            shown += length.map { String(decoding: rest.prefix($0), as: UTF8.self) } ?? "\\x" + String(first, radix: 16)
            rest = rest.dropFirst(length ?? 1)
        }
        return shown
    }
}

extension DiskError {
    /// Whether it was refused to look or to read, and not to write.
    fileprivate var isOfReading: Bool {
        switch request {
        case .look, .list, .open, .read, .measure: true
        case .makeFolder, .create, .write, .allocate, .resize, .setAttributes, .flush, .rename, .remove, .lock: false
        }
    }
}

/// The part of a folder that a person names with `--only`.
struct SealPart {
    private let paths: [RelativePath]
    private let tree: TreeSnapshot

    /// - Throws: for a path that leads out of the folder, or nowhere.
    init(_ arguments: [String], of folder: Folder) throws(CustodyError) {
        tree = folder.tree
        var paths: [RelativePath] = []
        for argument in arguments {
            let candidates = [argument, folder.path.below(argument)].compactMap(Machine.resolvedPath)
            let head = folder.path == "/" ? "/" : folder.path + "/"
            guard let inside = candidates.first(where: { $0.hasPrefix(head) }),
                let path = RelativePath(String(inside.dropFirst(head.count)))
            else {
                throw CustodyError(
                    .usage, at: argument, "This does not lie in \(folder.argument).",
                    nextStep: "Name files or folders in it with --only.", status: .usage)
            }
            paths.append(path)
        }
        self.paths = paths
    }

    var isWhole: Bool { paths.isEmpty }

    /// Whether an entry is meant, or leads to one that is.
    func holds(_ number: Int) -> Bool {
        guard !paths.isEmpty else { return true }
        let path = tree.path(of: number)
        return paths.contains { path.lies(within: $0) || $0.lies(within: path) && tree.entries[number].kind == .folder }
    }
}
