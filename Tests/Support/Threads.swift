internal import FileTree

/// Runs `body` on so many threads at once and waits for all; the results in order of thread.
public func onThreads<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
    let finished = Monitor(Finished<Result>(expected: count))
    for number in 0..<count {
        DiskThread.start(named: "test \(number)") {
            let result = body(number)
            finished.withState { $0.results[number] = result }
        }
    }
    return finished.wait(as: 0) { state in
        state.isReady(0) ? state.results.sorted { $0.key < $1.key }.map(\.value) : nil
    }
}

private struct Finished<Result: Sendable>: MonitoredState {
    let expected: Int
    var results: [Int: Result] = [:]
    let roleCount = 1

    func isReady(_ role: Int) -> Bool { results.count == expected }
}
