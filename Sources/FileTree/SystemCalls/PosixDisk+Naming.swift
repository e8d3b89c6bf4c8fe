internal import CLinux
internal import Glibc

extension PosixDisk {
    /// Gives a file or folder a new name that must be free.
    public func rename(_ path: RelativePath, to target: RelativePath) throws(DiskError) -> RenameAtomicity {
        defer { root.forget(path) }
        do {
            try renameWithoutReplacing(path, to: target)
            return .atomic
        } catch let error where error.reason != .unsupported {
            throw error
        } catch {
            // EINVAL or ENOSYS: this file system cannot refuse to replace (renameat2(2)).
        }
        do {
            try link(path, to: target)
            try remove(path)
            return .linked
        } catch let error where error.reason != .unsupported && error.reason != .denied {
            throw error
        } catch {
            // No hard links there (FAT), or it is a folder.
        }
        guard try isFree(target) else { throw DiskError(.rename, at: target, number: EEXIST) }
        try replace(target, with: path)
        return .checked
    }

    /// Gives a file a name that may be taken.
    public func replace(_ target: RelativePath, with path: RelativePath) throws(DiskError) {
        let parent = try root.folder(target.parent)
        _ = try root.inParent(of: path, .rename) { from, name in
            SystemCalls.withCString(target.name) { renameat(from, name, parent.descriptor, $0) }
        }
    }

    private func renameWithoutReplacing(_ path: RelativePath, to target: RelativePath) throws(DiskError) {
        let parent = try root.folder(target.parent)
        _ = try root.inParent(of: path, .rename) { from, name in
            SystemCalls.withCString(target.name) {
                rushes_renameat2(from, name, parent.descriptor, $0, UInt32(rushes_RENAME_NOREPLACE))
            }
        }
    }

    private func link(_ path: RelativePath, to target: RelativePath) throws(DiskError) {
        let parent = try root.folder(target.parent)
        _ = try root.inParent(of: path, .rename) { from, name in
            SystemCalls.withCString(target.name) { linkat(from, name, parent.descriptor, $0, 0) }
        }
    }

    private func isFree(_ target: RelativePath) throws(DiskError) -> Bool {
        do throws(DiskError) {
            _ = try attributes(of: target)
            return false
        } catch let error where error.reason == .notFound {
            return true
        }
    }

    /// Takes the lock at `path`.
    ///
    /// An `flock` goes with the process that held it, so it is never stale. Where the file system has none,
    /// the file's existence is the lock, and one left by a process that is gone is taken over.
    public func lock(_ path: RelativePath, for holder: LockHolder) throws(DiskError) -> LockAttempt {
        let number = try root.inParent(of: path, .lock) {
            openat($0, $1, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
        }
        while flock(number, LOCK_EX | LOCK_NB) != 0 {
            let failure = errno
            if failure == EINTR { continue }
            defer { Glibc.close(number) }
            if failure == EWOULDBLOCK { return .held(by: contents(of: number).flatMap(LockHolder.init(line:))) }
            return try lockByExistence(path, for: holder)
        }
        // The file may have been removed by its last holder between our opening and locking it.
        guard let there = try? attributes(of: path),
            try SystemCalls.attributes(of: number, at: path).inode == there.inode
        else {
            Glibc.close(number)
            return try lock(path, for: holder)
        }
        try write(holder, to: number, at: path)
        return .taken(HeldLock(place: path, number: number))
    }

    /// Gives a lock back.
    public func unlock(_ lock: HeldLock) {
        try? remove(lock.place)
        if lock.number >= 0 { Glibc.close(lock.number) }
    }

    /// Takes a lock that is the existence of its file, where the file system has no other.
    ///
    /// The holder is read here and now: another run may have written its name since the file was opened.
    func lockByExistence(_ path: RelativePath, for holder: LockHolder) throws(DiskError) -> LockAttempt {
        let line = try? contents(of: path, limit: .kibibytes(4))
        let found = line.flatMap { LockHolder(line: String(decoding: $0, as: UTF8.self)) }
        if let found, found.host == holder.host, found != holder {
            guard isGone(found, seenBy: holder) else { return .held(by: found) }
        } else if let found, found != holder {
            return .held(by: found)
        }
        try? remove(path)
        do throws(DiskError) {
            let file = try create(path, permissions: 0o644, direct: false)
            defer { close(file) }
            try write(holder, to: file.number, at: path)
            return .taken(HeldLock(place: path, number: -1))
        } catch let error where error.reason == .exists {
            return .held(by: nil)
        }
    }

    private func write(_ holder: LockHolder, to number: Int32, at path: RelativePath) throws(DiskError) {
        let file = DiskFile(number: number, isDirect: false, place: path)
        try resize(file, to: .zero)
        try write(file, Array(holder.line.utf8), at: 0)
    }

    private func contents(of number: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(number, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
    }
}
