internal import Checksums
internal import FileTree

/// A chunk to read into a slot.
struct ReadWork: Sendable {
    let slot: Int
    let buffer: AlignedBuffer
    let chunk: CopyChunk
    let group: Int
    /// Their numbers in the snapshot, by place in the group.
    let files: [Int]
    /// The file, when an earlier chunk of it opened it, with what it was then.
    let open: CopySchedule.OpenPiece?
    /// Whether the card did not give an earlier part: then nothing is read.
    let isVoid: Bool
}

extension CopySchedule {
    private var nextChunk: CopyChunk? { cutter.peek(groups, sizes: size) }

    /// Whether a reader would find a chunk, a free slot, and the file open that the chunk continues.
    var canRead: Bool {
        guard slots.contains(where: { $0 == nil }), let chunk = nextChunk else { return false }
        if states[cutter.group] == nil, states.count >= course.limits.groupsAhead { return false }
        guard case .piece(let index, _, _, false, _) = chunk else { return true }
        let key = PieceKey(group: cutter.group, index: index)
        return openSources[key]?.file != nil || states[cutter.group]?.failures[index] != nil
    }

    mutating func takeRead(now: Int64) -> ReadWork? {
        guard canRead, let chunk = nextChunk, let slot = slots.firstIndex(where: { $0 == nil }) else { return nil }
        let group = cutter.group
        openState(of: group)
        var open: OpenPiece?
        var isVoid = false
        if case .piece(let index, _, _, let isFirst, _) = chunk {
            let key = PieceKey(group: group, index: index)
            if isFirst { openSources[key] = OpenPiece(chunksLeft: pieces(of: groups[group].files[index])) }
            open = openSources[key]
            isVoid = states[group]?.failures[index] != nil
        }
        let wanting = lanesWriting(chunk, of: group)
        slots[slot] = Slot(
            chunk: chunk, group: group, sequence: nextSequence, pending: wanting, hashLinesLeft: nextToHash.count)
        nextSequence += 1
        let isCut = cutter.advance(past: chunk, in: groups)
        update(group) { state in
            state.chunksCut += 1
            state.isCut = isCut
            for lane in state.lanes.indices where !wanting.contains(.lane(lane)) {
                state.lanes[lane].chunksWritten += 1
            }
        }
        sourceActivity.began(now: now)
        return ReadWork(
            slot: slot, buffer: buffers[slot], chunk: chunk, group: group, files: groups[group].files, open: open,
            isVoid: isVoid)
    }

    /// The first reader of a large file has opened it.
    mutating func opened(_ index: Int, of group: Int, as file: DiskFile, before: FileAttributes) {
        openSources[PieceKey(group: group, index: index)]?.file = file
        openSources[PieceKey(group: group, index: index)]?.before = before
    }

    /// A piece has been read, or failed; answers the file when it was the last one, to be checked and closed.
    mutating func pieceRead(_ index: Int, of group: Int) -> OpenPiece? {
        let key = PieceKey(group: group, index: index)
        openSources[key]?.chunksLeft -= 1
        guard openSources[key]?.chunksLeft == 0 else { return nil }
        return openSources.removeValue(forKey: key)
    }

    mutating func fail(_ index: Int, of group: Int, because cause: FileFailure.Cause) {
        guard let number = states[group]?.group.files[index] else { return }
        update(group) { if $0.failures[index] == nil { $0.failures[index] = cause } }
        if cardFailures[number] == nil {
            cardFailures[number] = cause
            events.append(.fileFailed(FileFailure(number: number, destination: nil, cause: cause)))
        }
    }

    mutating func filled(_ slot: Int, attributes: [Int: [ExtendedAttribute]], bytes: Int64, now: Int64) {
        sourceActivity.ended(now: now)
        guard let group = slots[slot]?.group else { return }
        if groups[group].attempt == 0 { bytesRead += bytes } else { bytesReadAgain += bytes }
        slots[slot]?.isFilled = true
        if !attributes.isEmpty { update(group) { $0.extendedAttributes.merge(attributes) { first, _ in first } } }
        release(slot)
    }

    private func pieces(of number: Int) -> Int {
        let slotSize = course.limits.slotSize.bytes
        return Int((size(number) + slotSize - 1) / slotSize)
    }

    /// The destinations that write any file of a chunk.
    private func lanesWriting(_ chunk: CopyChunk, of group: Int) -> LaneSet {
        let files = groups[group].files
        let numbers =
            switch chunk {
            case .piece(let index, _, _, _, _): files[index...index]
            case .batch(let first, let end): files[first..<end]
            }
        var wanting: LaneSet = []
        for lane in lanes.indices where groups[group].lanes.contains(.lane(lane)) && !lanes[lane].isDropped {
            if numbers.contains(where: { lanes[lane].needs[$0] == .copy }) { wanting.insert(.lane(lane)) }
        }
        return wanting
    }
}
