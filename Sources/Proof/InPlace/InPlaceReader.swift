internal import Checksums
internal import FileTree

/// Reads small files and hashes them, and pieces of large ones into slots; many of these work on one tree.
struct InPlaceReader: Sendable {
    let monitor: Monitor<HashSchedule>
    let course: HashCourse

    func run() {
        var hashes = FileHashes()
        var room: AlignedBuffer?
        while let work = monitor.next(as: .reader, take: { $0.takeRead() }) {
            switch work {
            case .measure: measure()
            case .batch(let numbers):
                let buffer = room ?? AlignedBuffer(size: Int(course.limits.smallFile.bytes))
                room = buffer
                read(numbers, buffer, &hashes)
            case .open(let number): open(number)
            case .piece(let piece, let slot, let buffer, let file): read(piece, slot, buffer, file)
            case .close(let file):
                course.disk.close(file)
                monitor.withState { $0.closedAfterStop() }
            }
        }
    }

    private func measure() {
        let traits = (try? course.disk.volume()).map {
            HashSchedule.Traits(
                showsDevice: $0.showsDevice(trustingLoop: course.trustsLoop), isRotating: $0.isRotating)
        }
        monitor.withState { $0.measured(traits) }
    }

    // MARK: - Small files

    private func read(_ numbers: [Int], _ buffer: AlignedBuffer, _ hashes: inout FileHashes) {
        var findings: [SmallFinding] = []
        let deviceBytes = ReadBack.deviceBytes {
            var untold: Int64 = 0
            for number in numbers {
                guard let finding = read(number, buffer, &hashes, &untold) else { break }
                findings.append(finding)
            }
            _ = monitor.withState { [untold] in $0.moved(bytes: untold) }
        }
        // What a stop cut short was read in vain: then nothing is shown of the others.
        let shown = findings.count == numbers.count ? deviceBytes : 0
        monitor.withState { $0.read(findings, deviceBytes: shown) }
    }

    /// Reads one file to its end; nil when a stop came before that.
    ///
    /// - Parameter untold: bytes that were read and not told yet. They are told with the next question whether to go
    ///   on: many threads ask, and each question keeps the others waiting.
    private func read(
        _ number: Int, _ buffer: AlignedBuffer, _ hashes: inout FileHashes, _ untold: inout Int64
    ) -> SmallFinding? {
        var offset: Int64 = 0
        let result: Result<FoundInPlace, HashingFailure>
        do throws(DiskError) {
            guard isWanted(&untold) else { return nil }
            let (file, before) = try course.open(number)
            defer { course.disk.close(file) }
            let size = before.size.bytes
            hashes.begin(course.wanted[number])
            // The snapshot may be older than the file: it is read to the end it has now, however large.
            while offset < size {
                guard offset == 0 || isWanted(&untold) else { return nil }
                let request = buffer.part(
                    at: 0, count: DiskFile.padded(min(size - offset, Int64(buffer.bytes.count))))
                let count = try course.disk.read(file, into: request, at: offset)
                guard count > 0 else { break }
                hashes.update(UnsafeRawBufferPointer(rebasing: request[..<count]))
                offset += Int64(count)
                untold += Int64(count)
            }
            let after = try course.disk.attributes(of: file)
            course.forget(file)
            result =
                after.isUnchanged(since: before) && offset == size
                ? .success(FoundInPlace(size: size, checksums: hashes.finish(), hashedAt: Machine.now))
                : .failure(.changedWhileRead)
        } catch {
            result = .failure(.disk(error))
        }
        return SmallFinding(number: number, result: result, bytesRead: offset)
    }

    /// Tells what was read, and asks whether to go on.
    private func isWanted(_ untold: inout Int64) -> Bool {
        let isWanted = monitor.withState { [untold] in $0.moved(bytes: untold) }
        untold = 0
        return isWanted
    }

    // MARK: - Large files

    private func open(_ number: Int) {
        do throws(DiskError) {
            let (file, before) = try course.open(number)
            monitor.withState { $0.opened(number, .success(FileToClose(file: file, before: before))) }
        } catch {
            monitor.withState { [error] in $0.opened(number, .failure(error)) }
        }
    }

    private func read(_ piece: Piece, _ slot: Int, _ buffer: AlignedBuffer, _ file: DiskFile) {
        var failure: HashingFailure?
        let deviceBytes = ReadBack.deviceBytes {
            do throws(DiskError) {
                // A file that grew meanwhile is found by the last look.
                if try fill(buffer, with: piece, of: file) < piece.length { failure = .changedWhileRead }
            } catch {
                failure = .disk(error)
            }
        }
        let last = monitor.withState { [failure] in
            $0.read(piece, slot: slot, deviceBytes: deviceBytes, failure: failure)
        }
        if let last { close(last, piece.number) }
    }

    /// Reads until the piece is whole, the file ends or the run is stopped; answers how many bytes came.
    private func fill(
        _ buffer: AlignedBuffer, with piece: Piece, of file: DiskFile
    ) throws(DiskError) -> Int {
        let length = DiskFile.padded(Int64(piece.length))
        var done = 0
        while done < piece.length {
            let count = try course.disk.read(
                file, into: buffer.part(at: done, count: length - done), at: piece.offset + Int64(done))
            done += count
            // A direct read that ends within a grain has met the end of the file.
            if count == 0 || file.isDirect && done % DiskFile.directGrain != 0 { break }
            if done < piece.length, monitor.withState(\.isStopping) { break }
        }
        return done
    }

    private func close(_ last: FileToClose, _ number: Int) {
        var failure: HashingFailure?
        do throws(DiskError) {
            let after = try course.disk.attributes(of: last.file)
            if !after.isUnchanged(since: last.before) { failure = .changedWhileRead }
        } catch {
            failure = .disk(error)
        }
        course.forget(last.file)
        course.disk.close(last.file)
        monitor.withState { [failure] in $0.closed(number, failure: failure, at: Machine.now) }
    }
}
