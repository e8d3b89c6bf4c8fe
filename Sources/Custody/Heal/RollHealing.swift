internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload
internal import Proof

/// Heals one roll: examines it, looks for cures, restores what can be, records it.
struct RollHealing {
    let request: HealRequest
    let disk: any Disk
    let places: RollPlaces
    let good: any ReadableDisk
    let goodTree: TreeSnapshot
    let tell: (HealEvent) -> Void
    let shouldStop: () -> Bool
    var outcome: HealOutcome

    private typealias Cure = (sick: SickFile, number: Int)

    mutating func run() throws(CustodyError) -> HealOutcome {
        let (tree, manifests) = try examined()
        var examination = Examination(tree, manifests)
        var reading = Reading(
            disk: Subtree(disk: disk, folder: places.roll), tree: tree, trustsLoop: request.trustsLoop,
            shouldStop: shouldStop)
        let isWhole = examination.run(by: &reading, tell: tell, named: request.copy)
        if reading.leftThreadsBehind { outcome.leftThreadsBehind = true }
        outcome.whole = examination.whole
        guard isWhole else { return interrupted() }
        let (copy, cures) = cures(for: examination.sick)
        guard !outcome.isInterrupted else { return outcome }
        let noted = places.noted(on: disk)
        let folders = examination.missingFolders
        guard !cures.isEmpty || !noted.isEmpty || !folders.isEmpty else {
            if examination.sick.isEmpty { clearLeftovers() }
            return outcome
        }
        try checkRoom(cures, of: copy)
        let desk = try desk()
        defer { desk.leave() }
        let (healed, uncertain) = heal(cures, of: copy, desk, noted)
        guard !outcome.isInterrupted else { return outcome }
        restore(folders)
        let sick = Set(examination.sick.map(\.path))
        let late = noted.filter { !sick.contains($0) }
        record(healed + late, manifests.historyAlgorithms)
        outcome.recordedLate = late.count { !outcome.unlisted.contains($0) }
        tidy(desk, uncertain)
        return outcome
    }

    /// Takes away what a stopped run left on the desk when all was done; an unfinished ingest keeps its own.
    private func clearLeftovers() {
        let isLeft = (try? disk.attributes(of: places.desk.desk)) != nil
        let isEmpty = (try? disk.entries(of: RollPlace.desks))?.isEmpty ?? false
        guard isLeft || isEmpty, (try? disk.attributes(of: places.desk.journal)) == nil else { return }
        guard let (desk, _) = try? HealingDesk.take(places, on: disk) else { return }
        desk?.leave()
    }

    private mutating func interrupted() -> HealOutcome {
        outcome.isInterrupted = true
        return outcome
    }

    // MARK: - What is wrong, and what can heal it

    /// A roll whose history does not hold is not touched: nothing says what it should be.
    private func examined() throws(CustodyError) -> (TreeSnapshot, TreeManifests) {
        let roll = Subtree(disk: disk, folder: places.roll)
        let tree: TreeSnapshot
        do throws(DiskError) {
            tree = try TreeWalk.snapshot(of: roll)
        } catch {
            throw CustodyError(error, at: request.copy)
        }
        let manifests = TreeManifests.found(on: roll, in: tree)
        let damage = manifests.problems.filter { $0.status != nil }
        let worst = RunStatus.worst(of: Set(damage.compactMap { $0.status.flatMap { RunStatus(rawValue: Int32($0)) } }))
        if let first = damage.first(where: { $0.status.map(Int32.init) == worst.rawValue }) {
            throw CustodyError(
                .manifest, at: request.copy, "Its history does not hold: \(first.place): \(first.sentence).",
                nextStep: "Get the folder ascmhl from another copy first.", status: worst)
        }
        guard manifests.sources.contains(where: { $0.format == .ascMHL }) else { throw .noHistory(request.copy) }
        if let first = tree.unreadable.first { throw CustodyError(first, at: request.copy) }
        return (tree, manifests)
    }

