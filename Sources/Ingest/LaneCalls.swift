internal import FileTree
internal import Offload

/// Calls that concern one destination each, made at once on threads of their own.
///
/// One that does not return within the limit is given up, so that a dead destination never holds up the others.
enum LaneCalls {
    /// Makes the calls and waits for them.
    ///
    /// - Parameters:
    ///   - limit: nanoseconds after which a destination is given up.
    ///   - shouldStop: asked now and then; once it says yes, calls are waited for two seconds more.
    ///   - takesPart: which destinations; those that were not given up.
    /// - Returns: the lanes as they are afterwards, and whether all returned.
    static func make(
        _ lanes: [LaneRun], limit: Int64, shouldStop: @escaping () -> Bool,
        for takesPart: (LaneRun) -> Bool = { $0.failure == nil }, _ call: @escaping @Sendable (LaneRun) -> LaneRun
    ) -> (lanes: [LaneRun], didAllReturn: Bool) {
        let start = Machine.ticks
        let taking = lanes.indices.filter { takesPart(lanes[$0]) }
        let calls = taking.map { index -> @Sendable () -> LaneRun in
            let lane = lanes[index]
            return { call(lane) }
        }
        let (answers, wasStopped) = WatchedCalls(limit: limit, shouldStop: shouldStop).make(calls)
        var after = lanes
        for (index, answer) in zip(taking, answers) {
            if let answer {
                after[index] = answer
            } else if !wasStopped {
                // Stopped by the person, nothing would be wrong with the destination.
                after[index].give(up: .silent(Machine.ticks - start))
            }
        }
        return (after, answers.allSatisfy { $0 != nil })
    }
}
