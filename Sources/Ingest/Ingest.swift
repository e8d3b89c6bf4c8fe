internal import CameraCards
internal import Checksums
internal import FileTree
public import Manifests
internal import Offload

/// The whole story: cards in, sealed and proved copies out, and a log of how that went.
public struct Ingest {
    private let request: IngestRequest
    private let surroundings: Surroundings

    /// Prepares a run; nothing is looked at yet.
    public init(_ request: IngestRequest, in surroundings: Surroundings = .machine) {
        self.request = request
        self.surroundings = surroundings
    }

    /// How a run ended.
    public struct Ending: Sendable {
        /// Its status.
        public let status: RunStatus
        /// Whether a thread is stuck in a request that does not return: then the process must end with `_exit`.
        public let leftThreadsBehind: Bool
    }

    /// Runs it.
    ///
    /// - Parameters:
    ///   - tell: what happens, as it happens.
    ///   - shouldStop: asked several times a second; once it says yes, nothing new is begun.
    /// - Throws: when `--as` does not give a path for one of the cards.
    public func run(
        tell: @escaping (IngestEvent) -> Void, shouldStop: @escaping () -> Bool
    ) throws(RollTemplate.Refusal) -> Ending {
        let startedAt = Machine.now
        var findings = try Preflight(request: request, surroundings: surroundings, startedAt: startedAt).findings()
        for card in findings.cards { tell(.recognised(card.survey)) }
        let together = CardsTogether(findings.cards.map { ($0.survey.argument, $0.survey.card) })
        for finding in together.findings {
            tell(
                .warning(Warning(at: request.cards.joined(separator: ", "), "\(finding.sentence) \(finding.nextStep)")))
        }
        for warning in findings.warnings { tell(.warning(warning)) }
        guard findings.obstacles.isEmpty else { return refused(findings.obstacles, tell) }
        let plans = findings.cards.map { $0.plan(findings.destinations) }
        for plan in plans { tell(.planned(plan)) }
        if request.isDryRun { return Ending(status: .done, leftThreadsBehind: false) }
        let wereNew = findings.destinations.filter(\.isNew).map(\.path)
        let locks = takeLocks(&findings, shouldStop)
        guard findings.obstacles.isEmpty else {
            giveBack(locks, findings)
            for path in wereNew { try? surroundings.removeDestination(path) }
            return refused(findings.obstacles, tell)
        }
        return runCards(findings, plans, locks, startedAt, tell, shouldStop)
    }

    private func refused(_ obstacles: [Obstacle], _ tell: (IngestEvent) -> Void) -> Ending {
        tell(.obstacles(obstacles))
        return Ending(status: .obstacles, leftThreadsBehind: false)
    }

    private func runCards(
        _ findings: Preflight.Findings, _ plans: [CardPlan], _ locks: [[HeldLock?]], _ startedAt: Instant,
        _ tell: @escaping (IngestEvent) -> Void, _ shouldStop: @escaping () -> Bool
    ) -> Ending {
        var statuses: Set<RunStatus> = []
        var leftThreadsBehind = false
        for (index, card) in findings.cards.enumerated() {
            guard !shouldStop() else {
                statuses.insert(.interrupted)
                giveBack(Array(locks[index...]), findings, from: index)
                break
            }
            let lanes = findings.destinations.indices.map { place in
                LaneRun(
                    destination: findings.destinations[place], place: card.place, state: card.states[place],
                    lock: locks[index][place], startedAt: startedAt)
            }
            var run = CardRun(
                plan: plans[index], request: request, day: card.day, startedAt: startedAt, lanes: lanes,
                surroundings: surroundings, tell: tell, shouldStop: shouldStop)
            var outcome = run.run()
            leftThreadsBehind = leftThreadsBehind || run.leftThreadsBehind
            let logs = write(outcome, tell, shouldStop)
            let clips = writeClips(&outcome, logs ?? [], tell, shouldStop)
            leftThreadsBehind = leftThreadsBehind || logs == nil || clips == nil
            statuses.formUnion(outcome.statuses)
            tell(.finished(outcome, logs: (logs ?? []) + (clips ?? [])))
        }
        return Ending(status: .worst(of: statuses), leftThreadsBehind: leftThreadsBehind)
    }

    /// Writes the logs; nil when a disk did not answer.
    private func write(
        _ outcome: CardOutcome, _ tell: (IngestEvent) -> Void, _ shouldStop: @escaping () -> Bool
    ) -> [String]? {
        let log = RunLog(outcome: outcome, logs: request.logs, surroundings: surroundings)
        let answer = watched(shouldStop, entries: outcome.card.tree.entries.count).make([{ @Sendable in log.write() }])
            .answers[0]
        let silent = Warning(at: "Logs", "A disk did not answer: the logs are not complete.")
        for failure in answer?.failures ?? [silent] { tell(.warning(failure)) }
        return answer?.paths
    }

