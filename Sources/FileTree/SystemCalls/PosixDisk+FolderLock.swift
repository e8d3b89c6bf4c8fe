internal import Glibc

extension PosixDisk {
    /// How often a lock that is the existence of a file is asked for again, in microseconds.
    private static let pause: UInt32 = 50_000
    /// How often in all: two minutes, far longer than anybody writes while holding it.
    private static let mostAttempts = 2400

    /// Waits for the lock on a folder.
    ///
    /// An `flock` of the folder itself: it leaves nothing on a deliverable, goes with the process that held it,
    /// and works on media that cannot be written. Each lock is on a descriptor of its own, so two threads of one
    /// process exclude each other too.
    public func lockFolder(
        _ folder: RelativePath, or file: RelativePath, for holder: LockHolder
    ) throws(DiskError) -> FolderLock {
        let open = try root.folder(folder)
        let number = try SystemCalls.check(.open, at: folder) {
            openat(open.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        do {
            _ = try SystemCalls.check(.lock, at: folder) { flock(number, LOCK_EX) }
            return FolderLock(place: folder, number: number)
        } catch {
            Glibc.close(number)
            // EBADF: a share that makes record locks of these wants the folder open for writing (flock(2)).
            guard [EOPNOTSUPP, ENOLCK, ENOSYS, EINVAL, EBADF].contains(error.number) else { throw error }
            return try lockFile(file, for: holder)
        }
    }

    /// Gives a folder back.
    public func unlockFolder(_ lock: FolderLock) {
        if lock.number >= 0 {
            Glibc.close(lock.number)
        } else {
            try? remove(lock.place)
        }
    }

    /// Waits for the lock that is the existence of a file.
    func lockFile(
        _ file: RelativePath, for holder: LockHolder, attempts: Int = PosixDisk.mostAttempts
    ) throws(DiskError) -> FolderLock {
        for _ in 0..<attempts {
            do throws(DiskError) {
                try makeLockFile(file, for: holder)
                return FolderLock(place: file, number: -1)
            } catch let error where error.reason == .exists {
                let line = (try? contents(of: file, limit: .kibibytes(4))) ?? []
                if let other = LockHolder(line: String(decoding: line, as: UTF8.self)), isGone(other, seenBy: holder) {
                    try? remove(file)
                } else {
                    usleep(PosixDisk.pause)
                }
            }
        }
        throw DiskError(.lock, at: file, number: EBUSY)
    }

    private func makeLockFile(_ file: RelativePath, for holder: LockHolder) throws(DiskError) {
        let made = try create(file, permissions: 0o644, direct: false)
        defer { close(made) }
        do throws(DiskError) {
            try write(made, Array(holder.line.utf8), at: 0)
        } catch {
            try? remove(file)
            throw error
        }
    }

    /// Whether a holder surely runs no more: only this machine's own can be asked.
    func isGone(_ other: LockHolder, seenBy holder: LockHolder) -> Bool {
        guard other.host == holder.host else { return false }
        return other.boot != holder.boot || kill(other.process, 0) != 0 && errno == ESRCH
    }
}
