internal import Checksums
internal import FileTree

/// A filled slot to be hashed.
struct HashWork: Sendable {
    let slot: Int
    let buffer: AlignedBuffer
    let chunk: CopyChunk
    let group: Int
    let files: [Int]
}

extension CopySchedule {
    /// The slot a hash line takes next: the next in order, once it is filled.
    func slotToHash(_ line: Int) -> Int? {
        slots.firstIndex { $0?.sequence == nextToHash[line] && $0?.isFilled == true }
    }

    mutating func takeHash(_ line: Int) -> HashWork? {
        guard let index = slotToHash(line), let slot = slots[index] else { return nil }
        nextToHash[line] += 1
        return HashWork(
            slot: index, buffer: buffers[index], chunk: slot.chunk, group: slot.group, files: groups[slot.group].files)
    }

    /// A hash line is done with a slot.
    ///
    /// - Parameter finished: files that ended in it (by place in the group), with their checksums by place.
    mutating func hashed(_ line: Int, _ slot: Int, finished: [Int: [Int: Checksum]]) {
        guard let group = slots[slot]?.group else { return }
        update(group) { state in
            for (index, checksums) in finished {
                for (place, checksum) in checksums { state.checksums[index][place] = checksum }
            }
        }
        for index in finished.keys { judge(index, of: group) }
        update(group) { $0.chunksHashed[line] += 1 }
        slots[slot]?.hashLinesLeft -= 1
        release(slot)
    }

    /// Compares a file whose checksums are complete with what was known before.
    private mutating func judge(_ index: Int, of group: Int) {
        guard let state = states[group], state.failures[index] == nil, let checksums = state.complete(index)
        else { return }
        let number = state.group.files[index]
        if let first = firstReads[number], first != checksums {
            fail(index, of: group, because: .differsOnSecondRead(first: first[comparing], second: checksums[comparing]))
        } else if let contradiction = course.expectations.contradiction(
            of: number, size: ByteCount(size(number)), checksums: checksums)
        {
            fail(index, of: group, because: contradiction)
        }
    }

    /// The place of the comparing algorithm.
    var comparing: Int { course.algorithms.firstIndex(of: course.comparing) ?? 0 }
}
