internal import FileTree

/// Runs what blocks on a thread of its own: tests run on Swift's pool, which must not wait.
public func onOwnThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        DiskThread.start(named: "test") { continuation.resume(returning: body()) }
    }
}
