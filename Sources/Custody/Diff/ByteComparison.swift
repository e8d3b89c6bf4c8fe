internal import FileTree

/// Finds where two files differ, byte by byte.
struct ByteComparison {
    private let first: (disk: any ReadableDisk, path: RelativePath)
    private let second: (disk: any ReadableDisk, path: RelativePath)

    /// What a report counts in.
    private static let piece = 1 << 20

    init(_ one: any ReadableDisk, _ path: RelativePath, _ other: any ReadableDisk, _ twin: RelativePath) {
        first = (one, path)
        second = (other, twin)
    }

    /// The first byte that differs, and how many pieces of a MiB differ; nil when they are equal, cannot be read, or
    /// the person wants no more.
    func run(shouldStop: () -> Bool) -> DiffFinding.Difference? {
        guard let one = try? first.disk.openForReading(first.path, direct: false) else { return nil }
        defer { first.disk.close(one) }
        guard let other = try? second.disk.openForReading(second.path, direct: false) else { return nil }
        defer { second.disk.close(other) }
        let left = AlignedBuffer(size: ByteComparison.piece)
        let right = AlignedBuffer(size: ByteComparison.piece)
        var firstAt: Int64?
        var pieces = 0
        var offset: Int64 = 0
        while !shouldStop() {
            guard let count = fill(left, first.disk, one, at: offset),
                let otherCount = fill(right, second.disk, other, at: offset)
            else { return nil }
            let both = zip(left.bytes[..<count], right.bytes[..<otherCount])
            let isSame = count == otherCount && both.allSatisfy { $0 == $1 }
            if !isSame {
                pieces += 1
                if firstAt == nil {
                    firstAt = offset + Int64(both.enumerated().first { $1.0 != $1.1 }?.offset ?? min(count, otherCount))
                }
            }
            offset += Int64(ByteComparison.piece)
            if max(count, otherCount) < ByteComparison.piece { break }
        }
        return firstAt.map { .bytes(firstAt: $0, pieces: pieces) }
    }

    private func fill(_ buffer: AlignedBuffer, _ disk: any ReadableDisk, _ file: DiskFile, at offset: Int64) -> Int? {
        var done = 0
        while done < ByteComparison.piece {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[done...])
            guard let count = try? disk.read(file, into: rest, at: offset + Int64(done)) else { return nil }
            guard count > 0 else { break }
            done += count
        }
        return done
    }
}
