public import FileTree
import Synchronization

/// A disk one of whose requests does not come back until a test lets it.
public final class GatedDisk: DiskLayer {
    private struct Gate: MonitoredState {
        var isOpen = false
        var isReached = false
        let roleCount = 1

        func isReady(_ role: Int) -> Bool { isOpen }
    }

    /// The disk below.
    public let base: any Disk
    private let turn: Int
    private let kind: DiskOperation.Kind
    private let gate = Monitor(Gate())
    private let count = Mutex(0)

    /// Lays a gate over a disk.
    ///
    /// - Parameters:
    ///   - turn: which request waits, 1 being the first; those behind it pass.
    ///   - kind: the requests that count.
    public init(_ base: any Disk, at turn: Int, of kind: DiskOperation.Kind) {
        self.base = base
        self.turn = turn
        self.kind = kind
    }

    /// Whether somebody waits at the gate, or has.
    public var isReached: Bool { gate.withState { $0.isReached } }

    /// Lets the request go on.
    public func open() { gate.withState { $0.isOpen = true } }

    /// Counts the request, and lets it wait when it is its turn.
    public func willPerform(_ operation: DiskOperation) {
        guard operation.kind == kind else { return }
        let now = count.withLock { count in
            count += 1
            return count
        }
        guard now == turn else { return }
        gate.withState { $0.isReached = true }
        gate.wait(as: 0) { $0.isOpen ? () : nil }
    }
}
