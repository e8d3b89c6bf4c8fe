internal import Checksums
internal import FileTree
internal import Offload
internal import Proof

/// Why one file was not healed.
enum HealingFailure: Error {
    /// The damaged copy's disk refused.
    case disk(DiskError)
    /// The good copy could not be read now.
    case source(DiskError)
    /// The good copy gave other bytes than before.
    case sourceChanged
    /// What was written was not found again.
    case readBackDiffers
    /// Something else has the file's name.
    case inTheWay(FileAttributes.Kind)
    /// The file in the roll was changed since it was read.
    case changedMeanwhile
    /// The person asked for a stop.
    case stopped
}

/// Puts one good file into the place of a damaged or missing one.
///
/// The replacement is written beside the roll, flushed and read back first; then the damaged file is moved away and
/// the replacement gets its name. At every moment the damaged file lies under its own name or among the damaged
/// ones, and what has the file's name is the damaged file, or nothing, or the proved replacement.
struct FileHealing {
    let disk: any Disk
    let volume: Volume
    let places: RollPlaces
    let good: any ReadableDisk
    let trustsLoop: Bool
    let progress: (Int) -> Void
    let shouldStop: () -> Bool

    /// Read and written at a time.
    private static let piece = ByteCount.mebibytes(1)

    /// Heals one file.
    ///
    /// - Parameters:
    ///   - sick: the file.
    ///   - source: where the good file lies on its disk.
    ///   - number: names the staged file.
    /// - Returns: how the replacement is known to be good, and where the damaged file lies now.
    func heal(
        _ sick: SickFile, from source: RelativePath, number: Int
    ) throws(HealingFailure) -> (evidence: Evidence, damaged: RelativePath?) {
        let staged = places.desk.staged(number)
        let evidence: Evidence
        do throws(HealingFailure) {
            evidence = try stage(sick, from: source, as: staged)
        } catch {
            try? disk.removeIfThere(staged)
            throw error
        }
        let damaged: RelativePath?
        do throws(HealingFailure) {
            damaged = try moveAway(sick)
        } catch {
            try? disk.removeIfThere(staged)
            throw error
        }
        try onDisk { () throws(DiskError) in
            let path = places.roll.appending(sick.path)
            try disk.ensureDurableParents(of: path)
            _ = try disk.rename(staged, to: path)
            try disk.flushFolder(path.parent)
            try disk.flushFolder(staged.parent)
        }
        return (evidence, damaged)
    }

    // MARK: - The replacement

    private func stage(
        _ sick: SickFile, from source: RelativePath, as staged: RelativePath
    ) throws(HealingFailure) -> Evidence {
        let window: FlushWindow
        do throws(DiskError) {
            window = try FlushWindow(on: disk, kind: volume.kind)
        } catch {
            throw .disk(error)
        }
        let written: (size: ByteCount, comparing: Checksum)
        do throws(HealingFailure) {
            written = try copy(sick, from: source, to: staged)
        } catch {
            window.abandon()
            throw error
        }
        try onDisk { () throws(DiskError) in _ = try window.flush([staged]) }
        return try readBack(staged, written)
    }

    /// Copies the good file, and checks that the very bytes that are written pass the history.
    private func copy(
        _ sick: SickFile, from source: RelativePath, to staged: RelativePath
    ) throws(HealingFailure) -> (size: ByteCount, comparing: Checksum) {
        let open = try fromSource { () throws(DiskError) in try good.openForReading(source, direct: true) }
        defer { good.close(open) }
        if !open.isDirect { good.dropCache(of: open) }
        let before = try fromSource { () throws(DiskError) in try good.attributes(of: open) }
        let attributes = try fromSource { () throws(DiskError) in try good.extendedAttributes(of: open) }
        let target = try onDisk { () throws(DiskError) in
            try disk.create(staged, permissions: before.permissions & 0o777, direct: true)
        }
        defer { disk.close(target) }
        let grain = Int64(DiskFile.directGrain)
        try onDisk { () throws(DiskError) in try disk.allocate(target, size: before.size.rounded(upTo: grain)) }
        let checksums = try copyBytes(before.size, from: open, to: target, sick.algorithms)
        let after = try fromSource { () throws(DiskError) in try good.attributes(of: open) }
        guard after.isUnchanged(since: before), sick.isMet(size: before.size, checksums.all) else {
            throw .sourceChanged
        }
        try onDisk { () throws(DiskError) in
            // The last direct write filled its grain, and room may have been made as if it had.
            try disk.resize(target, to: before.size)
            if !attributes.isEmpty { _ = try disk.setExtendedAttributes(target, attributes) }
            try disk.setModified(target, to: sick.time(ofGoodFile: before.modified))
        }
        return (before.size, checksums.comparing)
    }

