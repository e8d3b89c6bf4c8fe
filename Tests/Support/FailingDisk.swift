public import FileTree
import Glibc
import Synchronization

/// A disk whose nth operation fails.
///
/// ```swift
/// let count = FailingDisk(disk)                                    // never fails: counts
/// let full = FailingDisk(disk, failingAt: 3, .fromThenOn, number: FailingDisk.noSpace, only: [.write])
/// ```
public final class FailingDisk: DiskLayer {
    /// How long the failure lasts.
    public enum Lasting: Hashable, Sendable {
        case once
        case fromThenOn
    }

    /// The device reported an error (EIO).
    public static let inputOutput: Int32 = EIO
    /// The disk is full (ENOSPC).
    public static let noSpace: Int32 = ENOSPC
    /// The volume is read-only (EROFS).
    public static let readOnly: Int32 = EROFS
    /// The device is gone (ENODEV).
    public static let gone: Int32 = ENODEV

    /// The disk below.
    public let base: any Disk
    private let failing: Int?
    private let lasting: Lasting
    private let number: Int32
    private let kinds: Set<DiskOperation.Kind>
    private let count = Mutex(0)

    /// Lays a failure over a disk.
    ///
    /// - Parameters:
    ///   - failing: which operation fails, 1 being the first; nil for none.
    ///   - number: the errno it fails with.
    ///   - kinds: the operations that count, and may fail.
    public init(
        _ base: any Disk, failingAt failing: Int? = nil, _ lasting: Lasting = .once,
        number: Int32 = FailingDisk.inputOutput, only kinds: Set<DiskOperation.Kind> = .all
    ) {
        self.base = base
        self.failing = failing
        self.lasting = lasting
        self.number = number
        self.kinds = kinds
    }

    /// How many operations of the chosen kinds were asked for, failed ones included.
    public var operationCount: Int { count.withLock { $0 } }

    /// Counts the operation, and fails it when it is its turn.
    public func willPerform(_ operation: DiskOperation) throws(DiskError) {
        guard kinds.contains(operation.kind) else { return }
        let turn = count.withLock { count in
            count += 1
            return count
        }
        guard let failing, lasting == .once ? turn == failing : turn >= failing else { return }
        throw DiskError(operation.kind.request, at: operation.place, number: number)
    }
}
