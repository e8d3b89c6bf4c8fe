internal import Glibc

/// The three streams that a process is started with.
public enum StandardStreams {
    /// Opens `/dev/null` on those of the descriptors 0, 1 and 2 that are closed.
    ///
    /// To be called before anything else is opened: the next file or pipe would get such a number, and what is said
    /// to people would be written into it.
    public static func openClosedOnes() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is the one that is given (open(2)); programs that we start inherit it.
            _ = open("/dev/null", O_RDWR)
        }
    }
}
