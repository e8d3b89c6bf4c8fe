internal import Checksums
internal import FileTree
internal import Manifests
internal import Offload
internal import Proof

/// One card's way to sealed copies: prepare, copy and prove, seal, clear away.
struct CardRun {
    let plan: CardPlan
    let request: IngestRequest
    let day: String
    let startedAt: Instant
    let surroundings: Surroundings
    let tell: (IngestEvent) -> Void
    let shouldStop: () -> Bool
    var lanes: [LaneRun]

    private var cardFailures: [FileFailure] = []
    private var bytesRead: Int64 = 0
    private var bytesReadAgain: Int64 = 0
    private var isInterrupted = false
    /// Whether a thread was left behind in a request that does not return.
    private(set) var leftThreadsBehind = false

    private var card: CardSurvey { plan.card }
    private let recipes: Recipes
    private var algorithms: [ChecksumAlgorithm] { recipes.all }

    init(
        plan: CardPlan, request: IngestRequest, day: String, startedAt: Instant, lanes: [LaneRun],
        surroundings: Surroundings,
        tell: @escaping (IngestEvent) -> Void, shouldStop: @escaping () -> Bool
    ) {
        self.plan = plan
        self.request = request
        self.day = day
        self.startedAt = startedAt
        self.lanes = lanes
        self.surroundings = surroundings
        self.tell = tell
        self.shouldStop = shouldStop
        recipes = Recipes(request: request.algorithms, card: plan.card, lanes: lanes)
    }

    /// The steps, in order; each leaves the destinations so that a stop loses nothing.
    mutating func run() -> CardOutcome {
        prepare()
        copyWhatSealedRollsHold()
        turnGrownRolls()
        copyTheRest()
        seal()
        clearAway()
        return outcome()
    }

    // MARK: - Steps

    private func preparation(of lane: LaneRun) -> LanePreparation {
        LanePreparation(
            card: card, run: lane, algorithms: algorithms, day: day,
            trustsSealedJournal: !lanes.allSatisfy(\.wasSealed), isSourceTwice: request.sourceTwice,
            trustsLoop: request.trustsLoop)
    }

    private mutating func prepare() {
        let preparations = lanes.map(preparation)
        let lanes = lanes
        call { lane in
            guard let index = lanes.firstIndex(where: { $0.destination.path == lane.destination.path }) else {
                return lane
            }
            return attempt(lane) { () throws(DiskError) in try preparations[index].prepared() }
        }
    }

    /// Files that a finished roll holds are compared there, and copied to the others, in the same read.
    private mutating func copyWhatSealedRollsHold() {
        guard lanes.contains(where: \.wasSealed) else { return }
        let held = card.tree.entries.indices.map { number in
            lanes.contains { $0.wasSealed && $0.lane?.needs[number] == .compare }
        }
        copy { number, need in held[number] ? need : .nothing }
    }

    private mutating func turnGrownRolls() {
        guard !isInterrupted else { return }
        let (card, algorithms, day, request) = (card, algorithms, day, request)
        let cardFailures = cardFailures
        call { lane in
            guard lane.wasSealed, lane.failures.isEmpty, cardFailures.isEmpty,
                let verified = lane.lane?.verified, verified.count < CardRun.contentCount(of: card)
            else { return lane }
            let preparation = LanePreparation(
                card: card, run: lane, algorithms: algorithms, day: day, trustsSealedJournal: false,
                isSourceTwice: request.sourceTwice, trustsLoop: request.trustsLoop)
            return attempt(lane) { () throws(DiskError) in try preparation.grown(lane) }
        }
    }

    private mutating func copyTheRest() {
        guard !isInterrupted else { return }
        let verified = lanes.map { $0.lane?.verified }
        let isSealed = lanes.map { $0.lane?.base == $0.place.roll }
        for (index, lane) in lanes.enumerated() {
            guard let needs = lane.lane?.needs else { continue }
            let failed = Set(lane.failures.map(\.number))
            lanes[index].lane?.needs = needs.enumerated().map { number, need in
                let isSettled = verified[index]?.evidence(of: number) != nil || failed.contains(number)
                return isSealed[index] || isSettled ? .nothing : need
            }
        }
        copy { _, need in need }
    }

    /// Runs the engine over the lanes that are still there.
    private mutating func copy(_ choose: (Int, Need) -> Need) {
        let active = lanes.indices.filter { lanes[$0].failure == nil && lanes[$0].lane != nil }
        let failed = Set(cardFailures.map(\.number))
        var copied: [Lane] = []
        for index in active {
            guard var lane = lanes[index].lane else { continue }
            lane.needs = lane.needs.enumerated().map { failed.contains($0) ? .nothing : choose($0, $1) }
            copied.append(lane)
        }
        guard copied.contains(where: { $0.needs.contains { $0 != .nothing } }) else { return }
        let start = Machine.ticks
        let outcome = Copier(copyRequest(copied)).run { progress, events in
            for event in events { tell(.copying(plan, event.onDestinations(active))) }
            tell(.progress(plan, progress.onDestinations(active, of: lanes.count)))
            return !shouldStop()
        }
        for (place, index) in active.enumerated() {
            lanes[index].take(outcome.lanes[place].onDestination(index))
            lanes[index].duration += Machine.ticks - start
        }
        cardFailures += outcome.cardFailures
        bytesRead += outcome.bytesRead
        bytesReadAgain += outcome.bytesReadAgain
        isInterrupted = isInterrupted || outcome.isInterrupted
        leftThreadsBehind = leftThreadsBehind || outcome.threadsLeftBehind > 0
    }

