internal import CLinux
internal import Glibc

/// A stream of the process that words go to.
struct Terminal: Sendable {
    private let descriptor: Int32

    /// Data.
    static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
    /// Talk.
    static let standardError = Terminal(descriptor: STDERR_FILENO)

    /// Whether a person sees it as it is written.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Columns; 0 when it is no terminal.
    var columns: Int { Int(rushes_window_columns(descriptor)) }

    /// Writes text; a stream that is gone is no reason to stop a copy.
    func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
