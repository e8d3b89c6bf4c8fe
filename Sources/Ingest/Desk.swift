internal import FileTree
internal import Offload

/// Our folder on a destination while a roll is under way.
struct Desk {
    let disk: any Disk
    let volume: Volume
    let place: RollPlace

    /// Takes the lock, making the desk first.
    func lock() throws(DiskError) -> LockAttempt {
        // Another run may clear the desk away between our making it and locking it.
        for _ in 0..<Desk.attempts {
            try ensureFolder(RollPlace.desks)
            try ensureFolder(place.desk)
            do {
                return try disk.lock(place.lock, for: Machine.holder)
            } catch let error where error.reason == .notFound {
                continue
            }
        }
        return .held(by: nil)
    }

    private static let attempts = 10

    /// Makes the staging folder and clears away what an earlier run left in it: nothing there has a name yet.
    func clearStaging() throws(DiskError) {
        try ensureFolder(place.staging)
        for entry in try disk.entries(of: place.staging) {
            try disk.remove(place.staging.appending(component: entry.name))
        }
    }

    /// Makes a folder unless it is there.
    func ensureFolder(_ path: RelativePath, permissions: UInt16 = 0o755) throws(DiskError) {
        do {
            try disk.makeFolder(path, permissions: permissions)
        } catch let error where error.reason == .exists {
            guard try disk.attributes(of: path).kind == .folder else { throw error }
        }
    }

    /// Makes every folder on the way to a path, the path itself not included.
    func ensureParents(of path: RelativePath) throws(DiskError) {
        var folder = RelativePath.root
        for component in path.parent.components {
            folder = folder.appending(component: component)
            try ensureFolder(folder)
        }
    }

    /// Flushes the names of new folders, up to the destination.
    func flushFolders(_ folders: [RelativePath]) throws(DiskError) {
        if volume.kind.flush == .volume {
            let window = try disk.beginFlushWindow()
            defer { disk.close(window) }
            return try disk.flushVolume(since: window)
        }
        for folder in folders { try disk.flushFolder(folder) }
    }

    /// Clears the desk away; rejected files stay, because nobody may delete what was not proved elsewhere.
    func clearAway() {
        try? clearStaging()
        try? disk.removeFolder(place.staging)
        try? disk.remove(place.journal)
        try? disk.remove(place.newJournal)
    }

    /// Gives the lock back and removes the desk if nothing is left on it; without the lock it is another run's desk.
    func leave(_ lock: HeldLock?) {
        guard let lock else { return }
        // Before the lock goes: behind it another run may have made this folder for itself.
        try? disk.removeFolder(place.staging)
        disk.unlock(lock)
        try? disk.removeFolder(place.desk)
        try? disk.removeFolder(RollPlace.desks)
        // Whoever unplugs the drive after the last line must find it clean.
        try? flushFolders([.root])
    }
}
