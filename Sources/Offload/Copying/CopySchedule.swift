internal import Checksums
internal import FileTree
internal import Proof

/// Who does what next while a card is copied: the whole machine, without a single request to a disk.
///
/// Workers ask it for work (`take…`), do it, and report (`…ed`). Because it performs no I/O, every order of
/// events, late failures and dropped destinations included, is an ordinary unit test. The `take…` functions lie
/// beside it, one file per kind of worker.
struct CopySchedule: MonitoredState {
    /// One slot of the ring, while a chunk is in it.
    struct Slot: Sendable {
        let chunk: CopyChunk
        let group: Int
        let sequence: Int
        var isFilled = false
        /// Destinations that still have to write it, and those that are writing it.
        var pending: LaneSet
        var writing: LaneSet = []
        var hashLinesLeft: Int
        /// A dropped destination may still be writing from the buffer: it is never used again.
        var isLost = false
    }

    /// A large file that is open for more than one chunk.
    struct OpenPiece: Sendable {
        var file: DiskFile?
        var before: FileAttributes?
        var chunksLeft: Int
        /// Not created, because the card did not give its beginning.
        var isRefused = false
    }

    struct PieceKey: Hashable, Sendable {
        let group: Int
        let index: Int
    }

    let course: CopyCourse
    var groups: [CopyGroup]
    var states: [Int: GroupState] = [:]
    var cutter: ChunkCutter
    var slots: [Slot?]
    var buffers: [AlignedBuffer]
    var nextSequence = 0
    var openSources: [PieceKey: OpenPiece] = [:]
    var lanes: [LaneState]
    /// Per hash line, the sequence number it takes next.
    var nextToHash: [Int]
    var firstUnsettled = 0
    var isStopping = false
    /// Workers that have not ended yet.
    var workersLeft = 0
    var events: [OffloadEvent] = []
    var cardFailures: [Int: FileFailure.Cause] = [:]
    /// What the first read of a file gave, for those whose group is copied again.
    var firstReads: [Int: [Checksum]] = [:]
    var bytesRead: Int64 = 0
    var bytesReadAgain: Int64 = 0
    var sourceActivity: Activity

    init(_ course: CopyCourse, now: Int64) {
        self.course = course
        groups = course.groups
        cutter = ChunkCutter(limits: course.limits)
        slots = Array(repeating: nil, count: course.limits.slots)
        buffers = (0..<course.limits.slots).map { _ in AlignedBuffer(size: Int(course.limits.slotSize.bytes)) }
        lanes = course.lanes.map { LaneState($0, batch: course.limits.rotatingBatch, now: now) }
        nextToHash = Array(repeating: 0, count: course.hashLines.count)
        sourceActivity = Activity(now: now)
    }

    /// Whether everything has been done, or everybody has been told to stop.
    var isOver: Bool {
        isStopping || lanes.allSatisfy(\.isDropped) || isFinished
    }

    /// Whether every group is settled.
    var isFinished: Bool { cutter.group == groups.count && firstUnsettled == groups.count }

    func size(_ number: Int) -> Int64 { course.tree.entries[number].size }

    /// The state of a group, made when its first chunk is cut.
    mutating func openState(of group: Int) {
        guard states[group] == nil else { return }
        var state = GroupState(
            groups[group], laneCount: lanes.count, hashLines: course.hashLines.count,
            algorithms: course.algorithms.count)
        for lane in lanes.indices where lanes[lane].isDropped { state.lanes[lane].stage = .notNeeded }
        states[group] = state
    }

    /// Changes a group and puts it away when it is settled.
    mutating func update(_ group: Int, _ change: (inout GroupState) -> Void) {
        guard states[group] != nil else { return }
        change(&states[group, default: GroupState(groups[group], laneCount: 0, hashLines: 0, algorithms: 0)])
        settle(group)
    }

    private mutating func settle(_ group: Int) {
        guard let state = states[group], state.isSettled, !course.sourceTwice || state.isRechecked else { return }
        states[group] = nil
        while firstUnsettled < groups.count, states[firstUnsettled] == nil, firstUnsettled < cutter.group {
            firstUnsettled += 1
        }
    }

    /// Frees the slot when nobody needs it any more.
    mutating func release(_ index: Int) {
        guard let slot = slots[index], slot.isFilled, slot.pending.isEmpty, slot.writing.isEmpty,
            slot.hashLinesLeft == 0
        else { return }
        if slot.isLost { buffers[index] = AlignedBuffer(size: Int(course.limits.slotSize.bytes)) }
        slots[index] = nil
    }
}
