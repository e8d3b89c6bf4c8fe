internal import FileTree
internal import Proof

/// Gives proved files their names on one destination.
struct LanePlacer: Sendable {
    let monitor: Monitor<CopySchedule>
    let course: CopyCourse
    let index: Int

    private var lane: CopyLane { course.lanes[index] }

    /// What came of a group.
    private struct Outcome {
        var verified: [VerifiedFile] = []
        var failures: [FileFailure] = []
        var again: [Int] = []
        var renamed: [RelativePath] = []
        var renamesNotAtomic = 0
    }

    func run() {
        while let work = monitor.next(
            as: .placer(lane: index),
            take: { $0.takePlace(index, now: Machine.ticks, instant: Machine.now) })
        {
            do throws(DiskError) {
                var outcome = Outcome()
                for verdict in work.verdicts { try carryOut(verdict, &outcome) }
                try makeDurable(outcome.renamed)
                try writeDown(outcome.verified)
                monitor.withState { [outcome] in
                    $0.placed(
                        work.group, index, verified: outcome.verified, failures: outcome.failures,
                        again: outcome.again, renamesNotAtomic: outcome.renamesNotAtomic, now: Machine.ticks)
                }
            } catch {
                monitor.withState { $0.refused(index, error, now: Machine.ticks) }
            }
        }
    }

    private func carryOut(_ verdict: Verdict, _ outcome: inout Outcome) throws(DiskError) {
        switch verdict {
        case .proved(let file, let isStaged):
            guard isStaged else { return outcome.verified.append(file) }
            try place(file, &outcome)
        case .discarded(let number, let cause):
            try removeStaged(number)
            outcome.failures.append(FileFailure(number: number, destination: index, cause: cause))
        case .rejected(let number):
            try moveAway(number, &outcome)
            outcome.again.append(number)
        case .reported(let number, let cause):
            outcome.failures.append(FileFailure(number: number, destination: index, cause: cause))
        case .notGiven(let number):
            try removeStaged(number)
        }
    }

    private func place(_ file: VerifiedFile, _ outcome: inout Outcome) throws(DiskError) {
        let path = finalPath(file.number)
        do {
            let atomicity = try lane.disk.rename(lane.place.staged(file.number), to: path)
            if atomicity == .checked { outcome.renamesNotAtomic += 1 }
            outcome.renamed.append(path)
            outcome.verified.append(file)
        } catch let error where error.reason == .exists {
            try removeStaged(file.number)
            outcome.failures.append(FileFailure(number: file.number, destination: index, cause: .nameTaken))
        }
    }

    /// Moves a file that is not what the card holds out of the roll; nothing is ever deleted that we cannot prove.
    private func moveAway(_ number: Int, _ outcome: inout Outcome) throws(DiskError) {
        do {
            try lane.disk.makeFolder(lane.place.rejected, permissions: 0o755)
        } catch let error where error.reason != .exists {
            throw error
        } catch {}
        var attempt = 1
        while true {
            let path = lane.place.rejected(number, attempt: attempt, name: course.tree.name(of: number))
            do {
                _ = try lane.disk.rename(finalPath(number), to: path)
                outcome.renamed.append(finalPath(number))
                monitor.withState { $0.lanes[index].shortfalls.movedAway += 1 }
                return
            } catch let error where error.reason == .exists {
                attempt += 1
            }
        }
    }

    private func removeStaged(_ number: Int) throws(DiskError) {
        do {
            try lane.disk.remove(lane.place.staged(number))
        } catch let error where error.reason != .notFound {
            throw error
        } catch {}
    }

    /// Flushes the folders whose names changed, up to the destination.
    private func makeDurable(_ renamed: [RelativePath]) throws(DiskError) {
        guard !renamed.isEmpty else { return }
        if lane.volume.kind.flush == .volume {
            let window = try lane.disk.beginFlushWindow()
            defer { lane.disk.close(window) }
            return try lane.disk.flushVolume(since: window)
        }
        var folders: Set<RelativePath> = [.root]
        for path in renamed {
            var folder = path.parent
            while folders.insert(folder).inserted { folder = folder.parent }
        }
        for folder in folders.sorted(by: { $0.bytes.count > $1.bytes.count }) { try lane.disk.flushFolder(folder) }
    }

    /// Writes the proofs down with what tells later whether a file was changed.
    private func writeDown(_ verified: [VerifiedFile]) throws(DiskError) {
        guard let journal = lane.journal, !verified.isEmpty else { return }
        var records: [ProvedRecord] = []
        var timesNotKept = 0
        for file in verified {
            let there = try lane.disk.attributes(of: finalPath(file.number))
            if !isKept(course.tree.entries[file.number].modified, as: there.modified) { timesNotKept += 1 }
            records.append(ProvedRecord(file, attributes: there))
        }
        try journal.append(.proved(records))
        guard timesNotKept > 0 else { return }
        monitor.withState { [timesNotKept] in $0.lanes[index].shortfalls.timesNotKept += timesNotKept }
    }

    /// Whether a modification time is the card's, as exactly as the destination keeps times.
    private func isKept(_ wanted: Instant, as found: Instant) -> Bool {
        let (difference, overflow) = found.nanoseconds.subtractingReportingOverflow(wanted.nanoseconds)
        return !overflow && abs(difference) < lane.volume.kind.timeGrain
    }

    private func finalPath(_ number: Int) -> RelativePath {
        lane.base.appending(course.tree.path(of: number))
    }
}
