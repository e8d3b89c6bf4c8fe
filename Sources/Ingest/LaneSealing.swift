internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload
internal import Proof

/// Seals a roll on one destination and gives it its name.
struct LaneSealing {
    let card: CardSurvey
    let request: IngestRequest
    /// Files that no destination has, with the card as the reason.
    let cardFailures: [FileFailure]
    /// What is sealed: what was asked for and what earlier generations used.
    let algorithms: [ChecksumAlgorithm]

    func sealed(_ run: LaneRun) -> LaneRun {
        var run = run
        guard let lane = run.lane, run.failure == nil, lane.base == run.place.partial else { return run }
        guard lane.verified.count > 0 || isWhole(lane, run) else { return run }
        let desk = Desk(disk: lane.disk, volume: lane.volume, place: run.place)
        var list: Result<LegacyMHL.Unnamed, ManifestError>?
        do {
            try setFolderTimes(on: lane)
            let sealRequest = sealRequest(run, lane)
            run.receipt = try ASCMHL.seal(sealRequest, on: lane.disk, at: run.place.partial)
            guard isWhole(lane, run) else { return run }
            list = request.legacyMHL ? prepared(sealRequest, run) : nil
            try? lane.disk.setModified(ofFolder: run.place.partial, to: card.tree.entries[0].modified)
            _ = try lane.disk.rename(run.place.partial, to: run.place.roll)
            try desk.flushFolders([run.place.roll.parent])
            run.isComplete = true
            if let list { name(list, &run) }
        } catch let error as DiskError {
            run.give(up: .refused(error))
        } catch let error as ManifestError {
            run.give(up: error.cause.map { .refused($0) } ?? .notSealed(error.sentence))
        } catch {
            preconditionFailure("only disks and manifests are asked here")
        }
        if !run.isComplete, case .success(let unnamed)? = list { LegacyMHL.discard(unnamed, on: lane.disk) }
        return run
    }

    /// Writes the list that was asked for beside a finished roll, unless it has one.
    func listed(_ run: LaneRun) -> LaneRun {
        var run = run
        guard request.legacyMHL, run.isComplete, let lane = run.lane else { return run }
        do throws(ManifestError) {
            // Another tool's generation is no transfer of ours, and asks for no list.
            let newest = run.sealedHistory?.generations.last { $0.tool == Creator.ownTool }?.name
            run.legacyList = try LegacyMHL.existing(of: run.place.roll, since: newest, on: lane.disk)
            guard run.legacyList == nil else { return run }
            name(prepared(sealRequest(run, lane), run), &run)
        } catch {
            run.give(up: .notListed(error.sentence))
        }
        return run
    }

    /// The list without its name, or why there is none: that is no reason to keep the roll from its own.
    private func prepared(_ sealRequest: SealRequest, _ run: LaneRun) -> Result<LegacyMHL.Unnamed, ManifestError> {
        do throws(ManifestError) {
            return .success(try LegacyMHL.prepare(sealRequest, on: run.disk, at: run.place.roll))
        } catch {
            return .failure(error)
        }
    }

    private func name(_ prepared: Result<LegacyMHL.Unnamed, ManifestError>, _ run: inout LaneRun) {
        do throws(ManifestError) {
            run.legacyList = try LegacyMHL.name(try prepared.get(), on: run.disk)
        } catch {
            if case .success(let list) = prepared { LegacyMHL.discard(list, on: run.disk) }
            run.give(up: .notListed(error.sentence))
        }
    }

    /// Whether every file of the roll is proved on this destination.
    func isWhole(_ lane: Lane, _ run: LaneRun) -> Bool {
        guard cardFailures.isEmpty, run.failures.isEmpty, card.tree.unreadable.isEmpty else { return false }
        return card.contents.files.allSatisfy { number in
            lane.verified.evidence(of: number) != nil || card.isHistory(card.tree.path(of: number))
        }
    }

    private func sealRequest(_ run: LaneRun, _ lane: Lane) -> SealRequest {
        let isPresent = card.tree.entries.indices.map { number -> Bool in
            guard card.contents.isIncluded(number) else { return false }
            return card.tree.entries[number].kind == .folder || lane.verified.evidence(of: number) != nil
        }
        return SealRequest(
            tree: card.tree, isPresent: isPresent, verified: lane.verified, algorithms: algorithms,
            rollName: Array(run.place.roll.name),
            creator: Creator(
                hostname: Machine.hostName, version: request.version, author: request.author,
                comment: request.note ?? ""),
            startedAt: run.startedAt, ignore: card.contents.recordedPatterns, failed: failedFiles(run))
    }

    private func failedFiles(_ run: LaneRun) -> [FailedFile] {
        let files = (cardFailures + run.failures).map {
            FailedFile(path: card.tree.path(of: $0.number), reason: $0.sentence)
        }
        return files + card.tree.unreadable.map { FailedFile(path: $0.place, reason: "could not be read: \($0.cause)") }
    }

    /// Folder times last of all, inner ones first: every name made in a folder changes its time.
    private func setFolderTimes(on lane: Lane) throws(DiskError) {
        for number in card.contents.folders.reversed() {
            let path = lane.base.appending(card.tree.path(of: number))
            try lane.disk.setModified(ofFolder: path, to: card.tree.entries[number].modified)
        }
    }
}
