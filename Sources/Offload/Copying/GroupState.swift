internal import Checksums
internal import FileTree
internal import Proof

/// How far one group is, over all destinations.
struct GroupState: Sendable {
    /// How far one group is on one destination.
    enum Stage: Hashable, Sendable {
        /// The destination does not need it, or has been dropped.
        case notNeeded
        /// Nothing has been written; somebody is opening the flush window.
        case waiting
        case beginning
        case writing
        /// All bytes are written and being flushed.
        case flushing
        case readingBack
        case placing
        case settled
    }

    /// One destination's share of the work.
    struct Lane: Sendable {
        var stage: Stage
        var window: FlushWindow?
        var receipt: FlushReceipt?
        var chunksWritten = 0
        /// The next file that nobody reads back yet, and how many have been.
        var nextToReadBack = 0
        var readBackCount = 0
        var proof: GroupProof?
        var isPlacing = false
    }

    let group: CopyGroup
    var lanes: [Lane]
    /// Chunks cut so far, and whether that was all.
    var chunksCut = 0
    var isCut = false
    var hashLinesDone = 0
    /// Per hash line, chunks hashed.
    var chunksHashed: [Int]
    /// Per file, its checksums in the order of the run's algorithms.
    var checksums: [[Checksum?]]
    /// Per file (by place in the group), why the card did not give it.
    var failures: [Int: FileFailure.Cause] = [:]
    var extendedAttributes: [Int: [ExtendedAttribute]] = [:]
    /// The second read of the card.
    var nextToRecheck = 0
    var recheckedCount = 0
    var recheckDeviceBytes: Int64 = 0

    init(_ group: CopyGroup, laneCount: Int, hashLines: Int, algorithms: Int) {
        self.group = group
        lanes = (0..<laneCount).map { Lane(stage: group.lanes.contains(.lane($0)) ? .waiting : .notNeeded) }
        chunksHashed = Array(repeating: 0, count: hashLines)
        checksums = Array(repeating: Array(repeating: nil, count: algorithms), count: group.files.count)
    }

    /// Whether every checksum of every file is known.
    var isHashed: Bool { isCut && chunksHashed.allSatisfy { $0 == chunksCut } }

    /// Whether nothing is left to do.
    var isSettled: Bool {
        isHashed && lanes.allSatisfy { $0.stage == .notNeeded || $0.stage == .settled }
    }

    /// The checksums of a file, once all are known.
    func complete(_ index: Int) -> [Checksum]? {
        let known = checksums[index].compactMap { $0 }
        return known.count == checksums[index].count ? known : nil
    }
}
