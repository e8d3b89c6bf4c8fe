internal import Glibc

/// A state whose machine knows which of its workers could go on.
public protocol MonitoredState: Sendable {
    /// How many kinds of workers wait for this state to change.
    var roleCount: Int { get }
    /// Whether a waiting worker of this kind would find something to do.
    func isReady(_ role: Int) -> Bool
}

/// One state shared by threads that wait for it to change.
///
/// After every change, for each role that has waiting threads and something to do, one of them is woken;
/// it wakes the next. So nobody is woken in vain, and no wake-up is lost.
public final class Monitor<State: MonitoredState>: @unchecked Sendable {
    // @unchecked: `state` and `waiting` are only touched while `mutex` is held; the pointers never change.
    private var state: State
    private var waiting: [Int]
    private let roles: Int
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>

    /// Shares a state.
    public init(_ state: State) {
        self.state = state
        roles = state.roleCount
        waiting = Array(repeating: 0, count: roles)
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        changed = .allocate(capacity: roles)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        for role in 0..<roles { pthread_cond_init(changed + role, &attributes) }
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        for role in 0..<roles { pthread_cond_destroy(changed + role) }
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
        changed.deallocate()
    }

    /// Looks at the state or changes it.
    public func withState<Result>(_ body: (inout State) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        let result = body(&state)
        wakeWhoCanGoOn()
        return result
    }

    /// Waits until `body` answers something, asking it whenever the role is ready.
    public func wait<Result>(as role: Int, for body: (inout State) -> Result?) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = body(&state) {
                wakeWhoCanGoOn()
                return result
            }
            waiting[role] += 1
            pthread_cond_wait(changed + role, mutex)
            waiting[role] -= 1
        }
    }

    /// Waits until the role is ready or `nanoseconds` have passed.
    public func wait(as role: Int, nanoseconds: Int64) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !state.isReady(role) else { return }
        var deadline = timespec(Instant(nanoseconds: Machine.ticks + nanoseconds))
        waiting[role] += 1
        pthread_cond_timedwait(changed + role, mutex, &deadline)
        waiting[role] -= 1
        // Who only watched has taken nothing: the wake-up was meant for a worker.
        wakeWhoCanGoOn()
    }

    private func wakeWhoCanGoOn() {
        for role in 0..<roles where waiting[role] > 0 && state.isReady(role) {
            pthread_cond_signal(changed + role)
        }
    }
}
