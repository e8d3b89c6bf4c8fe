internal import ArgumentParser
internal import FileTree
internal import Manifests

/// Chooses words for the facts of a run.
protocol EventPrinter<Event> {
    /// What the engine tells.
    associatedtype Event
    /// Something happened.
    func tell(_ event: Event)
    /// The person asked for a stop; may be told more than once.
    func tellInterrupted()
    /// Nothing more will happen.
    func end(_ status: RunStatus)
}

extension RunStatus {
    /// Leaves the command with this status; at once where threads are stuck in the system.
    func leave(leftThreadsBehind: Bool) throws {
        if leftThreadsBehind { Machine.exitNow(Terminal.statusOnceWritten(rawValue)) }
        if self != .done { throw ExitCode(rawValue) }
    }
}

extension EventPrinter {
    /// What an engine asks often: whether the person wants it to stop.
    func shouldStop() -> Bool {
        guard InterruptWatch.shared.requests > 0 else { return false }
        tellInterrupted()
        return true
    }
}