    private func copyRequest(_ lanes: [Lane]) -> CopyRequest {
        var copy = CopyRequest(
            card: card.disk, cardVolume: card.volume, tree: card.tree, lanes: lanes, algorithms: algorithms,
            comparing: recipes.comparing)
        copy.sourceTwice = request.sourceTwice
        copy.trustsLoop = request.trustsLoop
        copy.expectations = recipes.expectations
        copy.limits = request.limits
        return copy
    }

    private mutating func seal() {
        guard !isInterrupted, !shouldStop() else {
            isInterrupted = true
            return
        }
        if lanes.contains(where: { $0.failure == nil && $0.lane?.base == $0.place.partial }) { tell(.sealing(plan)) }
        let sealing = LaneSealing(
            card: card, request: request, cardFailures: cardFailures, algorithms: recipes.sealed)
        let lastLook = LastLook(card: card, surroundings: surroundings)
        call { lane in
            guard lane.failure == nil, let copy = lane.lane else { return lane }
            var lane = lane
            copy.journal?.close()
            lane.lane?.journal = nil
            if let problem = lastLook.problem(of: lane) {
                lane.give(up: problem)
                return lane
            }
            if copy.base == lane.place.roll {
                lane.isComplete = sealing.isWhole(copy, lane)
                return sealing.listed(lane)
            }
            return sealing.sealed(lane)
        }
    }

    /// Journals go when every destination of the run has the whole roll; until then a rerun needs them.
    ///
    /// A destination that refused something gives its lock back too: a rerun may come from this very process.
    private mutating func clearAway() {
        let isEverywhere = !isInterrupted && lanes.allSatisfy(\.isComplete)
        let nobodyWrites = !leftThreadsBehind
        call(for: { !$0.isSilent }) { lane in
            if nobodyWrites { lane.lane?.journal?.close() }
            let desk = Desk(disk: lane.disk, volume: lane.destination.volume, place: lane.place)
            if isEverywhere { desk.clearAway() }
            desk.leave(lane.lock)
            return lane
        }
    }

    /// Makes a call for each destination that is still there.
    private mutating func call(
        for takesPart: (LaneRun) -> Bool = { $0.failure == nil }, _ body: @escaping @Sendable (LaneRun) -> LaneRun
    ) {
        let limit = request.limits.hangLimit + Int64(card.tree.entries.count) * CardRun.patiencePerEntry
        let (after, didAllReturn) = LaneCalls.make(lanes, limit: limit, shouldStop: shouldStop, for: takesPart, body)
        for index in lanes.indices where lanes[index].failure == nil && after[index].failure != nil {
            if let failure = after[index].failure {
                tell(.copying(plan, .destinationFailed(index, failure)))
            }
        }
        lanes = after
        if !didAllReturn {
            leftThreadsBehind = true
            isInterrupted = isInterrupted || shouldStop()
        }
    }

    /// A slow share takes some milliseconds to make a folder or to write two manifest records.
    private static let patiencePerEntry: Int64 = 5_000_000

    /// Files of a card that a roll's proofs cover: all but those of histories it brings.
    static func contentCount(of card: CardSurvey) -> Int {
        card.contents.files.filter { !card.isHistory(card.tree.path(of: $0)) }.count
    }

    // MARK: - Outcome

    private func outcome() -> CardOutcome {
        CardOutcome(
            card: card, roll: plan.roll, copies: lanes.map { copy(of: $0) }, cardFailures: cardFailures,
            algorithms: algorithms, comparing: recipes.comparing, startedAt: startedAt, finishedAt: Machine.now,
            bytesRead: bytesRead, bytesReadAgain: bytesReadAgain, sourceTwice: request.sourceTwice,
            trustsLoop: request.trustsLoop, isInterrupted: isInterrupted, author: request.author, note: request.note,
            version: request.version)
    }

    private func copy(of lane: LaneRun) -> CardOutcome.Copy {
        CardOutcome.Copy(
            destination: lane.destination.argument, path: lane.destination.path, volume: lane.destination.volume,
            roll: lane.isComplete ? lane.place.roll : lane.lane?.base ?? lane.place.partial,
            verified: lane.lane?.verified ?? VerifiedFiles(algorithms: algorithms, entryCount: card.tree.entries.count),
            failures: lane.failures, failure: lane.failure, isComplete: lane.isComplete,
            wasFinished: lane.wasSealed && lane.lane?.base == lane.place.roll,
            manifests: lane.receipt?.manifests ?? [], notSealed: lane.notSealed(of: request.algorithms),
            unlistable: lane.receipt?.unlistable ?? 0,
            legacyList: lane.legacyList, shortfalls: lane.shortfalls, bytesWritten: lane.bytesWritten,
            duration: lane.duration)
    }
}

/// Runs a step on a lane; a refused request gives the lane up.
private func attempt(_ lane: LaneRun, _ step: () throws(DiskError) -> LaneRun) -> LaneRun {
    do throws(DiskError) {
        return try step()
    } catch {
        var lane = lane
        lane.give(up: .refused(error))
        return lane
    }
}
