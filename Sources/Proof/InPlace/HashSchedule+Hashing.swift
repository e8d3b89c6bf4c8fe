internal import Checksums
internal import FileTree

/// A piece to be hashed.
struct HashingWork: Sendable {
    let slot: Int
    let piece: Piece
    let buffer: AlignedBuffer
    /// The algorithms of the line that are wanted of this file.
    let wanted: AlgorithmSet
}

extension HashSchedule {
    /// The slot a hash line takes next: the next in order, once it is filled.
    func slotToHash(_ line: Int) -> Int? {
        slots.firstIndex { $0?.sequence == nextToHash[line] && $0?.isFilled == true }
    }

    mutating func takeHash(_ line: Int) -> HashingWork? {
        guard let index = slotToHash(line), let slot = slots[index], let buffer = buffers[index] else { return nil }
        nextToHash[line] += 1
        let number = slot.piece.number
        let isVoid = large[number]?.failure != nil || large[number] == nil
        return HashingWork(
            slot: index, piece: slot.piece, buffer: buffer, wanted: isVoid ? [] : course.wanted[number])
    }

    /// A hash line is done with a piece; after a file's last it brings the checksums.
    mutating func hashed(_ work: HashingWork, checksums: [Checksum]) {
        if work.piece.isLast {
            large[work.piece.number]?.linesLeft -= 1
            large[work.piece.number]?.checksums += checksums
            settle(work.piece.number)
        }
        slots[work.slot]?.linesLeft -= 1
        release(work.slot)
    }

    /// Frees the slot when nobody needs it any more.
    mutating func release(_ index: Int) {
        guard let slot = slots[index], slot.isFilled, slot.linesLeft == 0 else { return }
        slots[index] = nil
    }

    /// Tells what came of a large file once it is closed and hashed, or has failed.
    mutating func settle(_ number: Int) {
        guard let open = large[number], let closedAt = open.closedAt, let size = open.before?.size.bytes else { return }
        if let failure = open.failure {
            findings.append((number, .failure(failure)))
        } else if open.linesLeft == 0 {
            let content = FoundInPlace(size: size, checksums: open.checksums, hashedAt: closedAt)
            tell(content, of: number, isFromDevice: isShown(open.deviceBytes, for: size))
        } else {
            return
        }
        large[number] = nil
    }
}
