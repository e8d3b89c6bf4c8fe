public import Checksums
public import FileTree

/// What was published: of each file when it was written down, its size and its content.
///
/// Lines come by the raw bytes of their paths, no path twice; a line is never changed or taken out. Columns of plain
/// bytes: a film publishes a million frames.
public struct Ledger: Sendable {
    /// What was written down of one file.
    public struct Line: Hashable, Sendable {
        /// Where it lies below FOLDER.
        public let path: RelativePath
        /// Its size.
        public let size: ByteCount
        /// Its content, by XXH128.
        public let content: Checksum
        /// When it was written down, in whole seconds.
        public let recorded: Instant

        /// Writes a file down; nil for a checksum of another kind.
        public init?(path: RelativePath, size: ByteCount, content: Checksum, recorded: Instant) {
            guard content.algorithm == Ledger.algorithm, size.bytes >= 0 else { return nil }
            (self.path, self.size, self.content) = (path, size, content)
            self.recorded = recorded.rounded(downTo: 1_000_000_000)
        }

        fileprivate init(_ path: RelativePath, _ size: ByteCount, _ content: Checksum, _ recorded: Instant) {
            (self.path, self.size, self.content, self.recorded) = (path, size, content, recorded)
        }
    }

    /// How contents are told apart: it is fast, and no two files ever had the same by accident.
    static let algorithm = ChecksumAlgorithm.xxh128

    private var paths: [UInt8] = []
    /// Where the path of each line ends in `paths`.
    private var ends: [Int] = []
    private var sizes: [Int64] = []
    private var times: [Int64] = []
    private var digests: [UInt8] = []

    /// Nothing published yet.
    public init() {}

    /// How many files are written down.
    public var count: Int { ends.count }

    /// A line by its place, 0 being the first.
    subscript(place: Int) -> Line {
        Line(
            RelativePath(unchecked: Array(path(at: place))), ByteCount(sizes[place]),
            Checksum(Ledger.algorithm, unchecked: Array(digest(at: place))), Instant(nanoseconds: times[place]))
    }

    private func path(at place: Int) -> ArraySlice<UInt8> { paths[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

    private func digest(at place: Int) -> ArraySlice<UInt8> {
        let length = Ledger.algorithm.digestLength
        return digests[place * length..<(place + 1) * length]
    }

    /// Whether a file is written down, whatever it held; looked for by halves.
    func contains(_ path: RelativePath) -> Bool {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self.path(at: middle).lexicographicallyPrecedes(path.bytes) { low = middle + 1 } else { high = middle }
        }
        return low < count && self.path(at: low).elementsEqual(path.bytes)
    }

    /// Adds a line behind the last; false where its path does not come behind that of the last.
    mutating func append(_ line: Line) -> Bool {
        guard count == 0 || path(at: count - 1).lexicographicallyPrecedes(line.path.bytes) else { return false }
        paths += line.path.bytes
        ends.append(paths.count)
        sizes.append(line.size.bytes)
        times.append(line.recorded.nanoseconds)
        digests += line.content.bytes
        return true
    }

    /// The same with lines for files that are not written down yet; those that are stay as they are.
    ///
    /// - Parameter lines: in any order; of two with one path the first counts.
    /// - Returns: also how many were added.
    func adding(_ lines: [Line]) -> (ledger: Ledger, added: Int) {
        let new = lines.sorted { $0.path < $1.path }
        var (merged, added, next) = (Ledger(), 0, 0)
        for place in 0...count {
            while next < new.count, place == count || new[next].path.bytes.lexicographicallyPrecedes(path(at: place)) {
                if merged.append(new[next]) { added += 1 }
                next += 1
            }
            guard place < count else { break }
            _ = merged.append(self[place])
        }
        return (merged, added)
    }
}

extension Ledger: Equatable {}
