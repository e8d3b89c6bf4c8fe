internal import Glibc

/// The open folders of a root, by path, for many threads that look and few that change.
///
/// A lock for readers, not a mutex: thirty threads that each open small files would spend a third of their time
/// waiting for one another's look-ups.
final class FolderCache: @unchecked Sendable {
    // @unchecked: `folders` is only read while `lock` is held for reading or writing, and only changed while it is
    // held for writing; the pointer never changes.
    private var folders: [RelativePath: OpenFolder] = [:]
    private let lock: UnsafeMutablePointer<pthread_rwlock_t>

    init() {
        lock = .allocate(capacity: 1)
        pthread_rwlock_init(lock, nil)
    }

    deinit {
        pthread_rwlock_destroy(lock)
        lock.deallocate()
    }

    /// The folder at a path, if it is open.
    subscript(path: RelativePath) -> OpenFolder? {
        pthread_rwlock_rdlock(lock)
        defer { pthread_rwlock_unlock(lock) }
        return folders[path]
    }

    /// Changes what is kept.
    func change(_ body: (inout [RelativePath: OpenFolder]) -> Void) {
        pthread_rwlock_wrlock(lock)
        defer { pthread_rwlock_unlock(lock) }
        body(&folders)
    }
}
