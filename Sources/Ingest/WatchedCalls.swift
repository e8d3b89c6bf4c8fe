internal import FileTree
internal import Offload
internal import Synchronization

/// The person's request to stop, for threads that cannot ask whoever heard it.
final class StopRequest: Sendable {
    private let asked = Atomic(false)

    /// Whether the person asked.
    var isAsked: Bool { asked.load(ordering: .relaxed) }

    /// Tells it on.
    func ask() { asked.store(true, ordering: .relaxed) }
}

/// Calls that may never return, made at once on threads of their own.
///
/// A dead disk holds whoever asks it, for good; so nobody who tells the story ever asks one.
struct WatchedCalls {
    private struct State<Answer: Sendable>: MonitoredState {
        var answers: [Answer?]
        let roleCount = 1

        func isReady(_ role: Int) -> Bool { answers.allSatisfy { $0 != nil } }
    }

    /// Nanoseconds after which a call is no longer waited for.
    let limit: Int64
    /// Asked now and then; once it says yes, calls are waited for two seconds more.
    let shouldStop: () -> Bool

    /// How long outstanding calls are waited for once the run is stopped.
    private static let patience: Int64 = 2_000_000_000

    /// Makes the calls and waits for them.
    ///
    /// - Returns: the answers, nil for a call that did not return, and whether the person's stop was the reason.
    func make<Answer: Sendable>(_ calls: [@Sendable () -> Answer]) -> (answers: [Answer?], wasStopped: Bool) {
        let monitor = Monitor(State<Answer>(answers: calls.map { _ in nil }))
        for (index, call) in calls.enumerated() {
            DiskThread.start(named: "call \(index)") {
                let answer = call()
                monitor.withState { $0.answers[index] = answer }
            }
        }
        let start = Machine.ticks
        var stopped: Int64?
        while !monitor.withState({ $0.isReady(0) }) {
            monitor.wait(as: 0, nanoseconds: Copier.tick)
            let now = Machine.ticks
            if stopped == nil, shouldStop() { stopped = now }
            if now - start > limit { break }
            if let stopped, now - stopped > WatchedCalls.patience { break }
        }
        return (monitor.withState { $0.answers }, stopped != nil)
    }
}
