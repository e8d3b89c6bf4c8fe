public import FileTree
import Glibc
import Synchronization

/// A file system in memory whose power can be cut.
///
/// What is not flushed is pending, and a power cut may lose any part of it:
///
/// - ``flush(_:)`` makes a file's content and attributes last, not its name;
/// - ``flushFolder(_:)`` makes the names in that folder last, and the folder's own time;
/// - ``flushVolume(since:)`` makes everything last;
/// - a rename is one step, and lasts when the folder of its new name was flushed.
///
/// ```swift
/// let disk = CrashDisk()
/// disk.crash(afterOperation: 17)          // from then on every operation throws EIO
/// try? copy(to: disk)
/// for state in disk.crashStates(limit: 64) {
///     let found = disk.crashed(state)     // as it is when the power is back
/// }
/// ```
public final class CrashDisk: Disk {
    struct State: Sendable {
        var current: CrashImage
        /// What is on the device if nothing that is pending gets there.
        var durable: CrashImage
        var pending: [CrashChange] = []
        var open: [Int32: OpenFile] = [:]
        var locks: [RelativePath: LockHolder] = [:]
        var lockedFolders: Set<RelativePath> = []
        var log: [DiskOperation] = []
        var lastOperation: Int?
        var nextNode: UInt64
        var nextHandle: Int32 = 1000
        /// Milliseconds since the disk's epoch: one for every operation, so that times differ and tests repeat.
        var clock: Int64
    }

    struct OpenFile: Sendable {
        let node: UInt64
        let isDirect: Bool
        let mayWrite: Bool
    }

    /// A refused operation before it knows its name.
    struct Refusal: Error {
        let number: Int32

        init(_ number: Int32) { self.number = number }
    }

    let facts: Volume
    let grantsDirect: Bool
    let state: Mutex<State>

    /// An empty disk.
    ///
    /// - Parameters:
    ///   - facts: what ``volume()`` answers.
    ///   - grantsDirect: whether direct I/O is granted; its alignment is then asked for as a device would.
    public convenience init(
        volume facts: Volume = Volume(
            kind: FileSystemKind(named: "ext4"), mountPoint: "/media/CRASH", source: "/dev/sdz1",
            identity: "ext4:crash", device: 77, disks: ["sdz"], free: .mebibytes(1 << 20), freeFiles: 1 << 20),
        grantsDirect: Bool = true
    ) {
        self.init(facts, grantsDirect, State(CrashImage(at: CrashDisk.time(0)), nextNode: 11, clock: 0))
    }

    init(_ facts: Volume, _ grantsDirect: Bool, _ state: State) {
        self.facts = facts
        self.grantsDirect = grantsDirect
        self.state = Mutex(state)
    }

    static func time(_ clock: Int64) -> Instant {
        Instant(nanoseconds: 1_780_000_000_000_000_000 + clock * 1_000_000)
    }

    // MARK: - The power cut

    /// Lets the power fail: after the nth changing operation from now, every operation throws EIO.
    ///
    /// Only operations that change something, or flush, are counted (`Set.changing`): between two of them
    /// nothing that a crash could show has happened.
    public func crash(afterOperation count: Int) {
        state.withLock { $0.lastOperation = $0.log.count + count }
    }

    /// The changing operations that were carried out, in order.
    public var operationLog: [DiskOperation] { state.withLock { $0.log } }

    /// How many changes have not been made to last.
    public var pendingOperations: Int { state.withLock { $0.pending.count } }

    /// The disk as it is found when the power is back: what was durable, and of the rest what `found` says.
    ///
    /// Pending operations are made in their order; one whose ground is gone (the rename of a file whose
    /// creation was lost) is dropped. Nobody holds a lock, nothing is open, nothing is pending.
    public func crashed(_ found: CrashState) -> CrashDisk {
        let state = state.withLock { state in
            var image = state.durable
            for (place, change) in state.pending.enumerated() where found.kept.contains(place) {
                image.apply(found.torn[place].flatMap(change.torn) ?? change)
            }
            image.removeUnreachable()
            return State(image, nextNode: state.nextNode, clock: state.clock)
        }
        return CrashDisk(facts, grantsDirect, state)
    }

    /// The same by the places of the pending operations that are kept.
    public func crashed(keeping kept: Set<Int>) -> CrashDisk {
        crashed(CrashState(kept: kept))
    }

    /// A disk of its own that holds what this one shows now, all of it durable.
    public func copy() -> CrashDisk {
        crashed(keeping: Set(0..<pendingOperations))
    }

    /// States that a power cut at this moment may leave.
    ///
    /// All subsets of the pending operations when they fit in `limit`; else a selection that is the same on
    /// every run: none, all, each alone, all but each, and random ones up to the limit. Then, beyond the
    /// limit, each write torn.
    public func crashStates(limit: Int, seed: UInt64 = 1) -> [CrashState] {
        state.withLock { state in
            let writes = state.pending.indices.filter { state.pending[$0].torn(.half) != nil }
            return CrashState.states(of: state.pending.count, writes: writes, limit: limit, seed: seed)
        }
    }
}

extension CrashDisk.State {
    init(_ image: CrashImage, nextNode: UInt64, clock: Int64) {
        current = image
        durable = image
        self.nextNode = nextNode
        self.clock = clock
    }

    /// Makes a change that may still be lost.
    mutating func change(_ node: UInt64, _ kind: CrashChange.Kind) {
        let change = CrashChange(node: node, kind: kind, time: CrashDisk.time(clock))
        current.apply(change)
        pending.append(change)
    }

    /// Makes every change last that `isMeant`, with the changes of names that it stands on.
    mutating func makeDurable(_ isMeant: (CrashChange) -> Bool) {
        var nodes: Set<UInt64> = []
        var slots: Set<CrashChange.Slot> = []
        var lasting: Set<Int> = []
        for (place, change) in pending.enumerated().reversed() {
            let isGround =
                !change.slots.isEmpty && (nodes.contains(change.node) || !slots.isDisjoint(with: change.slots))
            guard isGround || isMeant(change) else { continue }
            lasting.insert(place)
            slots.formUnion(change.slots)
            if !change.slots.isEmpty { nodes.insert(change.node) }
        }
        for (place, change) in pending.enumerated() where lasting.contains(place) { durable.apply(change) }
        pending = pending.enumerated().filter { !lasting.contains($0.offset) }.map(\.element)
    }
}
