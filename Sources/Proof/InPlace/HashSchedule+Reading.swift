internal import Checksums
internal import FileTree

/// A part of a large file; the only one of an empty file has no bytes.
struct Piece: Hashable, Sendable {
    let number: Int
    let offset: Int64
    let length: Int
    let isLast: Bool

    var isFirst: Bool { offset == 0 }
}

/// What a reader does next.
enum ReadingWork: Sendable {
    /// Asks what the volume is.
    case measure
    /// Reads and hashes small files, by their numbers.
    case batch([Int])
    /// Opens a large file.
    case open(Int)
    /// Reads a piece of one into a slot.
    case piece(Piece, slot: Int, buffer: AlignedBuffer, file: DiskFile)
    /// Closes a file that a stop left open.
    case close(DiskFile)
}

/// What came of one small file.
struct SmallFinding: Sendable {
    let number: Int
    let result: Result<FoundInPlace, HashingFailure>
    /// The bytes that were read of it, also when that came to nothing.
    let bytesRead: Int64
}

/// A large file whose last request came back.
struct FileToClose: Hashable, Sendable {
    let file: DiskFile
    let before: FileAttributes
}

extension HashSchedule {
    enum Step: Hashable, Sendable {
        case measure, piece, batch, open, close
    }

    /// What a reader would do next; nil when it has to wait.
    var nextStep: Step? {
        if isStopping { return fileLeftOpen == nil ? nil : .close }
        guard findings.count < course.limits.findingsAhead else { return nil }
        guard let traits else { return isMeasuring ? nil : .measure }
        // A rotating disk seeks when two things are asked for at once, and when the order is not its own.
        if traits.isRotating, requests > 0 { return nil }
        if canCut { return .piece }
        guard next < course.files.count, !traits.isRotating || uncut.isEmpty else { return nil }
        if course.isSmall(course.files[next]) { return .batch }
        return uncut.count < course.limits.filesAhead ? .open : nil
    }

    private var canCut: Bool {
        guard pieces < course.limits.requests, let number = uncut.first, large[number]?.file != nil else {
            return false
        }
        return slots.contains { $0 == nil }
    }

    /// A file that a stop left open and nobody works on.
    var fileLeftOpen: Int? {
        large.first { $0.value.file != nil && $0.value.requests == 0 && !$0.value.isClosing }?.key
    }

    mutating func takeRead() -> ReadingWork? {
        guard let step = nextStep else { return nil }
        let work = take(step)
        if work != nil { requests += 1 }
        return work
    }

    private mutating func take(_ step: Step) -> ReadingWork? {
        switch step {
        case .measure:
            isMeasuring = true
            return .measure
        case .piece: return cutPiece()
        case .batch: return .batch(takeBatch())
        case .open:
            let number = course.files[next]
            next += 1
            uncut.append(number)
            large[number] = LargeFile(linesLeft: course.lines.count)
            return .open(number)
        case .close:
            guard let number = fileLeftOpen, let file = large[number]?.file else { return nil }
            large[number]?.isClosing = true
            return .close(file)
        }
    }

    /// The next small files: fewer towards the end, so that all readers have something to do.
    private mutating func takeBatch() -> [Int] {
        let share = (course.files.count - next) / (2 * max(1, course.readers))
        let most = max(1, min(course.limits.filesPerBatch, share))
        var batch: [Int] = []
        while batch.count < most, next < course.files.count, course.isSmall(course.files[next]) {
            batch.append(course.files[next])
            next += 1
        }
        return batch
    }

    private mutating func cutPiece() -> ReadingWork? {
        guard let number = uncut.first, let open = large[number], let file = open.file, let before = open.before,
            let slot = slots.firstIndex(where: { $0 == nil })
        else { return nil }
        let length = Int(max(0, min(course.limits.slotSize.bytes, before.size.bytes - open.cut)))
        let isLast = open.cut + Int64(length) >= before.size.bytes
        let piece = Piece(number: number, offset: open.cut, length: length, isLast: isLast)
        large[number]?.cut += Int64(length)
        large[number]?.requests += 1
        if isLast { endCutting(number) }
        let buffer = buffers[slot] ?? AlignedBuffer(size: Int(course.limits.slotSize.bytes))
        buffers[slot] = buffer
        slots[slot] = Slot(piece: piece, sequence: nextSequence, linesLeft: course.lines.count)
        nextSequence += 1
        pieces += 1
        return .piece(piece, slot: slot, buffer: buffer, file: file)
    }

    private mutating func endCutting(_ number: Int) {
        large[number]?.isCut = true
        uncut.removeAll { $0 == number }
    }

    // MARK: - Reports

    /// The volume was measured; nil when it does not say what it is.
    mutating func measured(_ traits: Traits?) {
        requests -= 1
        self.traits = traits ?? Traits()
    }

    /// Bytes of a small file came; answers whether to go on.
    mutating func moved(bytes: Int64) -> Bool {
        bytesRead += bytes
        return !isStopping
    }

    /// Small files were read together, which took so many bytes from the device.
    mutating func read(_ batch: [SmallFinding], deviceBytes: Int64) {
        requests -= 1
        // What was read in vain counts as well, or it would speak for the others.
        let isFromDevice = isShown(deviceBytes, for: batch.reduce(0) { $0 + $1.bytesRead })
        for file in batch {
            switch file.result {
            case .success(let content): tell(content, of: file.number, isFromDevice: isFromDevice)
            case .failure(let failure): findings.append((file.number, .failure(failure)))
            }
        }
    }

    /// A large file was opened, or not.
    mutating func opened(_ number: Int, _ result: Result<FileToClose, DiskError>) {
        requests -= 1
        large[number]?.requests -= 1
        switch result {
        case .success(let open):
            large[number]?.file = open.file
            large[number]?.before = open.before
        case .failure(let error):
            endCutting(number)
            large[number] = nil
            findings.append((number, .failure(.disk(error))))
        }
    }

    /// A piece came, or not; answers the file when its last request is back, to be looked at again and closed.
    mutating func read(
        _ piece: Piece, slot: Int, deviceBytes: Int64, failure: HashingFailure?
    ) -> FileToClose? {
        pieces -= 1
        slots[slot]?.isFilled = true
        large[piece.number]?.requests -= 1
        large[piece.number]?.deviceBytes += deviceBytes
        if isStopping {
            // What was not read to its end says nothing of the file: whoever closes it does not look again.
        } else if let failure {
            // The first one says most; the rest of the file is not asked for.
            if large[piece.number]?.failure == nil { large[piece.number]?.failure = failure }
            endCutting(piece.number)
        } else {
            bytesRead += Int64(piece.length)
        }
        release(slot)
        return fileToClose(piece.number)
    }

    private mutating func fileToClose(_ number: Int) -> FileToClose? {
        guard !isStopping, let open = large[number], open.isCut, open.requests == 0, !open.isClosing,
            let file = open.file, let before = open.before
        else {
            requests -= 1
            return nil
        }
        large[number]?.isClosing = true
        return FileToClose(file: file, before: before)
    }

    /// A large file was looked at for the last time and closed.
    mutating func closed(_ number: Int, failure: HashingFailure?, at instant: Instant) {
        requests -= 1
        large[number]?.closedAt = instant
        if large[number]?.failure == nil { large[number]?.failure = failure }
        settle(number)
    }

    /// A file that a stop left open was closed.
    mutating func closedAfterStop() { requests -= 1 }
}
