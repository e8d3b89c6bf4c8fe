internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload
internal import Proof

/// Makes a destination ready for a card's bytes, and finds out what it still needs.
struct LanePreparation {
    let card: CardSurvey
    let run: LaneRun
    let algorithms: [ChecksumAlgorithm]
    let day: String
    /// Whether a finished roll's proofs of the same run are trusted: only while the run goes on elsewhere.
    let trustsSealedJournal: Bool
    /// Whether this run reads the card twice, and trusts loop devices: a proof that says less, or needs more trust,
    /// than this run does not count.
    let isSourceTwice: Bool
    let trustsLoop: Bool

    private var disk: any Disk { run.disk }
    private var place: RollPlace { run.place }
    private var desk: Desk { Desk(disk: disk, volume: run.destination.volume, place: place) }

    func prepared() throws(DiskError) -> LaneRun {
        switch run.state {
        case .absent: try fresh()
        case .unfinished(let tree, let journal, let history): try continued(tree, journal, history)
        case .sealed(let tree, let history, let journal): try compared(tree, history, journal)
        }
    }

    private func fresh() throws(DiskError) -> LaneRun {
        try desk.clearStaging()
        // A journal without a roll is one that was cut off at its very beginning.
        try removeIfThere(place.journal)
        let journal = try Journal.start(at: place.journal, on: disk, header: header(startedAt: run.startedAt))
        // A roll without a journal is a stranger's: the journal's whole path lasts before the roll appears.
        try desk.flushFolders([.root, RollPlace.desks, place.desk])
        try makeFolders()
        return with(
            needs: card.contents.exclusions.indices.map { isWanted($0) ? .copy : .nothing }, verified: empty,
            base: place.partial, journal: journal, startedAt: run.startedAt)
    }

    private func continued(
        _ tree: TreeSnapshot, _ reading: JournalReading?, _ history: History?
    ) throws(DiskError) -> LaneRun {
        try desk.clearStaging()
        let standing = Standing(card: card, tree: tree)
        let (verified, records) = try proofs(in: reading, standing)
        let needs = card.contents.exclusions.indices.map { number -> Need in
            guard isWanted(number), verified.evidence(of: number) == nil else { return .nothing }
            guard standing.attributes(of: number) != nil else { return .copy }
            // What lies in `ascmhl` got its name after its proof, and may have been continued since.
            return card.isHistory(card.tree.path(of: number)) ? .nothing : .adopt
        }
        try makeFolders()
        let startedAt = startOfRun(reading, history)
        let journal = try journal(continuing: reading, startedAt, records)
        return with(needs: needs, verified: verified, base: place.partial, journal: journal, startedAt: startedAt)
    }

    /// Whether the records of a journal can be read, for this place, and say as much as is asked for now.
    ///
    /// What is left out of a roll has its number too, and may come and go while the roll stays the same.
    private func counts(_ reading: JournalReading) -> Bool {
        let header = reading.header
        return header.algorithms == algorithms && header.entryCount == card.tree.entries.count
            && header.roll == place.roll && isThisVolume(header.destination) && (header.isSourceTwice || !isSourceTwice)
            && (!header.trustsLoop || trustsLoop)
    }

    /// The identity counts only where both know it.
    private func isThisVolume(_ identity: String?) -> Bool {
        guard let identity, let now = run.destination.volume.identity else { return true }
        return identity == now
    }

    /// The proofs of a journal that still hold.
    private func proofs(
        in reading: JournalReading?, _ standing: Standing
    ) throws(DiskError) -> (verified: VerifiedFiles, records: [ProvedRecord]) {
        var verified = empty
        var records: [ProvedRecord] = []
        guard let reading, counts(reading) else { return (verified, records) }
        _ = try Journal.read(at: place.journal, on: disk) { _, record in
            guard case .proved(let proved) = record else { return }
            for claim in proved where card.tree.entries.indices.contains(claim.number) && isWanted(claim.number) {
                guard let now = standing.attributes(of: claim.number),
                    let file = claim.stillHolds(now, on: run.destination.volume.kind)
                else { continue }
                verified.insert(file)
                records.append(claim)
            }
        }
        return (verified, records)
    }

    /// A roll that was sealed with failures gets a next generation: its own name in time.
    private func startOfRun(_ reading: JournalReading?, _ history: History?) -> Instant {
        guard let reading else { return run.startedAt }
        let isSealed = history?.generations.last.map { $0.createdAt >= reading.header.startedAt.utc } ?? false
        return isSealed && history?.failed.isEmpty == false ? run.startedAt : reading.header.startedAt
    }

