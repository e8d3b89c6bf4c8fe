internal import FileTree
internal import Proof

/// What a destination's writer does next.
enum WriteWork: Sendable {
    /// Open a flush window and write the group down as intended.
    case begin(group: Int, files: [Int])
    /// Write a slot's chunk into staging.
    case write(ChunkToWrite)
}

/// A filled slot to be written to one destination.
struct ChunkToWrite: Sendable {
    let slot: Int
    let buffer: AlignedBuffer
    let chunk: CopyChunk
    let group: Int
    let files: [Int]
    /// The staged file, when an earlier chunk created it.
    let open: CopySchedule.OpenPiece?
    /// Places in the group of files that are not written: not given by the card, or not needed here.
    let skipped: Set<Int>
    let extendedAttributes: [Int: [ExtendedAttribute]]
}

extension CopySchedule {
    enum NextToWrite: Hashable, Sendable {
        case begin(Int)
        case slot(Int)
    }

    func nextToWrite(_ lane: Int) -> NextToWrite? {
        if let group = openGroups.first(where: { states[$0]?.lanes[lane].stage == .waiting }) { return .begin(group) }
        let open = slots.indices.filter { isWritable($0, lane) }
        return open.min { (slots[$0]?.sequence ?? 0) < (slots[$1]?.sequence ?? 0) }.map { .slot($0) }
    }

    private func isWritable(_ index: Int, _ lane: Int) -> Bool {
        guard let slot = slots[index], slot.isFilled, slot.pending.contains(.lane(lane)),
            let state = states[slot.group], state.lanes[lane].stage == .writing
        else { return false }
        guard case .piece(let place, _, _, false, _) = slot.chunk else { return true }
        let key = PieceKey(group: slot.group, index: place)
        return lanes[lane].openStaging[key]?.file != nil || lanes[lane].openStaging[key]?.isRefused == true
    }

    mutating func takeWrite(_ lane: Int, now: Int64) -> WriteWork? {
        switch nextToWrite(lane) {
        case .begin(let group):
            update(group) { $0.lanes[lane].stage = .beginning }
            lanes[lane].activity.began(now: now)
            return .begin(group: group, files: groups[group].files)
        case .slot(let index):
            guard let slot = slots[index], let state = states[slot.group] else { return nil }
            slots[index]?.pending.remove(.lane(lane))
            slots[index]?.writing.insert(.lane(lane))
            lanes[lane].activity.began(now: now)
            return .write(chunkToWrite(index, slot, state, lane))
        case nil:
            return nil
        }
    }

    private mutating func chunkToWrite(_ index: Int, _ slot: Slot, _ state: GroupState, _ lane: Int) -> ChunkToWrite {
        let files = state.group.files
        var open: OpenPiece?
        var skipped: Set<Int> = []
        switch slot.chunk {
        case .piece(let place, _, _, let isFirst, _):
            let key = PieceKey(group: slot.group, index: place)
            if isFirst {
                let pieces = (size(files[place]) + course.limits.slotSize.bytes - 1) / course.limits.slotSize.bytes
                lanes[lane].openStaging[key] = OpenPiece(chunksLeft: Int(pieces))
            }
            open = lanes[lane].openStaging[key]
            if state.failures[place] != nil { skipped.insert(place) }
        case .batch(let first, let end):
            for place in first..<end
            where state.failures[place] != nil || lanes[lane].needs[files[place]] != .copy {
                skipped.insert(place)
            }
        }
        return ChunkToWrite(
            slot: index, buffer: buffers[index], chunk: slot.chunk, group: slot.group, files: files, open: open,
            skipped: skipped, extendedAttributes: state.extendedAttributes)
    }

    mutating func begun(_ group: Int, _ lane: Int, window: FlushWindow, now: Int64) {
        lanes[lane].activity.ended(now: now)
        update(group) { state in
            guard state.lanes[lane].stage == .beginning else { return }
            state.lanes[lane].window = window
            state.lanes[lane].stage = .writing
        }
    }

    /// The first writer of a large file has created it; nil when it was not created because the card failed.
    mutating func staged(_ place: Int, of group: Int, _ lane: Int, as file: DiskFile?) {
        let key = PieceKey(group: group, index: place)
        lanes[lane].openStaging[key]?.file = file
        lanes[lane].openStaging[key]?.isRefused = file == nil
    }

    /// A piece has been written; answers the file when it was the last one, to be finished and closed.
    mutating func pieceWritten(_ place: Int, of group: Int, _ lane: Int) -> OpenPiece? {
        let key = PieceKey(group: group, index: place)
        lanes[lane].openStaging[key]?.chunksLeft -= 1
        guard lanes[lane].openStaging[key]?.chunksLeft == 0 else { return nil }
        return lanes[lane].openStaging.removeValue(forKey: key)
    }

    mutating func written(_ slot: Int, _ lane: Int, bytes: Int64, refusedAttributes: Int, now: Int64) {
        lanes[lane].activity.ended(now: now)
        guard !lanes[lane].isDropped, let group = slots[slot]?.group else { return }
        lanes[lane].progress.bytesWritten += bytes
        lanes[lane].shortfalls.attributesNotKept += refusedAttributes
        slots[slot]?.writing.remove(.lane(lane))
        update(group) { $0.lanes[lane].chunksWritten += 1 }
        release(slot)
    }
}
