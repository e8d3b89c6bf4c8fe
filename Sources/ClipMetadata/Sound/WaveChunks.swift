internal import FileTree

/// The chunks of a RIFF, RF64 or BW64 file, followed from head to head to the end of the file.
///
/// Sources: EBU Tech 3285 (BWF), EBU Tech 3306 (RF64), ITU-R BS.2088-1 (BW64).
struct WaveChunks {
    /// One chunk.
    struct Chunk {
        /// Its four letters: `data`.
        let name: String
        /// Where its content starts.
        let start: Int64
        /// How many bytes of its content are there.
        let size: Int64
        /// Whether that is all of it.
        let isWhole: Bool
    }

    /// Those that were found, in their order; the last may be cut.
    private(set) var all: [Chunk] = []
    /// The first thing that is wrong with the structure.
    private(set) var fault: Completeness?

    /// Chunks in a file: recorders write ten, and each costs a request.
    static let most = 1000
    /// Bytes of zeros that may stand behind the end that the head names: a block that was filled up.
    private static let filling: Int64 = 4096

    private let head: WaveHead
    private let fileSize: Int64
    private var wide: WideSizes?

    /// Follows the chunks; the sound itself is not read.
    init(_ head: WaveHead, of bytes: some RandomBytes) throws(DiskError) {
        self.head = head
        fileSize = bytes.size
        var offset = Int64(WaveHead.count)
        while offset < fileSize, fault == nil, let next = try nextHead(at: offset, of: bytes) {
            offset = try take(next, of: bytes)
        }
        if fault == nil { fault = try faultAtEnd(offset, of: bytes) }
    }

    /// The first chunk of a name.
    func first(_ name: String) -> Chunk? { all.first { $0.name == name } }

    private struct ChunkHead {
        let name: String
        let size: UInt32
        /// Where the content starts.
        let start: Int64
    }

    /// The head at an offset; where the zero that makes the odd chunk before it even was forgotten, one byte earlier.
    private func nextHead(at offset: Int64, of bytes: some RandomBytes) throws(DiskError) -> ChunkHead? {
        if let last = all.last, last.size % 2 == 1, try bytes.bytes(at: offset - 1, count: 1) != [0],
            let head = try chunkHead(at: offset - 1, of: bytes), head.size <= fileSize - head.start
        {
            return head
        }
        return try chunkHead(at: offset, of: bytes)
    }

    /// The head at an offset; nil where there are no four letters.
    private func chunkHead(at offset: Int64, of bytes: some RandomBytes) throws(DiskError) -> ChunkHead? {
        let head = try bytes.bytes(at: offset, count: 8)
        guard let size = head.littleEndian(UInt32.self, at: 4), head[0] > 0x20,
            head[..<4].allSatisfy({ (0x20...0x7E).contains($0) })
        else { return nil }
        return ChunkHead(name: String(decoding: head[..<4], as: UTF8.self), size: size, start: offset + 8)
    }

    /// Notes a chunk; answers where the next one starts.
    private mutating func take(_ next: ChunkHead, of bytes: some RandomBytes) throws(DiskError) -> Int64 {
        let there = fileSize - next.start
        guard all.count < WaveChunks.most else {
            fault = .damaged("it has more than \(WaveChunks.most) chunks")
            return fileSize
        }
        guard let size = try size(of: next, of: bytes) else {
            all.append(Chunk(name: next.name, start: next.start, size: there, isWhole: false))
            fault = fault ?? .unclosed("nothing says where its chunk \(next.name) ends; \(there) bytes of it are there")
            return fileSize
        }
        let isWhole = size <= there
        all.append(Chunk(name: next.name, start: next.start, size: min(size, there), isWhole: isWhole))
        guard isWhole else {
            fault = .cutShort("its chunk \(next.name) should have \(size) bytes, and \(there) are there")
            return fileSize
        }
        if next.name == "ds64" {
            wide = WideSizes(
                try bytes.bytes(at: next.start, count: min(Int(clamping: size), WideSizes.longest)))
        }
        return next.start + size + size % 2
    }

    /// The size of a chunk's content; nil where the recorder never filled it in.
    private mutating func size(of next: ChunkHead, of bytes: some RandomBytes) throws(DiskError) -> Int64? {
        if next.size == WaveHead.unfilled {
            if head.isWide, wide == nil { fault = .damaged("its sizes should stand in a chunk ds64, which is missing") }
            return wide?.size(of: next.name)
        }
        guard next.name == "data", next.size == 0, next.start < fileSize else { return Int64(next.size) }
        // Sound is behind it, or the next chunk of a recording that was stopped before it began.
        return try chunkHead(at: next.start, of: bytes) == nil ? nil : 0
    }

    /// Where the file ends by its own head; nil where that was never filled in.
    private var namedEnd: Int64? {
        if head.isWide, head.size == WaveHead.unfilled {
            return wide.flatMap { $0.riff == 0 ? nil : $0.riff + 8 }
        }
        return head.size == 0 || head.size == WaveHead.unfilled ? nil : Int64(head.size) + 8
    }

    /// What is wrong where no chunk follows any more.
    private func faultAtEnd(_ offset: Int64, of bytes: some RandomBytes) throws(DiskError) -> Completeness? {
        guard let end = namedEnd else { return .unclosed("its recorder never wrote down how long it is") }
        let rest = fileSize - offset
        if rest > 0 {
            if end > offset + 1 {
                return rest < 8 && end > fileSize
                    ? .cutShort("it ends in the head of a chunk, \(end - fileSize) bytes too early")
                    : .damaged("no chunk begins at byte \(offset), where one should")
            }
            let tail = try bytes.bytes(at: offset, count: Int(min(rest, WaveChunks.filling)))
            if rest > WaveChunks.filling || tail.contains(where: { $0 != 0 }) {
                return .unclosed("\(rest) bytes stand behind the end that its head names")
            }
        }
        // Some writers forget the last byte that makes a chunk even, some count the eight bytes of the head.
        if end > fileSize + 1, end != fileSize + 8 {
            return .cutShort("its head names \(end) bytes, and \(fileSize) are there")
        }
        for name in ["fmt ", "data"] where first(name) == nil { return .damaged("it has no chunk \(name)") }
        return nil
    }
}
