internal import Checksums
internal import FileTree
internal import Proof

/// A group whose bytes are all written on a destination.
struct FlushWork: Sendable {
    let group: Int
    let window: FlushWindow
    /// Numbers of the files that were staged.
    let staged: [Int]
}

/// Some files of a group to be read back.
struct ReadBackWork: Sendable {
    let group: Int
    /// Numbers in the snapshot, with whether each is still staged.
    let files: [(number: Int, isStaged: Bool)]
    /// How many places of the group this covers, those with nothing to read included.
    let places: Int
}

extension CopySchedule {
    /// Bytes that one thread reads again before it asks for more.
    private static let readAgainBatch: Int64 = 8 << 20

    func groupToFlush(_ lane: Int) -> Int? {
        openGroups.first { group in
            guard let state = states[group] else { return false }
            return state.lanes[lane].stage == .writing && state.isHashed
                && state.lanes[lane].chunksWritten == state.chunksCut
        }
    }

    mutating func takeFlush(_ lane: Int, now: Int64) -> FlushWork? {
        guard let group = groupToFlush(lane), let window = states[group]?.lanes[lane].window else { return nil }
        let staged = stagedFiles(of: group, lane)
        update(group) { $0.lanes[lane].stage = .flushing }
        lanes[lane].activity.began(now: now)
        return FlushWork(group: group, window: window, staged: staged)
    }

    /// The files of a group that lie in a destination's staging.
    func stagedFiles(of group: Int, _ lane: Int) -> [Int] {
        guard let state = states[group] else { return [] }
        return state.group.files.enumerated()
            .filter { lanes[lane].needs[$1] == .copy && state.failures[$0] == nil }.map(\.element)
    }

    mutating func flushed(_ group: Int, _ lane: Int, receipt: FlushReceipt, now: Int64) {
        lanes[lane].activity.ended(now: now)
        guard !lanes[lane].isDropped else { return }
        let proof = GroupProof(receipt, volume: course.lanes[lane].volume, trustsLoop: course.trustsLoop)
        lanes[lane].waitingForReadBack += groups[group].files.reduce(0) { $0 + size($1) }
        update(group) { state in
            state.lanes[lane].proof = proof
            state.lanes[lane].stage = .readingBack
        }
    }

    /// A flush failed: its group is copied again from the card, once; then the destination has failed.
    mutating func flushFailed(_ group: Int, _ lane: Int, _ error: DiskError, now: Int64) {
        lanes[lane].activity.ended(now: now)
        guard !lanes[lane].isDropped else { return }
        guard groups[group].attempt == 0 else { return drop(lane, because: .flushFailedTwice(error)) }
        copyAgain(stagedFiles(of: group, lane), of: group, lane)
        update(group) { $0.lanes[lane].stage = .settled }
    }

    /// Puts files at the end of the line, for one destination.
    mutating func copyAgain(_ numbers: [Int], of group: Int, _ lane: Int) {
        guard !numbers.isEmpty, let state = states[group] else { return }
        for (index, number) in state.group.files.enumerated() where numbers.contains(number) {
            if firstReads[number] == nil { firstReads[number] = state.complete(index) }
            lanes[lane].needs[number] = .copy
        }
        groups.append(CopyGroup(files: numbers, lanes: .lane(lane), attempt: groups[group].attempt + 1))
        events.append(.copiedAgain(files: numbers.count, destination: lane))
    }

    func groupToReadBack(_ lane: Int) -> Int? {
        guard mayReadBack(lane) else { return nil }
        return openGroups.first { group in
            guard let state = states[group] else { return false }
            return state.lanes[lane].stage == .readingBack && state.lanes[lane].nextToReadBack < state.group.files.count
        }
    }

    /// A rotating disk collects a batch, then reads all of it back.
    private func mayReadBack(_ lane: Int) -> Bool {
        let state = lanes[lane]
        guard state.isRotating, !state.isDraining else { return true }
        if state.waitingForReadBack >= state.batch { return true }
        // Nothing more will come that could be waited for.
        return !states.values.contains { [.waiting, .beginning, .writing, .flushing].contains($0.lanes[lane].stage) }
            && (cutter.group == groups.count || states.count >= course.limits.groupsAhead)
    }

    mutating func takeReadBack(_ lane: Int, now: Int64) -> ReadBackWork? {
        guard let group = groupToReadBack(lane), let state = states[group] else { return nil }
        lanes[lane].isDraining = true
        let first = state.lanes[lane].nextToReadBack
        let (files, end) = batch(of: state, from: first) { number in
            lanes[lane].needs[number] == .nothing ? nil : lanes[lane].needs[number] == .copy
        }
        update(group) { $0.lanes[lane].nextToReadBack = end }
        lanes[lane].activity.began(now: now)
        return ReadBackWork(group: group, files: files, places: end - first)
    }

    /// The next files of a group that one thread reads again, and the place behind them.
    ///
    /// - Parameter isStaged: nil for a file that is not read; else whether it lies in staging.
    func batch(
        of state: GroupState, from first: Int, isStaged: (Int) -> Bool?
    ) -> (files: [(number: Int, isStaged: Bool)], end: Int) {
        var place = first
        var bytes: Int64 = 0
        var files: [(number: Int, isStaged: Bool)] = []
        while place < state.group.files.count, files.count < course.limits.filesPerSlot, bytes < Self.readAgainBatch {
            let number = state.group.files[place]
            if state.failures[place] == nil, let isStaged = isStaged(number) {
                files.append((number, isStaged))
                bytes += size(number)
            }
            place += 1
        }
        return (files, place)
    }

    mutating func readBack(
        _ work: ReadBackWork, _ lane: Int, found: [Int: Result<FoundContent, DiskError>], deviceBytes: Int64,
        now: Int64
    ) {
        lanes[lane].activity.ended(now: now)
        guard !lanes[lane].isDropped else { return }
        update(work.group) { state in
            state.lanes[lane].proof?.add(found, deviceBytes: deviceBytes)
            state.lanes[lane].readBackCount += work.places
            if state.lanes[lane].readBackCount == state.group.files.count { state.lanes[lane].stage = .placing }
        }
        guard states[work.group]?.lanes[lane].stage == .placing else { return }
        lanes[lane].waitingForReadBack -= groups[work.group].files.reduce(0) { $0 + size($1) }
        if !states.values.contains(where: { $0.lanes[lane].stage == .readingBack }) { lanes[lane].isDraining = false }
    }

    /// A part of a long read-back came.
    mutating func readBackMoved(_ lane: Int, bytes: Int, now: Int64) {
        lanes[lane].progress.bytesReadBack += Int64(bytes)
        lanes[lane].activity.moved(now: now)
    }
}
