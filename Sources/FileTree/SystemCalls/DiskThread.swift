internal import CLinux
internal import Glibc

/// A thread of our own for calls that may block, even for good.
///
/// Swift's cooperative threads must never wait for a disk; these may, and one that is stuck in the kernel
/// can simply be left behind.
public enum DiskThread {
    /// Starts `body` on a new thread that nobody waits for.
    ///
    /// - Parameter name: shown by `ps -T` and debuggers; the system keeps the first 15 bytes.
    public static func start(named name: String, _ body: @escaping @Sendable () -> Void) {
        let start = Unmanaged.passRetained(Start(name: name, body: body))
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                rushes_name_this_thread(start.name)
                start.body()
                return nil
            }, start.toOpaque())
        precondition(failure == 0, "the system gives this process no more threads")
        pthread_detach(thread)
    }

    private final class Start: Sendable {
        let name: String
        let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = String(name.prefix(15))
            self.body = body
        }
    }
}