    private mutating func cures(for sick: [SickFile]) -> (GoodCopy, [Cure]) {
        let copy = GoodCopy(good, goodTree, for: sick)
        guard !sick.isEmpty else { return (copy, []) }
        outcome.goodCopy = copy.root.isRoot ? outcome.goodCopy : outcome.goodCopy?.below(copy.root.description)
        var reading = Reading(disk: good, tree: goodTree, trustsLoop: request.trustsLoop, shouldStop: shouldStop)
        let found = copy.cures(for: sick, by: &reading, named: request.goodCopy, tell: tell)
        if reading.leftThreadsBehind { outcome.leftThreadsBehind = true }
        guard !reading.wasStopped else {
            outcome.isInterrupted = true
            return (copy, [])
        }
        var cures: [Cure] = []
        for (file, cure) in zip(sick, found) {
            switch cure {
            case .success(let number): cures.append((file, number))
            case .failure(let none): take(file, none.verdict)
            }
        }
        return (copy, cures)
    }

    private mutating func take(_ sick: SickFile, _ verdict: HealFinding.Verdict) {
        let finding = HealFinding(path: sick.path.bytes, ailment: sick.ailment, verdict: verdict)
        if case .restored = verdict { outcome.restored += 1 } else { outcome.remaining += 1 }
        if let status = finding.status { outcome.statuses.insert(status) }
        tell(.file(finding))
    }

    // MARK: - Before anything is changed

    private func checkRoom(_ cures: [Cure], of copy: GoodCopy) throws(CustodyError) {
        let volume = try self.volume()
        guard !volume.isReadOnly else {
            throw CustodyError(
                .notWritable, at: request.copy, "It lies on a volume that is mounted read-only.",
                nextStep: "Mount it writable.", status: .obstacles)
        }
        let sizes = cures.map { copy.tree.entries[$0.number].size }
        let needed = RoomChecks.needed(sizes, blockSize: volume.blockSize)
        let obstacles = RoomChecks.obstacles(needed: needed, files: cures.count, volume: volume, at: request.copy)
        guard let first = obstacles.first else { return }
        throw CustodyError(
            .notWritable, at: request.copy, "\(first.sentence) The damaged files are kept.",
            nextStep: "Make room on it.", status: .obstacles)
    }

    private func volume() throws(CustodyError) -> Volume {
        do throws(DiskError) {
            return try disk.volume()
        } catch {
            throw CustodyError(error, at: request.copy)
        }
    }

    private func desk() throws(CustodyError) -> HealingDesk {
        let (desk, holder): (HealingDesk?, LockHolder?)
        do throws(DiskError) {
            (desk, holder) = try HealingDesk.take(places, on: disk)
        } catch {
            throw CustodyError(
                .notWritable, at: request.copy, "Nothing can be written beside the roll: \(error.description).",
                nextStep: error.nextStep, status: .obstacles)
        }
        if let desk { return desk }
        let by = holder.map { " (process \($0.process) on \($0.host))" } ?? ""
        throw CustodyError(
            .notWritable, at: request.copy, "Another run is writing this roll\(by).",
            nextStep: "Wait for it, then run the same command again.", status: .obstacles)
    }

    // MARK: - Healing