    /// Goes on with the journal, or writes it anew where its header would no longer be true.
    private func journal(
        continuing reading: JournalReading?, _ startedAt: Instant, _ records: [ProvedRecord]
    ) throws(DiskError) -> Journal {
        if let reading, reading.header.startedAt == startedAt, counts(reading) {
            return try Journal.resume(at: place.journal, on: disk, after: reading)
        }
        let new = place.newJournal
        try removeIfThere(new)
        let journal = try Journal.start(at: new, on: disk, header: header(startedAt: startedAt))
        var rest = records[...]
        while !rest.isEmpty {
            try journal.append(.proved(Array(rest.prefix(LanePreparation.recordsAtOnce))))
            rest = rest.dropFirst(LanePreparation.recordsAtOnce)
        }
        try journal.flush()
        try disk.replace(place.journal, with: new)
        try disk.flushFolder(place.desk)
        return journal
    }

    private static let recordsAtOnce = 1000

    private func compared(
        _ tree: TreeSnapshot, _ history: History, _ reading: JournalReading?
    ) throws(DiskError) -> LaneRun {
        let standing = Standing(card: card, tree: tree)
        let verified = try proofs(in: trustsSealedJournal ? reading : nil, standing).verified
        let needs = card.contents.exclusions.indices.map { number -> Need in
            guard isWanted(number), verified.evidence(of: number) == nil else { return .nothing }
            let path = card.tree.path(of: number)
            let isThere = history.record(for: path) != nil || standing.attributes(of: number) != nil
            return isThere && !card.isHistory(path) ? .compare : .nothing
        }
        return with(needs: needs, verified: verified, base: place.roll, journal: nil, startedAt: run.startedAt)
    }

    /// Turns a finished roll that the card has outgrown into an unfinished one, once its old files are proved again.
    func grown(_ compared: LaneRun) throws(DiskError) -> LaneRun {
        guard let lane = compared.lane else { return compared }
        try desk.clearStaging()
        try removeIfThere(place.journal)
        let journal = try Journal.start(at: place.journal, on: disk, header: header(startedAt: run.startedAt))
        _ = try disk.rename(place.roll, to: place.partial)
        try makeFolders()
        var grown = compared
        let needs = card.contents.exclusions.indices.map { number -> Need in
            let isMissing = isWanted(number) && lane.verified.evidence(of: number) == nil
            return isMissing && !card.isHistory(card.tree.path(of: number)) ? .copy : .nothing
        }
        grown.lane?.needs = needs
        grown.lane?.base = place.partial
        grown.lane?.journal = journal
        return grown
    }

    private func isWanted(_ number: Int) -> Bool {
        card.contents.isIncluded(number) && card.tree.entries[number].kind == .file
    }

    private var empty: VerifiedFiles {
        VerifiedFiles(algorithms: algorithms, entryCount: card.tree.entries.count)
    }

    private func header(startedAt: Instant) -> JournalHeader {
        JournalHeader(
            source: card.volume.identity, listing: card.listing, entryCount: card.tree.entries.count,
            destination: run.destination.volume.identity, roll: place.roll, algorithms: algorithms,
            startedAt: startedAt, day: day, isSourceTwice: isSourceTwice, trustsLoop: trustsLoop)
    }

    /// The roll's folders: all of the card's, so that empty ones are kept, owner's permissions completed.
    private func makeFolders() throws(DiskError) {
        try desk.ensureParents(of: place.partial)
        try desk.ensureFolder(place.partial)
        for number in card.contents.folders {
            let permissions = card.tree.entries[number].permissions & 0o777 | 0o700
            try desk.ensureFolder(place.partial.appending(card.tree.path(of: number)), permissions: permissions)
        }
        try desk.flushFolders([.root, RollPlace.desks, place.desk, place.partial.parent, place.partial])
    }

    private func with(
        needs: [Need], verified: VerifiedFiles, base: RelativePath, journal: Journal?, startedAt: Instant
    ) -> LaneRun {
        var run = run
        run.startedAt = startedAt
        run.lane = Lane(
            disk: disk, volume: run.destination.volume, place: place, base: base, needs: needs, verified: verified,
            journal: journal)
        return run
    }

    private func removeIfThere(_ path: RelativePath) throws(DiskError) {
        do {
            try disk.remove(path)
        } catch let error where error.reason == .notFound {
            return
        }
    }
}

/// What already stands on a destination, by the card's numbers.
struct Standing {
    private let card: CardSurvey
    private let tree: TreeSnapshot
    private let index: TreeIndex

    init(card: CardSurvey, tree: TreeSnapshot) {
        self.card = card
        self.tree = tree
        index = TreeIndex(tree)
    }

    /// What the destination says of a file of the card; nil when it is not there.
    func attributes(of number: Int) -> FileAttributes? {
        guard let there = index.number(at: card.tree.path(of: number)) else { return nil }
        let entry = tree.entries[there]
        guard entry.kind == .file else { return nil }
        return FileAttributes(
            kind: .file, size: ByteCount(entry.size), modified: entry.modified, changed: entry.changed,
            inode: entry.inode, device: 0, permissions: entry.permissions)
    }
}
