internal import CLinux
internal import Glibc

/// A process that this one started and has not yet waited for; so its number is still its own.
public struct ChildProcess: Sendable {
    private let number: Int32

    /// Names a child by its process number.
    public init(number: Int32) {
        self.number = number
    }

    /// Takes away what it could do harm with: much memory, and time to run on when nobody watches it any more.
    ///
    /// One that ended in the meantime is no failure.
    public func limit(memory: ByteCount, processorSeconds: Int) {
        _ = rushes_limit_process(number, UInt64(clamping: memory.bytes), UInt64(clamping: max(1, processorSeconds)))
    }

    /// The paths, without links, of what it has open just now; none where the system does not tell.
    public var openPaths: [String] {
        let folder = "/proc/\(number)/fd"
        return SmallFile.names(in: folder).compactMap { SmallFile.resolved("\(folder)/\($0)") }
    }

    /// The signals by which people and systems ask a program to leave.
    public static let requestsToLeave: Set<Int32> = [SIGINT, SIGTERM, SIGHUP]

    /// What the kernel sends to a process that has used up its time.
    public static let timeIsUp = SIGXCPU
}
