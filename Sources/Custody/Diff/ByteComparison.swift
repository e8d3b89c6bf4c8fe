internal import FileTree

/// Finds where two files differ, byte by byte.
struct ByteComparison {
    private let first: (disk: any ReadableDisk, path: RelativePath)
    private let second: (disk: any ReadableDisk, path: RelativePath)

    /// What a report counts in: a MiB.
    private static let piece = 1 << 20

    init(_ one: any ReadableDisk, _ path: RelativePath, _ other: any ReadableDisk, _ twin: RelativePath) {
        first = (one, path)
        second = (other, twin)
    }

    /// The first byte that differs, and how many pieces of a MiB hold one; nil when they are equal, cannot be read, or
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
        while true {
            guard !shouldStop(), let count = fill(left, first.disk, one, at: offset),
                let otherCount = fill(right, second.disk, other, at: offset)
            else { return nil }
            if let place = ByteComparison.difference(left.bytes[..<count], right.bytes[..<otherCount]) {
                pieces += 1
                firstAt = firstAt ?? offset + Int64(place)
            }
            offset += Int64(ByteComparison.piece)
            if max(count, otherCount) < ByteComparison.piece { break }
        }
        return firstAt.map { .bytes(firstAt: $0, pieces: pieces) }
    }

    /// Where two stretches begin to differ; nil when they are equal.
    private static func difference(
        _ one: Slice<UnsafeMutableRawBufferPointer>, _ other: Slice<UnsafeMutableRawBufferPointer>
    ) -> Int? {
        let (one, other) = (UnsafeRawBufferPointer(rebasing: one), UnsafeRawBufferPointer(rebasing: other))
        let both = min(one.count, other.count)
        var place = 0
        // Eight at a time, as most of it is equal.
        while place + 8 <= both,
            one.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        {
            place += 8
        }
        while place < both, one[place] == other[place] { place += 1 }
        return place == both && one.count == other.count ? nil : place
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
