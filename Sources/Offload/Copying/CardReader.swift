internal import Checksums
internal import FileTree
internal import Proof

/// Reads chunks of the card into slots; several of these work on one card.
struct CardReader: Sendable {
    let monitor: Monitor<CopySchedule>
    let course: CopyCourse

    func run() {
        while let work = monitor.next(as: .reader, take: { $0.takeRead(now: Machine.ticks) }) {
            switch work.chunk {
            case .piece(let index, let offset, let length, let isFirst, _):
                read(work, index, offset, length, isFirst)
            case .batch(let first, let end):
                read(work, first, end)
            }
        }
    }

    /// Reads whole small files, each to its own aligned place in the slot.
    private func read(_ work: ReadWork, _ first: Int, _ end: Int) {
        var place = 0
        var bytes: Int64 = 0
        var failures: [Int: FileFailure.Cause] = [:]
        var attributes: [Int: [ExtendedAttribute]] = [:]
        for index in first..<end {
            let number = work.files[index]
            let size = course.tree.entries[number].size
            let room = DiskFile.padded(size)
            switch read(number, into: work.buffer.part(at: place, count: room)) {
            case .success(let found):
                bytes += size
                if !found.isEmpty { attributes[index] = found }
            case .failure(let failure): failures[index] = failure.cause
            }
            place += room
        }
        monitor.withState { schedule in
            for (index, cause) in failures { schedule.fail(index, of: work.group, because: cause) }
            schedule.filled(work.slot, attributes: attributes, bytes: bytes, now: Machine.ticks)
        }
    }

    /// Reads one whole file; answers its `user.*` attributes.
    private func read(
        _ number: Int, into buffer: UnsafeMutableRawBufferPointer
    ) -> Result<[ExtendedAttribute], FileFailure> {
        do throws(DiskError) {
            let (file, before) = try open(number)
            defer { course.card.close(file) }
            guard isAsPlanned(number, before) else { return .failure(changed(number)) }
            let size = course.tree.entries[number].size
            if size > 0 {
                let count = try course.card.fill(file, buffer, at: 0)
                guard count == size else { return .failure(changed(number)) }
            }
            let attributes = try course.card.extendedAttributes(of: file)
            guard try course.card.attributes(of: file).isUnchanged(since: before) else {
                return .failure(changed(number))
            }
            if !file.isDirect { course.card.dropCache(of: file) }
            return .success(attributes)
        } catch {
            return .failure(FileFailure(number: number, destination: nil, cause: .unreadable(error)))
        }
    }

    /// Reads a piece of a large file.
    private func read(_ work: ReadWork, _ index: Int, _ offset: Int64, _ length: Int, _ isFirst: Bool) {
        let number = work.files[index]
        var cause: FileFailure.Cause?
        var attributes: [Int: [ExtendedAttribute]] = [:]
        if !work.isVoid {
            do throws(DiskError) {
                let file: DiskFile
                if isFirst {
                    let (opened, before) = try open(number)
                    file = opened
                    monitor.withState { $0.opened(index, of: work.group, as: opened, before: before) }
                    if !isAsPlanned(number, before) { cause = .changedWhileRead }
                    let found = try course.card.extendedAttributes(of: file)
                    if !found.isEmpty { attributes[index] = found }
                } else {
                    guard let open = work.open?.file else { throw DiskError(.read, at: path(number), number: 0) }
                    file = open
                }
                let count = try course.card.fill(
                    file, work.buffer.part(at: 0, count: DiskFile.padded(Int64(length))), at: offset)
                if count != length { cause = .changedWhileRead }
            } catch {
                cause = .unreadable(error)
            }
        }
        let bytes = work.isVoid || cause != nil ? 0 : Int64(length)
        if let cause { monitor.withState { $0.fail(index, of: work.group, because: cause) } }
        if let last = monitor.withState({ $0.pieceRead(index, of: work.group) }) { finish(last, index, work) }
        monitor.withState {
            $0.filled(work.slot, attributes: attributes, bytes: bytes, now: Machine.ticks)
        }
    }

    /// Checks a large file once more when its last piece was read, and closes it.
    private func finish(_ piece: CopySchedule.OpenPiece, _ index: Int, _ work: ReadWork) {
        guard let file = piece.file, let before = piece.before else { return }
        let after = try? course.card.attributes(of: file)
        if !file.isDirect { course.card.dropCache(of: file) }
        course.card.close(file)
        if after?.isUnchanged(since: before) != true {
            monitor.withState { $0.fail(index, of: work.group, because: .changedWhileRead) }
        }
    }

    private func open(_ number: Int) throws(DiskError) -> (DiskFile, FileAttributes) {
        let file = try course.card.openForReading(path(number), direct: true)
        do {
            return (file, try course.card.attributes(of: file))
        } catch {
            course.card.close(file)
            throw error
        }
    }

    private func path(_ number: Int) -> RelativePath { course.tree.path(of: number) }

    /// Whether the file is still what the plan saw.
    ///
    /// FAT and exFAT give a file another number each time it comes back into the system's cache (fs/fat/inode.c).
    private func isAsPlanned(_ number: Int, _ now: FileAttributes) -> Bool {
        let entry = course.tree.entries[number]
        return now.size.bytes == entry.size && now.modified == entry.modified && now.changed == entry.changed
            && (now.inode == entry.inode || !course.cardVolume.kind.keepsChangeTimes)
    }

    private func changed(_ number: Int) -> FileFailure {
        FileFailure(number: number, destination: nil, cause: .changedWhileRead)
    }
}

extension ReadableDisk {
    /// Reads until the buffer is full or the file ends; answers how many bytes that was.
    func fill(
        _ file: DiskFile, _ buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(DiskError) -> Int {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let count = try read(file, into: rest, at: offset + Int64(done))
            done += count
            // A direct read that ends within a grain has met the end of the file.
            if count == 0 || file.isDirect && done % DiskFile.directGrain != 0 { break }
        }
        return done
    }
}

extension Monitor where State == CopySchedule {
    /// The next work for a role; nil when there will be none.
    func next<Work>(as role: Role, take: (inout CopySchedule) -> Work?) -> Work? {
        let number = withState { role.number(hashLines: $0.course.hashLines.count) }
        return wait(as: number) { schedule -> Work?? in
            if schedule.isEnd(for: role) { return .some(nil) }
            return take(&schedule).map { .some($0) }
        }
    }
}
