public import Checksums
public import FileTree

/// Reads the files of a tree where they lie, past the cache where it can be passed, and takes their checksums.
///
/// All checksums of a file come from one reading.
public struct InPlaceHashing {
    /// What came of one file.
    public typealias Finding = (number: Int, result: Result<HashedInPlace, HashingFailure>)

    private let disk: any ReadableDisk
    private let tree: TreeSnapshot
    private let base: RelativePath
    private let wanted: [AlgorithmSet]
    private let trustsLoop: Bool

    /// - Parameters:
    ///   - disk: where the files lie.
    ///   - tree: the snapshot whose files are meant.
    ///   - base: where the snapshot's root lies on the disk.
    ///   - wanted: by entry number, the checksums to take; files with none are not read.
    ///   - trustsLoop: whether a loop device counts as a device (tests only; recorded when used).
    public init(
        disk: any ReadableDisk, tree: TreeSnapshot, at base: RelativePath = .root, wanted: [AlgorithmSet],
        trustsLoop: Bool = false
    ) {
        precondition(wanted.count == tree.entries.count, "one wish a tree entry")
        self.disk = disk
        self.tree = tree
        self.base = base
        self.wanted = wanted
        self.trustsLoop = trustsLoop
    }

    /// Reads all files that are wanted.
    ///
    /// - Parameters:
    ///   - take: is given what came of each file, in any order, on the calling thread.
    ///   - progress: is told now and then, on the calling thread, how many bytes have been read.
    ///   - shouldStop: is asked often; when it answers true no further request is made.
    /// - Returns: false when it was stopped before all was read.
    public func run(
        take: (Finding) -> Void, progress: (ByteCount) -> Void = { _ in }, shouldStop: () -> Bool = { false }
    ) -> Bool {
        var done = ByteCount.zero
        let showsDevice = (try? disk.volume())?.showsDevice(trustingLoop: trustsLoop) ?? false
        let buffer = AlignedBuffer(size: 1 << 20)
        for number in tree.entries.indices where tree.entries[number].kind == .file && !wanted[number].isEmpty {
            if shouldStop() { return false }
            let running = wanted[number].algorithms.map(RunningChecksum.init)
            var finding: Result<HashedInPlace, HashingFailure> = .failure(.changedWhileRead)
            let deviceBytes = ReadBack.deviceBytes { finding = content(of: number, running, buffer) }
            if case .success(let file) = finding {
                done += file.size
                finding = .success(
                    HashedInPlace(
                        number: number, size: file.size, checksums: file.checksums,
                        isFromDevice: showsDevice && deviceBytes >= file.size.bytes, hashedAt: Machine.now))
            }
            take((number, finding))
            progress(done)
        }
        return true
    }

    private func content(
        of number: Int, _ running: [RunningChecksum], _ buffer: AlignedBuffer
    ) -> Result<HashedInPlace, HashingFailure> {
        do throws(DiskError) {
            let file = try disk.openForReading(base.appending(tree.path(of: number)), direct: true)
            defer { disk.close(file) }
            if !file.isDirect { disk.dropCache(of: file) }
            let before = try disk.attributes(of: file)
            var offset: Int64 = 0
            while offset < before.size.bytes {
                let count = try disk.read(file, into: buffer.bytes, at: offset)
                guard count > 0 else { break }
                for checksum in running { checksum.update(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count])) }
                offset += Int64(count)
            }
            let after = try disk.attributes(of: file)
            guard after.isUnchanged(since: before), offset == before.size.bytes else {
                return .failure(.changedWhileRead)
            }
            return .success(
                HashedInPlace(
                    number: number, size: ByteCount(offset), checksums: running.map { $0.finish() },
                    isFromDevice: false, hashedAt: Machine.now))
        } catch {
            return .failure(.disk(error))
        }
    }
}
