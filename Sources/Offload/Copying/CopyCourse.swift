internal import Checksums
internal import FileTree
internal import Proof

/// One destination, as a copy sees it.
struct CopyLane: Sendable {
    let disk: any Disk
    let volume: Volume
    let place: RollPlace
    /// The folder the roll lies in for now: `<roll>.partial`, or the sealed roll when it is only compared.
    let base: RelativePath
    /// Per entry of the card's snapshot, what is needed there.
    let needs: [Need]
    /// What an earlier run proved there and still holds.
    let verified: VerifiedFiles
    /// Nil when nothing will be written.
    let journal: Journal?
}

/// Everything that is fixed before the first byte of a copy moves.
struct CopyCourse: Sendable {
    let card: any ReadableDisk
    let cardVolume: Volume
    let tree: TreeSnapshot
    let lanes: [CopyLane]
    let groups: [CopyGroup]
    /// All checksums taken in the one read.
    let algorithms: [ChecksumAlgorithm]
    /// The one that copies are compared by when they are read back.
    let comparing: ChecksumAlgorithm
    /// Which algorithms (by place) share a thread: the fast ones one, each slow one its own.
    let hashLines: [[Int]]
    let sourceTwice: Bool
    let trustsLoop: Bool
    let expectations: any ContentExpectations
    let limits: CopyLimits

    /// Shares the algorithms out to threads.
    static func hashLines(for algorithms: [ChecksumAlgorithm]) -> [[Int]] {
        let fast = algorithms.indices.filter { algorithms[$0].isFast }
        let slow = algorithms.indices.filter { !algorithms[$0].isFast }.map { [$0] }
        return (fast.isEmpty ? [] : [fast]) + slow
    }

    /// Cuts the files that anybody needs into groups, in the order of the snapshot.
    static func groups(tree: TreeSnapshot, needs: [[Need]], limits: CopyLimits) -> [CopyGroup] {
        var groups: [CopyGroup] = []
        var files: [Int] = []
        var lanes: LaneSet = []
        var bytes: Int64 = 0
        func close() {
            if !files.isEmpty { groups.append(CopyGroup(files: files, lanes: lanes, attempt: 0)) }
            files.removeAll()
            lanes = []
            bytes = 0
        }
        for number in tree.entries.indices where tree.entries[number].kind == .file {
            let wanting = needs.indices.filter { needs[$0][number] != .nothing }
            guard !wanting.isEmpty else { continue }
            let size = tree.entries[number].size
            if files.count == limits.filesPerGroup || size > limits.bytesPerGroup.bytes - bytes { close() }
            files.append(number)
            bytes = (ByteCount(bytes) + ByteCount(size)).bytes
            for lane in wanting { lanes.insert(.lane(lane)) }
        }
        close()
        return groups
    }
}