    /// Reads the clips, tells what is wrong with them, writes what is known; nil when a disk did not answer.
    private func writeClips(
        _ outcome: inout CardOutcome, _ logs: [String], _ tell: (IngestEvent) -> Void,
        _ shouldStop: @escaping () -> Bool
    ) -> [String]? {
        let records = logs.filter { $0.hasSuffix("_ingest.json") }
        let log = ClipLog(outcome: outcome, records: records, logs: request.logs, surroundings: surroundings)
        let stop = StopRequest()
        if shouldStop() { stop.ask() }
        let known = outcome.card.card
        let calls = WatchedCalls(
            limit: request.limits.hangLimit + Int64(known.clips.count + known.loose.count) * Ingest.patiencePerClip,
            shouldStop: {
                if shouldStop() { stop.ask() }
                return stop.isAsked
            })
        let (answers, wasStopped) = calls.make([{ @Sendable in log.write(shouldStop: { stop.isAsked }) }])
        let answer = answers[0]
        for warning in answer?.warnings ?? [] { tell(.warning(warning)) }
        outcome.clipsWereStopped = answer?.wasStopped ?? wasStopped
        if outcome.clipsWereStopped {
            tell(.warning(Warning(at: outcome.card.argument, Ingest.stoppedClips)))
        } else if answer == nil {
            tell(.warning(Warning(at: "Logs", "A disk did not answer: the log of clips is not complete.")))
        }
        return answer?.paths
    }

    private static let stoppedClips =
        "Its clips were not read, because the run was stopped. Run the same command again: it reads them, and writes "
        + "their log."

    /// Reading a clip's head and asking another program about it takes a tenth of that on a slow disk.
    private static let patiencePerClip: Int64 = 2_000_000_000

    /// The patience with calls outside a copy: the time in which a disk must answer, and some for each file.
    private func watched(_ shouldStop: @escaping () -> Bool, entries: Int) -> WatchedCalls {
        WatchedCalls(
            limit: request.limits.hangLimit + Int64(entries) * Ingest.patiencePerEntry, shouldStop: shouldStop)
    }

    /// A record of a million files takes seconds to make; a slow disk takes some more.
    private static let patiencePerEntry: Int64 = 200_000

    /// Takes every card's lock on every destination, and looks at the rolls again now that nobody else may change them.
    private func takeLocks(
        _ findings: inout Preflight.Findings, _ shouldStop: @escaping () -> Bool
    ) -> [[HeldLock?]] {
        for index in findings.destinations.indices where findings.destinations[index].isNew {
            do throws(DiskError) {
                findings.destinations[index] = try findings.destinations[index].made(in: surroundings)
            } catch {
                findings.obstacles.append(unusable(findings.destinations[index], error))
            }
        }
        guard findings.obstacles.isEmpty else { return [] }
        var locks: [[HeldLock?]] = []
        for (index, card) in findings.cards.enumerated() {
            locks.append(findings.destinations.map { lock(card, on: $0, &findings.obstacles, shouldStop) })
            if findings.obstacles.isEmpty { findings.cards[index] = surveyedAgain(card, &findings) }
        }
        return locks
    }

    private func lock(
        _ card: Preflight.Card, on destination: Destination, _ obstacles: inout [Obstacle],
        _ shouldStop: @escaping () -> Bool
    ) -> HeldLock? {
        let (disk, volume, place) = (destination.disk, destination.volume, card.place)
        let answer = watched(shouldStop, entries: 0).make([
            { @Sendable () -> Result<LockAttempt, DiskError> in
                do throws(DiskError) {
                    return .success(try Desk(disk: disk, volume: volume, place: place).lock())
                } catch {
                    return .failure(error)
                }
            }
        ]).answers[0]
        do throws(DiskError) {
            switch try (answer ?? .failure(DiskError(.lock, at: place.lock, number: Ingest.noAnswer))).get() {
            case .taken(let lock): return lock
            case .held(let holder):
                let who = holder.map { "process \($0.process) on \($0.host)" } ?? "another run"
                obstacles.append(
                    Obstacle(
                        .locked, at: destination.argument, "\(card.place.roll) is being written by \(who).",
                        nextStep: "Wait until that run has ended, then run the same command again."))
            }
        } catch {
            obstacles.append(unusable(destination, error))
        }
        return nil
    }

    /// errno ETIMEDOUT on Linux: "the server does not answer".
    private static let noAnswer: Int32 = 110

    private func surveyedAgain(_ card: Preflight.Card, _ findings: inout Preflight.Findings) -> Preflight.Card {
        var states: [RollState] = []
        for destination in findings.destinations {
            do throws(ObstacleError) {
                states.append(try RollState.survey(card.place, of: card.survey, on: destination))
            } catch {
                findings.obstacles.append(error.obstacle)
            }
        }
        guard states.count == findings.destinations.count else { return card }
        return Preflight.Card(survey: card.survey, place: card.place, day: card.day, states: states)
    }

    private func unusable(_ destination: Destination, _ error: DiskError) -> Obstacle {
        let code: Obstacle.Code = error.reason == .readOnly ? .destinationReadOnly : .destinationUnusable
        return Obstacle(
            code, at: destination.argument, "Nothing can be written here: \(error.cause).", nextStep: error.nextStep)
    }

    private func giveBack(_ locks: [[HeldLock?]], _ findings: Preflight.Findings, from first: Int = 0) {
        for (index, row) in locks.enumerated() {
            for (destination, lock) in zip(findings.destinations, row) {
                Desk(
                    disk: destination.disk, volume: destination.volume, place: findings.cards[first + index].place
                ).leave(lock)
            }
        }
    }
}
