internal import FileTree

extension CopySchedule {
    /// Whether everybody has gone home who can: a thread in a request that a dropped destination never returns cannot.
    var isDone: Bool { isOver && workersLeft <= requestsLeftBehind }

    /// Requests of dropped destinations that have not returned.
    private var requestsLeftBehind: Int {
        lanes.filter(\.isDropped).reduce(0) { $0 + $1.activity.outstanding }
    }

    /// What has happened since the last report, and whether that was all.
    ///
    /// Also drops destinations that have been silent for too long.
    mutating func report(now: Int64) -> (CopyProgress, [OffloadEvent], isDone: Bool) {
        for lane in lanes.indices where !lanes[lane].isDropped {
            let silence = lanes[lane].activity.silence(now: now)
            if silence >= course.limits.hangLimit { drop(lane, because: .silent(silence)) }
        }
        defer { events.removeAll() }
        return (progress(now: now), events, isDone)
    }

    private func progress(now: Int64) -> CopyProgress {
        CopyProgress(
            bytesRead: bytesRead, sourceSilence: sourceActivity.silence(now: now),
            lanes: lanes.map { lane in
                var progress = lane.progress
                progress.silence = lane.activity.silence(now: now)
                return progress
            })
    }

    func outcome(isInterrupted: Bool) -> CopyOutcome {
        CopyOutcome(
            lanes: lanes.map {
                CopyOutcome.Lane(
                    verified: $0.verified, failures: $0.failures, failure: $0.failure,
                    shortfalls: $0.shortfalls,
                    bytesWritten: $0.progress.bytesWritten)
            },
            cardFailures: cardFailures.sorted { $0.key < $1.key }.map {
                FileFailure(number: $0.key, destination: nil, cause: $0.value)
            },
            bytesRead: bytesRead, bytesReadAgain: bytesReadAgain,
            isInterrupted: isInterrupted && !isFinished, threadsLeftBehind: workersLeft)
    }
}
