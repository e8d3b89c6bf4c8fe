internal import Checksums
internal import FileTree
internal import Proof

extension GroupState {
    /// Whether the second read of the card has covered every file.
    var isRechecked: Bool { recheckedCount == group.files.count }

    /// Whether the second read is shown to have come from the card and not from a cache.
    func recheckShowsDevice(on course: CopyCourse) -> Bool {
        let bytes = group.files.reduce(0) { $0 + course.tree.entries[$1].size }
        return course.cardVolume.showsDevice(trustingLoop: course.trustsLoop) && recheckDeviceBytes >= bytes
    }
}

extension CopySchedule {
    var nextToRecheck: Int? {
        guard course.sourceTwice else { return nil }
        return openGroups.first { group in
            guard let state = states[group] else { return false }
            return state.isHashed && state.nextToRecheck < state.group.files.count
        }
    }

    mutating func takeRecheck(now: Int64) -> ReadBackWork? {
        guard let group = nextToRecheck, let state = states[group] else { return nil }
        let first = state.nextToRecheck
        let (files, end) = batch(of: state, from: first) { _ in false }
        update(group) { $0.nextToRecheck = end }
        sourceActivity.began(now: now)
        return ReadBackWork(group: group, files: files, places: end - first)
    }

    mutating func rechecked(
        _ work: ReadBackWork, found: [Int: Result<FoundContent, DiskError>], deviceBytes: Int64, now: Int64
    ) {
        sourceActivity.ended(now: now)
        guard let state = states[work.group] else { return }
        for (index, number) in state.group.files.enumerated() {
            guard let content = found[number], let checksums = state.complete(index) else { continue }
            switch content {
            case .failure(let error):
                fail(index, of: work.group, because: .unreadable(error))
            case .success(let second) where second.checksum != checksums[comparing]:
                fail(
                    index, of: work.group,
                    because: .differsOnSecondRead(first: checksums[comparing], second: second.checksum))
            case .success:
                continue
            }
        }
        update(work.group) { state in
            state.recheckedCount += work.places
            state.recheckDeviceBytes += deviceBytes
        }
    }
}
