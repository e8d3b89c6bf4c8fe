internal import Checksums
internal import FileTree
internal import Proof

/// Whether somebody who was asked still answers.
struct Activity: Hashable, Sendable {
    /// Requests that have not returned.
    private(set) var outstanding = 0
    /// When one last returned, or was made while none was outstanding.
    private(set) var last: Int64

    init(now: Int64) { last = now }

    mutating func began(now: Int64) {
        if outstanding == 0 { last = now }
        outstanding += 1
    }

    mutating func ended(now: Int64) {
        outstanding -= 1
        last = now
    }

    /// A part of a long request came back.
    mutating func moved(now: Int64) { last = now }

    /// For how long nothing has come back, in nanoseconds; 0 when nothing is outstanding.
    func silence(now: Int64) -> Int64 { outstanding == 0 ? 0 : now - last }
}

/// How far a copy is on one destination.
struct LaneState: Sendable {
    /// Per entry of the snapshot, what is still needed.
    var needs: [Need]
    let isRotating: Bool
    let batch: Int64
    var failure: DestinationFailure?
    var activity: Activity
    var openStaging: [CopySchedule.PieceKey: CopySchedule.OpenPiece] = [:]
    var verified: VerifiedFiles
    var failures: [FileFailure] = []
    var progress = LaneProgress()
    var shortfalls = Shortfalls()
    /// Written but not read back: a rotating disk waits until this is much.
    var waitingForReadBack: Int64 = 0
    /// Whether the batch that was collected is being read back.
    var isDraining = false

    var isDropped: Bool { failure != nil }

    init(_ lane: CopyLane, batch: ByteCount, now: Int64) {
        needs = lane.needs
        verified = lane.verified
        isRotating = lane.volume.isRotating
        self.batch = batch.bytes
        activity = Activity(now: now)
    }
}