    private mutating func heal(
        _ cures: [Cure], of copy: GoodCopy, _ desk: HealingDesk, _ noted: [RelativePath]
    ) -> (healed: [RelativePath], uncertain: Set<RelativePath>) {
        guard !cures.isEmpty, let volume = try? disk.volume() else { return ([], []) }
        do throws(DiskError) {
            try desk.note(noted + cures.map(\.sick.path))
        } catch {
            for cure in cures { take(cure.sick, .failed(error.description)) }
            return ([], [])
        }
        let total = cures.reduce(ByteCount.zero) { $0 + ByteCount(copy.tree.entries[$1.number].size * 2) }
        var done = ByteCount.zero
        let tell = tell
        tell(.reading(path: request.goodCopy, files: cures.count, size: total))
        let healing = FileHealing(
            disk: disk, volume: volume, places: places, good: good, trustsLoop: request.trustsLoop,
            progress: { bytes in
                done += ByteCount(Int64(bytes))
                tell(.progress(read: done, of: total))
            }, shouldStop: shouldStop)
        var healed: [RelativePath] = []
        var uncertain: Set<RelativePath> = []
        for (number, cure) in cures.enumerated() where !outcome.isInterrupted {
            do throws(HealingFailure) {
                let (evidence, damaged) = try healing.heal(
                    cure.sick, from: copy.path(of: cure.number), number: number)
                healed.append(cure.sick.path)
                if damaged != nil { tellDamagedFolder() }
                take(cure.sick, .restored(evidence, damaged: damaged))
            } catch {
                if case .stopped = error { outcome.isInterrupted = true } else { take(cure.sick, error.verdict) }
                // The disk may have failed after the damaged file was moved, or after the good one got its name.
                guard case .disk = error else { continue }
                uncertain.insert(cure.sick.path)
                if wasMovedAway(cure.sick) { tellDamagedFolder() }
            }
        }
        return (healed, uncertain)
    }

    private mutating func tellDamagedFolder() {
        outcome.damagedFolder = places.base.below(places.damaged.description)
    }

    /// Whether a file whose healing failed lies among the damaged ones now.
    private func wasMovedAway(_ sick: SickFile) -> Bool {
        (try? disk.attributes(of: places.roll.appending(sick.path))) == nil
            && (try? disk.attributes(of: places.damaged.appending(sick.path))) != nil
    }

    /// Makes missing folders anew; one that a restored file lies in is there already.
    private mutating func restore(_ folders: [RelativePath]) {
        for folder in folders {
            let path = places.roll.appending(folder)
            do throws(DiskError) {
                try disk.ensureDurableParents(of: path)
                try disk.ensureFolder(path)
                try disk.flushFolder(path.parent)
                outcome.restoredFolders.append(folder)
            } catch {
                outcome.failedFolders.append((folder, error.description))
                outcome.statuses.insert(.destinationFailed)
            }
        }
    }

    // MARK: - Recording

    /// Reads the healed files once more, under their names, and records what was found.
    private mutating func record(_ healed: [RelativePath], _ algorithms: Set<ChecksumAlgorithm>) {
        guard !healed.isEmpty else { return }
        let record = HealingRecord(
            request: request, disk: disk, places: places, algorithms: algorithms, shouldStop: shouldStop)
        switch record.write(healed) {
        case .recorded(let manifests, let wrong, let leftOut):
            outcome.manifests = manifests
            outcome.unlisted = leftOut
            if wrong > 0 { outcome.statuses.insert(.contentDiffers) }
        case .refused(let sentence, let status): fail(sentence, status)
        case .stopped: outcome.isInterrupted = true
        }
    }

    /// Takes the note away when all is recorded; what may have got its name all the same stays on it.
    private mutating func tidy(_ desk: HealingDesk, _ uncertain: Set<RelativePath>) {
        guard outcome.recordFailure == nil, !outcome.isInterrupted else { return }
        do throws(DiskError) {
            if uncertain.isEmpty { try desk.removeNote() } else { try desk.note(uncertain.sorted()) }
        } catch {
            fail(error.description, .destinationFailed)
        }
    }

    private mutating func fail(_ sentence: String, _ status: RunStatus) {
        outcome.recordFailure = sentence
        outcome.statuses.insert(status)
    }
}

extension HealingFailure {
    /// What is told of the file.
    fileprivate var verdict: HealFinding.Verdict {
        switch self {
        case .disk(let error): .failed(error.description)
        case .source(let error): .goodCopyUnreadable(.disk(error))
        case .sourceChanged: .goodCopyUnreadable(.changedWhileRead)
        case .readBackDiffers: .failed("what was written was not found again when it was read back")
        case .inTheWay(let kind): .failed("a \(kind.name) has its name: move it away")
        case .changedMeanwhile: .failed("it was changed meanwhile: run the same command again")
        case .stopped: .failed("it was stopped")
        }
    }
}