    private func copyBytes(
        _ size: ByteCount, from source: DiskFile, to target: DiskFile, _ algorithms: AlgorithmSet
    ) throws(HealingFailure) -> (all: [Checksum], comparing: Checksum) {
        let comparing = RunningChecksum(Content.algorithm)
        let others = algorithms.algorithms.filter { $0 != Content.algorithm }.map(RunningChecksum.init)
        let buffer = AlignedBuffer(size: Int(FileHealing.piece.bytes))
        var offset: Int64 = 0
        // No read starts behind the end: off the grain the system refuses a direct one.
        while offset < size.bytes {
            if shouldStop() { throw .stopped }
            let count = try fill(buffer, from: source, at: offset)
            guard count > 0 else { break }
            let bytes = UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count])
            for running in [comparing] + others { running.update(bytes) }
            let padded = target.isDirect ? DiskFile.padded(Int64(count)) : count
            for place in count..<padded { buffer.bytes[place] = 0 }
            let (start, end) = (offset, padded)
            try onDisk { () throws(DiskError) in
                try disk.write(target, UnsafeRawBufferPointer(rebasing: buffer.bytes[..<end]), at: start)
            }
            offset += Int64(count)
            progress(count)
        }
        let sum = comparing.finish()
        return ([sum] + others.map { $0.finish() }, sum)
    }

    /// Reads until the buffer is full or the file ends: a direct write must start where the grain does.
    private func fill(_ buffer: AlignedBuffer, from source: DiskFile, at offset: Int64) throws(HealingFailure) -> Int {
        var done = 0
        while done < buffer.bytes.count {
            let (start, place) = (done, offset + Int64(done))
            let count = try fromSource { () throws(DiskError) in
                try good.read(
                    source, into: UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[start...]), at: place)
            }
            guard count > 0 else { break }
            done += count
            // A direct read ends off the grain only at the end of the file.
            if source.isDirect, done % DiskFile.directGrain != 0 { break }
        }
        return done
    }

    private func readBack(
        _ staged: RelativePath, _ written: (size: ByteCount, comparing: Checksum)
    ) throws(HealingFailure) -> Evidence {
        let reader = ReadBack(on: disk, algorithm: Content.algorithm, requestSize: FileHealing.piece)
        var found: Result<FoundContent, DiskError>?
        let bytes = ReadBack.deviceBytes {
            do throws(DiskError) {
                found = .success(try reader.content(of: staged, progress: progress))
            } catch {
                found = .failure(error)
            }
        }
        switch found {
        case .success(let content)? where content.checksum == written.comparing && content.size == written.size:
            let isProved = volume.showsDevice(trustingLoop: trustsLoop) && bytes >= written.size.bytes
            return isProved ? .proved : .readBack
        case .failure(let error)?: throw .disk(error)
        case .success?, nil: throw .readBackDiffers
        }
    }

    // MARK: - The damaged file

    /// Moves what has the file's name out of the roll; nil when nothing has it.
    private func moveAway(_ sick: SickFile) throws(HealingFailure) -> RelativePath? {
        let path = places.roll.appending(sick.path)
        let there: FileAttributes
        do throws(DiskError) {
            there = try disk.attributes(of: path)
        } catch {
            guard error.reason == .notFound else { throw .disk(error) }
            return nil
        }
        guard there.kind == .file || there.kind == .symbolicLink else { throw .inTheWay(there.kind) }
        guard there.isAsIt(was: sick.entry) else { throw .changedMeanwhile }
        return try onDisk { () throws(DiskError) in
            let target = places.damaged.appending(sick.path)
            try disk.ensureDurableParents(of: target)
            return try moveAway(path, to: target)
        }
    }

    /// Never over another file: the second damaged file of a name gets a number.
    private func moveAway(_ path: RelativePath, to wanted: RelativePath) throws(DiskError) -> RelativePath {
        var target = wanted
        var number = 1
        while true {
            do throws(DiskError) {
                _ = try disk.rename(path, to: target)
                break
            } catch {
                guard error.reason == .exists, let next = wanted.numbered(number + 1) else { throw error }
                number += 1
                target = next
            }
        }
        try disk.flushFolder(target.parent)
        return target
    }

    private func onDisk<Result>(_ body: () throws(DiskError) -> Result) throws(HealingFailure) -> Result {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .disk(error)
        }
    }

    private func fromSource<Result>(_ body: () throws(DiskError) -> Result) throws(HealingFailure) -> Result {
        do throws(DiskError) {
            return try body()
        } catch {
            throw .source(error)
        }
    }
}

extension RelativePath {
    /// The same name with a number behind it.
    fileprivate func numbered(_ number: Int) -> RelativePath? {
        parent.appending(Array(name) + Array(".\(number)".utf8))
    }
}

extension FileAttributes {
    /// Whether this is what was read before; where nothing was there, nothing that is readable may be there now.
    fileprivate func isAsIt(was entry: TreeSnapshot.Entry?) -> Bool {
        guard let entry else { return kind == .symbolicLink }
        return kind == entry.kind && size.bytes == entry.size && inode == entry.inode && modified == entry.modified
            && changed == entry.changed
    }
}
