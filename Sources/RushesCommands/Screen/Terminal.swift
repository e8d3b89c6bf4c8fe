internal import CLinux
internal import Glibc
internal import Manifests
internal import Synchronization

/// A stream of the process that words go to.
struct Terminal: Sendable {
    private let descriptor: Int32

    /// Data.
    static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
    /// Talk.
    static let standardError = Terminal(descriptor: STDERR_FILENO)

    /// Why data could not be written, as a number of errno(3); 0 while none was lost.
    private static let loss = Atomic<Int32>(0)

    /// Whether a person sees it as it is written.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Columns; 0 when it is no terminal.
    var columns: Int { Int(rushes_window_columns(descriptor)) }

    /// Writes text; a stream that is gone is no reason to stop a copy.
    ///
    /// After data was lost no more is written: half of a line and then another one would be worse than an end.
    func write(_ text: String) {
        guard descriptor != STDOUT_FILENO || Self.loss.load(ordering: .relaxed) == 0 else { return }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count < 0 else {
                bytes = bytes.dropFirst(count)
                continue
            }
            let number = errno
            guard canBeAsked(againAfter: number) else { return noteLoss(number) }
        }
    }

    /// The status to end with, when nothing more is written.
    ///
    /// Where data was lost that is said, and counts as a destination that failed.
    static func statusOnceWritten(_ status: Int32) -> Int32 {
        // Network shares say only now that something did not arrive (close(2)).
        if close(STDOUT_FILENO) < 0 { standardOutput.noteLoss(errno) }
        let number = loss.load(ordering: .relaxed)
        guard number != 0 else { return status }
        let cause = String(cString: strerror(number))
        standardError.write("The output could not be written: \(cause.prefix(1).lowercased() + cause.dropFirst(1)).\n")
        guard let ended = RunStatus(rawValue: status) else { return status }
        return RunStatus.worst(of: [ended, .destinationFailed]).rawValue
    }

    /// Whether a failed write may be tried again: a signal came, or the stream does not wait and has no room now.
    private func canBeAsked(againAfter number: Int32) -> Bool {
        if number == EAGAIN {
            var stream = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&stream, 1, -1)
        }
        return number == EINTR || number == EAGAIN
    }

    /// Whoever closed a pipe (`| head`) has what was wanted: nothing is lost then.
    private func noteLoss(_ number: Int32) {
        guard descriptor == STDOUT_FILENO, number != EPIPE else { return }
        Self.loss.store(number, ordering: .relaxed)
    }
}
