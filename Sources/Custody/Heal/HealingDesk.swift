internal import FileTree
internal import Offload

/// Our folder beside a roll while it is healed: the same that an ingest of the roll would hold.
struct HealingDesk {
    let disk: any Disk
    let places: RollPlaces
    private let held: HeldLock

    private static let attempts = 10

    /// Takes the roll's lock and clears staging away; nil when another run holds it.
    static func take(_ places: RollPlaces, on disk: any Disk) throws(DiskError) -> (HealingDesk?, LockHolder?) {
        // Another run may clear the desk away between our making it and locking it.
        for _ in 0..<attempts {
            try disk.ensureFolder(RollPlace.desks)
            try disk.ensureFolder(places.desk.desk)
            do {
                switch try disk.lock(places.desk.lock, for: Machine.holder) {
                case .held(let holder): return (nil, holder)
                case .taken(let lock):
                    let desk = HealingDesk(disk: disk, places: places, held: lock)
                    try desk.clearStaging()
                    return (desk, nil)
                }
            } catch let error where error.reason == .notFound {
                continue
            }
        }
        return (nil, nil)
    }

    private init(disk: any Disk, places: RollPlaces, held: HeldLock) {
        self.disk = disk
        self.places = places
        self.held = held
    }

    /// Nothing in staging has a name yet: what a stopped run left there is of no account.
    private func clearStaging() throws(DiskError) {
        try disk.ensureFolder(places.desk.staging)
        for entry in try disk.entries(of: places.desk.staging) where entry.attributes.kind == .file {
            if let path = places.desk.staging.appending(entry.name) { try disk.remove(path) }
        }
    }

    /// Gives the lock back, and takes the desk away if nothing else lies on it.
    func leave() {
        try? clearStaging()
        try? disk.removeFolder(places.desk.staging)
        disk.unlock(held)
        try? disk.removeFolder(places.desk.desk)
        try? disk.removeFolder(RollPlace.desks)
        try? disk.flushFolder(.root)
    }

    // MARK: - What was healed and is not recorded yet

    /// Writes down which files are about to be healed, so that a run after a stop records them.
    func note(_ paths: [RelativePath]) throws(DiskError) {
        try disk.removeIfThere(places.newNote)
        try disk.createWhole(places.newNote, Array(paths.map(\.bytes).joined(separator: [0])), permissions: 0o644)
        try disk.replace(places.note, with: places.newNote)
        // The desk itself is new: its own name must last too.
        for folder in [places.desk.desk, RollPlace.desks, .root] { try disk.flushFolder(folder) }
    }

    /// Everything is recorded.
    func removeNote() throws(DiskError) {
        try disk.removeIfThere(places.newNote)
        try disk.removeIfThere(places.note)
    }
}

extension RollPlaces {
    /// A note larger than this is not one of ours: a million paths of 100 bytes.
    private static let largestNote = ByteCount.mebibytes(128)

    /// What an earlier run healed, or was about to heal, and did not record; none when there is no note.
    func noted(on disk: any ReadableDisk) -> [RelativePath] {
        guard let bytes = try? disk.contents(of: note, limit: RollPlaces.largestNote) else { return [] }
        return bytes.split(separator: 0).compactMap { RelativePath(Array($0)) }
    }
}

extension Disk {
    /// Makes a folder unless it is there.
    func ensureFolder(_ path: RelativePath) throws(DiskError) {
        do throws(DiskError) {
            try makeFolder(path, permissions: 0o755)
        } catch {
            guard error.reason == .exists, try attributes(of: path).kind == .folder else { throw error }
        }
    }

    /// Makes every folder on the way to a path, and makes them last; the path itself not included.
    func ensureDurableParents(of path: RelativePath) throws(DiskError) {
        var folder = RelativePath.root
        for component in path.parent.components {
            let parent = folder
            guard let next = folder.appending(Array(component)) else { return }
            folder = next
            if (try? attributes(of: folder))?.kind == .folder { continue }
            try ensureFolder(folder)
            try flushFolder(parent)
        }
    }

    func removeIfThere(_ path: RelativePath) throws(DiskError) {
        do throws(DiskError) {
            try remove(path)
        } catch {
            guard error.reason == .notFound else { throw error }
        }
    }
}
