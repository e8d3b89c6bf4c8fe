internal import FileTree
internal import Offload

/// Calls that concern one destination each, made at once on threads of their own.
///
/// One that does not return within the limit is given up, so that a dead destination never holds up the others.
enum LaneCalls {
    private struct Calls: MonitoredState {
        var results: [LaneRun?]
        let roleCount = 1

        func isReady(_ role: Int) -> Bool { results.allSatisfy { $0 != nil } }
    }

    /// How long outstanding calls are waited for once the run is stopped.
    private static let patience: Int64 = 2_000_000_000

    /// Makes the calls and waits for them.
    ///
    /// - Parameters:
    ///   - limit: nanoseconds after which a destination is given up.
    ///   - shouldStop: asked now and then; once it says yes, calls are waited for two seconds more.
    ///   - takesPart: which destinations; those that were not given up.
    /// - Returns: the lanes as they are afterwards, and whether all returned.
    static func make(
        _ lanes: [LaneRun], limit: Int64, shouldStop: () -> Bool,
        for takesPart: (LaneRun) -> Bool = { $0.failure == nil }, _ call: @escaping @Sendable (LaneRun) -> LaneRun
    ) -> (lanes: [LaneRun], didAllReturn: Bool) {
        let monitor = Monitor(Calls(results: lanes.map { takesPart($0) ? nil : $0 }))
        for (index, lane) in lanes.enumerated() where takesPart(lane) {
            DiskThread.start(named: "lane \(index)") {
                let result = call(lane)
                monitor.withState { $0.results[index] = result }
            }
        }
        let start = Machine.ticks
        var stopped: Int64?
        while !monitor.withState({ $0.isReady(0) }) {
            monitor.wait(as: 0, nanoseconds: Copier.tick)
            let now = Machine.ticks
            if stopped == nil, shouldStop() { stopped = now }
            if now - start > limit { break }
            if let stopped, now - stopped > patience { break }
        }
        let results = monitor.withState { $0.results }
        let after = zip(lanes, results).map { lane, result -> LaneRun in
            if let result { return result }
            var lane = lane
            // Stopped by the person, nothing is wrong with the destination.
            if stopped == nil { lane.give(up: .silent(Machine.ticks - start)) }
            return lane
        }
        return (after, results.allSatisfy { $0 != nil })
    }
}
