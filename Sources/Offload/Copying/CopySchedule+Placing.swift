internal import Checksums
internal import FileTree
internal import Proof

/// What becomes of one file of a group on a destination, once it has been read back.
enum Verdict: Sendable {
    /// It is equal: it gets its name, or keeps it.
    case proved(VerifiedFile, isStaged: Bool)
    /// It is not, and what was staged goes.
    case discarded(number: Int, FileFailure.Cause)
    /// It stood there without proof and is not equal: it is moved away and copied again.
    case rejected(number: Int)
    /// It stands in a finished roll and is not equal: it stays as it is.
    case reported(number: Int, FileFailure.Cause)
    /// The card did not give it; what was staged of it goes.
    case notGiven(number: Int)
}

/// A group to be named on a destination.
struct PlaceWork: Sendable {
    let group: Int
    let verdicts: [Verdict]
}

extension CopySchedule {
    func groupToPlace(_ lane: Int) -> Int? {
        openGroups.first { group in
            guard let state = states[group] else { return false }
            return state.lanes[lane].stage == .placing && !state.lanes[lane].isPlacing
                && (!course.sourceTwice || state.isRechecked)
        }
    }

    mutating func takePlace(_ lane: Int, now: Int64, instant: Instant) -> PlaceWork? {
        guard let group = groupToPlace(lane), let state = states[group] else { return nil }
        update(group) { $0.lanes[lane].isPlacing = true }
        lanes[lane].activity.began(now: now)
        let verdicts = state.group.files.indices.compactMap { verdict($0, state, lane, instant) }
        return PlaceWork(group: group, verdicts: verdicts)
    }

    private func verdict(_ place: Int, _ state: GroupState, _ lane: Int, _ instant: Instant) -> Verdict? {
        let number = state.group.files[place]
        let need = lanes[lane].needs[number]
        if need == .nothing { return nil }
        guard state.failures[place] == nil, let checksums = state.complete(place), let proof = state.lanes[lane].proof
        else { return .notGiven(number: number) }
        let sourceTwice = course.sourceTwice && state.recheckShowsDevice(on: course)
        if let file = proof.proof(
            of: number, size: ByteCount(size(number)), checksums: checksums, sourceTwice: sourceTwice, at: instant)
        {
            return .proved(file, isStaged: need == .copy)
        }
        if need == .adopt { return .rejected(number: number) }
        let cause: FileFailure.Cause =
            switch proof.content(of: number) {
            case .failure(let error): .copyUnreadable(error)
            case .success(let found) where need == .compare:
                .sealedCopyDiffers(expected: checksums[comparing], found: found.checksum)
            case .success(let found): .copyDiffers(expected: checksums[comparing], found: found.checksum)
            case nil: .copyUnreadable(DiskError(.read, at: course.tree.path(of: number), number: 0))
            }
        return need == .compare ? .reported(number: number, cause) : .discarded(number: number, cause)
    }

    /// A group has been named.
    ///
    /// - Parameters:
    ///   - verified: files that now carry their final name on the destination, durably.
    ///   - failures: files that do not.
    ///   - again: files to be copied again.
    mutating func placed(
        _ group: Int, _ lane: Int, verified: [VerifiedFile], failures: [FileFailure], again: [Int],
        renamesNotAtomic: Int, now: Int64
    ) {
        lanes[lane].activity.ended(now: now)
        guard !lanes[lane].isDropped else { return }
        lanes[lane].shortfalls.renamesNotAtomic += renamesNotAtomic
        lanes[lane].progress.filesProved += verified.count
        lanes[lane].progress.bytesProved += verified.reduce(0) { $0 + $1.size.bytes }
        for file in verified {
            lanes[lane].verified.insert(file)
            lanes[lane].needs[file.number] = .nothing
        }
        lanes[lane].failures += failures
        events += failures.map { .fileFailed($0) }
        events.append(.proved(verified, destination: lane))
        copyAgain(again, of: group, lane)
        update(group) { $0.lanes[lane].stage = .settled }
    }

    /// A request was refused, so it has returned; the destination is given up.
    mutating func refused(_ lane: Int, _ error: DiskError, now: Int64) {
        lanes[lane].activity.ended(now: now)
        drop(lane, because: .refused(error))
    }

    /// Gives a destination up; the others go on.
    mutating func drop(_ lane: Int, because cause: DestinationFailure.Cause) {
        guard !lanes[lane].isDropped else { return }
        let failure = DestinationFailure(cause)
        lanes[lane].failure = failure
        lanes[lane].progress.isDropped = true
        events.append(.destinationFailed(lane, failure))
        for index in slots.indices where slots[index] != nil {
            slots[index]?.pending.remove(.lane(lane))
            if slots[index]?.writing.contains(.lane(lane)) == true {
                slots[index]?.writing.remove(.lane(lane))
                slots[index]?.isLost = true
            }
            release(index)
        }
        for group in openGroups { update(group) { $0.lanes[lane].stage = .notNeeded } }
    }
}
