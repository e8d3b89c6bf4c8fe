public import FileTree
import Synchronization

/// A disk that remembers what was asked of it.
public final class RecordingDisk: DiskLayer {
    /// The disk below.
    public let base: any Disk
    private let log = Mutex<[DiskOperation]>([])

    /// Records what is asked of `base`.
    public init(_ base: any Disk) {
        self.base = base
    }

    /// All operations so far, in order.
    public var operations: [DiskOperation] { log.withLock { $0 } }

    /// The operations of some kinds, in order, in words: `flush A.mov`.
    public func operations(_ kinds: Set<DiskOperation.Kind>) -> [String] {
        operations.filter { kinds.contains($0.kind) }.map(\.description)
    }

    /// Writes the operation down.
    public func willPerform(_ operation: DiskOperation) {
        log.withLock { $0.append(operation) }
    }
}
