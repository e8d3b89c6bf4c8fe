public import FileTree
import Glibc
import Synchronization

extension CrashDisk {
    /// Gives a file or folder a new name that must be free.
    public func rename(_ path: RelativePath, to target: RelativePath) throws(DiskError) -> RenameAtomicity {
        try perform(.rename, path) { state throws(Refusal) in
            try state.rename(path, to: target, replacing: false)
            return .atomic
        }
    }

    /// Gives a file a name that may be taken by another file.
    public func replace(_ target: RelativePath, with path: RelativePath) throws(DiskError) {
        try perform(.replace, path) { state throws(Refusal) in
            if let taken = state.current.number(at: target), state.current.nodes[taken]?.kind != .file {
                throw Refusal(EISDIR)
            }
            try state.rename(path, to: target, replacing: true)
        }
    }

    /// Removes a file.
    public func remove(_ path: RelativePath) throws(DiskError) {
        try perform(.remove, path) { state throws(Refusal) in
            let node = try state.node(at: path)
            guard state.current.nodes[node]?.kind != .folder else { throw Refusal(EISDIR) }
            state.change(node, .unlink(try state.slot(at: path)))
        }
    }

    /// Removes an empty folder.
    public func removeFolder(_ path: RelativePath) throws(DiskError) {
        try perform(.removeFolder, path) { state throws(Refusal) in
            let node = try state.node(at: path)
            guard state.current.nodes[node]?.kind == .folder else { throw Refusal(ENOTDIR) }
            guard state.current.nodes[node]?.names.isEmpty ?? false else { throw Refusal(ENOTEMPTY) }
            state.change(node, .unlink(try state.slot(at: path)))
        }
    }

    /// Takes a lock as `flock` does: its file may be left over from a crash, its holder may not.
    public func lock(_ path: RelativePath, for holder: LockHolder) throws(DiskError) -> LockAttempt {
        try perform(.lock, path) { state throws(Refusal) in
            if let other = state.locks[path] { return .held(by: other) }
            let left = state.current.number(at: path)
            let node = if let left { left } else { try state.make(.file, at: path, permissions: 0o644) }
            state.change(node, .resize(0))
            state.change(node, .write(offset: 0, bytes: Array(holder.line.utf8)))
            state.locks[path] = holder
            return .taken(HeldLock(place: path, number: 0))
        }
    }

    /// Gives a lock back and removes its file; without power the file stays.
    public func unlock(_ lock: HeldLock) {
        _ = state.withLock { $0.locks.removeValue(forKey: lock.place) }
        try? remove(lock.place)
    }

    /// Takes a folder as `flock` does; whoever would have to wait is refused: nobody shares this disk.
    public func lockFolder(
        _ folder: RelativePath, or file: RelativePath, for holder: LockHolder
    ) throws(DiskError) -> FolderLock {
        try perform(.lockFolder, folder) { state throws(Refusal) in
            _ = try state.node(at: folder)
            guard state.lockedFolders.insert(folder).inserted else { throw Refusal(EDEADLK) }
            return FolderLock(place: folder, number: 0)
        }
    }

    /// Gives a folder back.
    public func unlockFolder(_ lock: FolderLock) {
        _ = state.withLock { $0.lockedFolders.remove(lock.place) }
    }
}

extension CrashDisk.State {
    mutating func rename(
        _ path: RelativePath, to target: RelativePath, replacing: Bool
    ) throws(CrashDisk.Refusal) {
        let node = try node(at: path)
        let from = try slot(at: path)
        let to = try replacing ? slot(at: target) : freeSlot(at: target)
        guard !target.lies(within: path) else { throw CrashDisk.Refusal(EINVAL) }
        change(node, .rename(from: from, to: to, replacing: replacing))
    }
}
