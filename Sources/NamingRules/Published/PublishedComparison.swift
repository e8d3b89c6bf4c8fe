internal import Checksums
internal import FileTree
internal import Proof

/// Compares a folder with what was published of it: by its ledger, and by the histories in it.
///
/// A file that the ledger has is compared with that alone. What has the size it had is compared by its content: by
/// the checksum of a history where size and time are still those it lists, else the file is read.
struct PublishedComparison {
    private let scoped: ScopedFolder
    private let request: LedgerRequest?
    private let scopes: PublishedScopes
    private let index: TreeIndex
    private let places: PublishedPlaces
    private let histories: PublishedHistories?

    /// What differs.
    private(set) var files = PublishedFiles()
    /// What a person should know of the comparison.
    private(set) var remarks: [String] = []
    /// What is published and not written down; nil where nobody asked, or not all could be read.
    private(set) var unrecorded: [Ledger.Line]?
    /// Whether the disk kept threads that read.
    private(set) var leftThreadsBehind = false

    /// Lines of the ledger whose files must have their content compared, with their entries.
    private var lines: [(line: Int, entry: Int)] = []
    /// Lines of the ledger whose files are gone, with the outermost path that is.
    private var gone: [(line: Int, with: RelativePath)] = []
    private var moved = MovedFiles()
    /// Files whose histories want their content compared, with their rules.
    private var listed: [(entry: Int, rule: ImmutableRule)] = []
    /// Files that are to be written down.
    private var new: [Int] = []
    /// By entry, whether the ledger has it.
    private var isInLedger: [Bool]
    private var wanted: [AlgorithmSet]
    private var known: [Int: Checksum] = [:]
    private var hashed: HashedFiles
    private var failures: [Int: HashingFailure] = [:]
    private var counts = Counts()

    private struct Counts {
        var unseen = 0
        var bySizeAndTime = 0
        /// The rules that a history had something to say to.
        var busy: Set<String> = []
    }

    /// - Returns: nil where there is nothing to compare with and nothing to write down.
    init?(_ scoped: ScopedFolder, _ request: CheckRequest, on disk: any ReadableDisk) {
        let scopes = PublishedScopes(request.rules)
        let wantsHistories = scopes.rules.contains(where: \.comparesHistories) || request.ledger != nil
        let tree = scoped.folder.named.tree
        histories = wantsHistories ? PublishedHistories(on: disk, in: tree) : nil
        guard request.ledger != nil || histories != nil else { return nil }
        (self.scoped, self.request, self.scopes) = (scoped, request.ledger, scopes)
        index = TreeIndex(tree)
        places = PublishedPlaces(tree, index)
        isInLedger = Array(repeating: false, count: tree.entries.count)
        wanted = Array(repeating: [], count: tree.entries.count)
        hashed = HashedFiles(entryCount: tree.entries.count)
    }

    /// Compares everything.
    mutating func run(on disk: any ReadableDisk, shouldStop: () -> Bool) {
        tellDamage()
        holdLedger()
        holdHistories()
        seekMoved()
        chooseNew()
        let isWhole = read(on: disk, shouldStop: shouldStop)
        judge()
        if request?.isRecording == true, isWhole { unrecorded = new.compactMap(line) }
        remark()
    }

    private var folder: CheckedFolder { scoped.folder }

    // MARK: - By size

    private mutating func holdLedger() {
        guard let ledger = request?.ledger else { return }
        for number in 0..<ledger.count {
            let line = ledger[number]
            switch places.place(of: line.path) {
            case .unseen: counts.unseen += 1
            case .gone(let path): gone.append((number, path))
            case .there(let entry): hold(line, number, against: entry)
            }
        }
    }

    /// Looks for files that are gone under their names elsewhere, and asks for the content of what may be them.
    private mutating func seekMoved() {
        guard let ledger = request?.ledger, !gone.isEmpty else { return }
        moved = MovedFiles(gone.map { ledger[$0.line] }, in: folder.named.tree)
        for entry in moved.candidates where wanted[entry].isEmpty { want(entry) }
    }

    private mutating func hold(_ line: Ledger.Line, _ number: Int, against entry: Int) {
        isInLedger[entry] = true
        let there = folder.named.tree.entries[entry]
        if there.kind != .file {
            add(.replaced(by: there.kind), line)
        } else if there.size != line.size.bytes {
            add(.resized(from: line.size.bytes, to: there.size), line)
        } else {
            lines.append((number, entry))
            want(entry)
        }
    }

    /// Asks for a file's content as ledgers have it.
    private mutating func want(_ entry: Int) {
        if let content = histories?.content(of: entry, Ledger.algorithm) {
            known[entry] = content
        } else {
            wanted[entry].insert(AlgorithmSet(Ledger.algorithm))
        }
    }

