internal import FileTree
internal import Proof

/// Writes chunks into a destination's staging; several of these work on one destination.
struct LaneWriter: Sendable {
    let monitor: Monitor<CopySchedule>
    let course: CopyCourse
    let index: Int

    private var lane: CopyLane { course.lanes[index] }

    func run() {
        while let work = monitor.next(as: .writer(lane: index), take: { $0.takeWrite(index, now: Machine.ticks) }) {
            do throws(DiskError) {
                switch work {
                case .begin(let group, let files): try begin(group, files)
                case .write(let chunk): try write(chunk)
                }
            } catch {
                monitor.withState { $0.refused(index, error, now: Machine.ticks) }
            }
        }
    }

    private func begin(_ group: Int, _ files: [Int]) throws(DiskError) {
        let window = try FlushWindow(on: lane.disk, kind: lane.volume.kind)
        let needed = monitor.withState { schedule in files.filter { schedule.lanes[index].needs[$0] == .copy } }
        if !needed.isEmpty { try lane.journal?.append(.intended(needed)) }
        monitor.withState { $0.begun(group, index, window: window, now: Machine.ticks) }
    }

    private func write(_ work: ChunkToWrite) throws(DiskError) {
        var bytes: Int64 = 0
        var refused = 0
        switch work.chunk {
        case .piece(let place, let offset, let length, let isFirst, _):
            try write(work, place, offset, length, isFirst, &refused)
            bytes += work.skipped.contains(place) ? 0 : Int64(length)
        case .batch(let first, let end):
            var position = 0
            for place in first..<end {
                let number = work.files[place]
                let size = course.tree.entries[number].size
                if !work.skipped.contains(place) {
                    let content = UnsafeRawBufferPointer(
                        work.buffer.part(at: position, count: DiskFile.padded(size)))
                    refused += try write(number, content, size, work.extendedAttributes[place] ?? [])
                    bytes += size
                }
                position += DiskFile.padded(size)
            }
        }
        monitor.withState {
            $0.written(work.slot, index, bytes: bytes, refusedAttributes: refused, now: Machine.ticks)
        }
    }

    /// Writes one whole small file; answers how many attributes could not be kept.
    private func write(
        _ number: Int, _ padded: UnsafeRawBufferPointer, _ size: Int64, _ attributes: [ExtendedAttribute]
    ) throws(DiskError) -> Int {
        let file = try create(number, direct: size >= course.limits.directFrom.bytes)
        defer { lane.disk.close(file) }
        if size > 0 {
            let content = file.isDirect ? padded : UnsafeRawBufferPointer(rebasing: padded[..<Int(size)])
            try lane.disk.write(file, content, at: 0)
        }
        return try finish(file, number, attributes, cutTo: file.isDirect && size % grain != 0 ? size : nil)
    }

    /// Writes a piece of a large file; the first creates it, the last to be written finishes it.
    private func write(
        _ work: ChunkToWrite, _ place: Int, _ offset: Int64, _ length: Int, _ isFirst: Bool, _ refused: inout Int
    ) throws(DiskError) {
        let number = work.files[place]
        let size = course.tree.entries[number].size
        let isGiven = !work.skipped.contains(place)
        var file = work.open?.file
        if isFirst {
            if isGiven {
                let created = try create(number, direct: true)
                try lane.disk.allocate(created, size: ByteCount(size).rounded(upTo: grain))
                file = created
            }
            monitor.withState { $0.staged(place, of: work.group, index, as: file) }
        }
        if isGiven, let file {
            let count = file.isDirect ? DiskFile.padded(Int64(length)) : length
            try lane.disk.write(file, UnsafeRawBufferPointer(work.buffer.part(at: 0, count: count)), at: offset)
            if !file.isDirect { lane.disk.writeBehind(file, from: offset, count: count) }
        }
        guard let last = monitor.withState({ $0.pieceWritten(place, of: work.group, index) }), let done = last.file
        else { return }
        defer { lane.disk.close(done) }
        refused += try finish(done, number, work.extendedAttributes[place] ?? [], cutTo: size)
    }

    private var grain: Int64 { Int64(DiskFile.directGrain) }

    private func create(_ number: Int, direct: Bool) throws(DiskError) -> DiskFile {
        let permissions = course.tree.entries[number].permissions & 0o777
        return try lane.disk.create(lane.place.staged(number), permissions: permissions, direct: direct)
    }

    /// Size, attributes and, last, because all of these change it, the modification time.
    private func finish(
        _ file: DiskFile, _ number: Int, _ attributes: [ExtendedAttribute], cutTo size: Int64?
    ) throws(DiskError) -> Int {
        if let size { try lane.disk.resize(file, to: ByteCount(size)) }
        let refused = attributes.isEmpty ? [] : try lane.disk.setExtendedAttributes(file, attributes)
        try lane.disk.setModified(file, to: course.tree.entries[number].modified)
        return refused.count
    }
}
