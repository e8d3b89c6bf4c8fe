internal import FileTree

/// Which destinations, by their places on the command line.
struct LaneSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    /// A set has 64 places; nobody has more drives on one cart.
    static let most = 64

    static func lane(_ index: Int) -> LaneSet { LaneSet(rawValue: 1 << UInt64(index)) }
}

/// Files that are written, flushed, read back and named together.
struct CopyGroup: Hashable, Sendable {
    /// Their numbers in the card's snapshot.
    let files: [Int]
    /// The destinations that need any of them.
    let lanes: LaneSet
    /// 0 for the first time these bytes are read.
    let attempt: Int
}

/// A slot's worth of a group: a piece of one large file, or some whole small ones.
enum CopyChunk: Hashable, Sendable {
    /// A part of the file at `index` in its group.
    case piece(index: Int, offset: Int64, length: Int, isFirst: Bool, isLast: Bool)
    /// Whole files, from `first` up to but without `end` in the group.
    case batch(first: Int, end: Int)
}

/// Cuts groups into chunks, in order.
struct ChunkCutter: Sendable {
    private let slotSize: Int
    private let filesPerSlot: Int
    private var index = 0
    private var offset: Int64 = 0
    /// The group that the next chunk belongs to.
    private(set) var group = 0

    init(limits: CopyLimits) {
        slotSize = Int(limits.slotSize.bytes)
        filesPerSlot = limits.filesPerSlot
    }

    /// The next chunk, without taking it; nil when the groups are all cut.
    func peek(_ groups: [CopyGroup], sizes: (Int) -> Int64) -> CopyChunk? {
        guard group < groups.count else { return nil }
        let files = groups[group].files
        let size = sizes(files[index])
        if size > slotSize {
            let length = min(Int64(slotSize), size - offset)
            return .piece(
                index: index, offset: offset, length: Int(length), isFirst: offset == 0,
                isLast: offset + length == size)
        }
        var end = index
        var room = slotSize
        while end < files.count, end - index < filesPerSlot {
            guard sizes(files[end]) <= room, DiskFile.padded(sizes(files[end])) <= room else { break }
            room -= DiskFile.padded(sizes(files[end]))
            end += 1
        }
        return .batch(first: index, end: end)
    }

    /// Takes the chunk that `peek` gave; says whether its group is cut completely.
    mutating func advance(past chunk: CopyChunk, in groups: [CopyGroup]) -> Bool {
        switch chunk {
        case .piece(_, let start, let length, _, let isLast):
            offset = isLast ? 0 : start + Int64(length)
            index += isLast ? 1 : 0
        case .batch(_, let end):
            index = end
        }
        guard index == groups[group].files.count else { return false }
        index = 0
        group += 1
        return true
    }
}
