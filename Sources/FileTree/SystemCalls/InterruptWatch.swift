internal import CLinux
internal import Glibc
internal import Synchronization

/// Hears the signals that ask a program to stop.
///
/// Real handlers on a pipe of our own, not ignored signals: those would be inherited by the programs we start,
/// and Ctrl-C would never reach them. A broken output pipe is heard too, and only ignored: a copy does not stop
/// because nobody reads its progress.
public final class InterruptWatch: Sendable {
    private let count = Atomic<Int>(0)
    private let hasSomethingToTidyUp = Atomic<Bool>(false)

    /// The one watch of the process; it starts to listen when it is first asked.
    public static let shared = InterruptWatch()

    private init() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { _ = rushes_forward_signal(signal, ends[1]) }
        let readingEnd = ends[0]
        DiskThread.start(named: "signals") { [self] in listen(readingEnd) }
    }

    /// Says that from now on a first request is for the run to heed; before, the process simply leaves.
    public func beginTidyWork() { hasSomethingToTidyUp.store(true, ordering: .relaxed) }

    /// How often the process was asked to stop.
    public var requests: Int { count.load(ordering: .relaxed) }

    private func listen(_ descriptor: Int32) {
        var byte: UInt8 = 0
        while true {
            let read = Glibc.read(descriptor, &byte, 1)
            if read < 0, errno == EINTR { continue }
            guard read == 1 else { return }
            guard Int32(byte) != SIGPIPE else { continue }
            // Asked twice: the person will not wait for a disk that does not answer. What is on the
            // destinations is whole at every moment, so leaving at once loses nothing.
            let requests = count.add(1, ordering: .relaxed).newValue
            if requests > 1 || !hasSomethingToTidyUp.load(ordering: .relaxed) { _exit(130) }
        }
    }
}