    private mutating func holdHistories() {
        guard let histories, scopes.rules.contains(where: \.comparesHistories) else { return }
        for (entry, rule) in scopes.files(in: scoped, index) where rule.comparesHistories && !isInLedger[entry] {
            let word = histories.word(about: entry)
            if word != .nothing { counts.busy.insert(rule.settings.id) }
            switch word {
            case .nothing: continue
            case .holds: counts.bySizeAndTime += 1
            case .resized(let size, let history):
                let now = folder.named.tree.entries[entry].size
                add(.resized(from: size, to: now), entry, .history(history), of: rule.settings.id)
            case .mustRead(let algorithms):
                wanted[entry].formUnion(algorithms)
                listed.append((entry, rule))
            }
        }
        for (path, history) in histories.missing {
            guard let rule = scopes.rule(over: path, in: folder), rule.comparesHistories,
                case .gone(let outermost) = places.place(of: path), request?.ledger.contains(path) != true
            else { continue }
            counts.busy.insert(rule.settings.id)
            files.add(
                PublishedChange(path: path, fate: .gone(with: outermost), witness: .history(history)),
                of: rule.settings.id)
        }
    }

    /// What is published and in no ledger: the files of the rules, or all where no rule says which.
    private mutating func chooseNew() {
        guard request?.isRecording == true else { return }
        let things = folder.named.things.indices.filter { folder.named.things[$0].kind != .folder }
        let entries =
            scopes.rules.isEmpty
            ? things.flatMap { folder.named.entries(of: $0, index) } : scopes.files(in: scoped, index).map(\.entry)
        new = entries.filter { !isInLedger[$0] }
        for entry in new { want(entry) }
    }

    // MARK: - By content

    /// - Returns: whether it was not stopped.
    private mutating func read(on disk: any ReadableDisk, shouldStop: () -> Bool) -> Bool {
        guard wanted.contains(where: { !$0.isEmpty }) else { return !shouldStop() }
        var limits = HashingLimits()
        // Whether somebody changed a file is asked here, not whether its disk is sound.
        limits.cache = .used
        let hashing = InPlaceHashing(disk: disk, tree: folder.named.tree, wanted: wanted, limits: limits)
        let isWhole = hashing.run(
            take: { number, result in
                switch result {
                case .success(let file): hashed.insert(file)
                case .failure(let failure): failures[number] = failure
                }
            }, shouldStop: shouldStop)
        leftThreadsBehind = hashing.threadsLeftBehind > 0
        return isWhole
    }

    private mutating func judge() {
        if let ledger = request?.ledger {
            for (number, entry) in lines {
                let line = ledger[number]
                if let failure = failures[entry] {
                    unread(failure, entry)
                } else if let content = content(of: entry), content != line.content {
                    add(.rewritten, line)
                }
            }
            for (number, path) in gone {
                let line = ledger[number]
                let there = moved.candidates(for: line).first { content(of: $0) == line.content }
                add(there.map { .moved(to: folder.named.tree.path(of: $0), with: path) } ?? .gone(with: path), line)
            }
        }
        for (entry, rule) in listed {
            let (id, checksums) = (rule.settings.id, hashed[entry]?.checksums ?? [])
            if let failure = failures[entry] {
                unread(failure, entry)
            } else if let history = histories?.contradicted(by: entry, checksums) {
                add(.rewritten, entry, .history(history), of: id)
            }
        }
        for entry in new { failures[entry].map { unread($0, entry) } }
    }

    private func content(of entry: Int) -> Checksum? { known[entry] ?? hashed.checksum(Ledger.algorithm, of: entry) }

    private func line(_ entry: Int) -> Ledger.Line? {
        guard let content = content(of: entry) else { return nil }
        let size = hashed[entry]?.size ?? ByteCount(folder.named.tree.entries[entry].size)
        return Ledger.Line(
            path: folder.named.tree.path(of: entry), size: size, content: content, recorded: folder.now)
    }

    // MARK: - What is told

    private mutating func add(_ fate: PublishedChange.Fate, _ line: Ledger.Line) {
        let rule = scopes.rule(over: line.path, in: folder)?.settings.id
        files.add(
            PublishedChange(path: line.path, fate: fate, witness: PublishedChange.Witness(line)),
            of: rule ?? PublishedFiles.ofNoRule)
    }

    private mutating func add(
        _ fate: PublishedChange.Fate, _ entry: Int, _ witness: PublishedChange.Witness, of rule: String
    ) {
        files.add(PublishedChange(path: folder.named.tree.path(of: entry), fate: fate, witness: witness), of: rule)
    }

    private mutating func unread(_ failure: HashingFailure, _ entry: Int) {
        let path = folder.named.tree.path(of: entry)
        files.add(
            PublishedChange(path: path, fate: .unread(failure.cause), witness: .nobody),
            of: scopes.rule(over: path, in: folder)?.settings.id ?? PublishedFiles.ofNoRule)
    }

    private mutating func tellDamage() {
        guard let rule = scopes.rules.first(where: \.comparesHistories)?.settings.id else { return }
        for (place, sentence) in histories?.damage ?? [] {
            files.add(PublishedChange(path: place, fate: .damaged(sentence), witness: .nobody), of: rule)
        }
    }

    private mutating func remark() {
        let hasLines = (request?.ledger.count ?? 0) > 0
        let idle = scopes.rules.map(\.settings.id).filter { !hasLines && !counts.busy.contains($0) }
        let trusted = lines.count { known[$0.entry] != nil }
        remarks = PublishedRemarks.all(
            PublishedRemarks.Counts(
                read: lines.count - trusted + listed.count, trusted: trusted, bySizeAndTime: counts.bySizeAndTime,
                unseen: counts.unseen), idle: idle, request)
        if histories != nil, request != nil, scopes.rules.isEmpty { remarks.append(PublishedRemarks.noHistories) }
    }
}
