/// What the tables of a track say of its samples: how many, how long, and which bytes of the file they are.
///
/// Source: ISO/IEC 14496-12, 8.6 and 8.7.
struct SampleTable: Hashable {
    /// Where media lies: its first byte, and the one after its last.
    struct Extent: Hashable {
        let first: Int64
        let end: Int64
    }

    /// Samples in the track.
    var samples = 0
    /// Ticks of the track's clock that every sample takes but the last; nil where they differ.
    var ticks: Int?
    /// Bytes of the first sample.
    var firstSize = 0
    /// The first and the last piece of media; the end is too small, never too large, where the tables do not tell.
    var ends: [Extent] = []
    /// What is wrong with the tables.
    var fault: String?

    /// Sizes that are added up for the last piece: one holds half a second, a second at most.
    static let mostSizes = 16_384
}

extension SampleTable {
    /// Reads the tables in `stbl`.
    init<Bytes>(in table: AtomRun, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        let sizes = try SampleSizes(in: table, reader)
        samples = sizes.count
        fault = sizes.fault
        ticks = try SampleTable.ticks(in: table, reader, samples: samples)
        guard samples > 0 else { return }
        firstSize = try sizes.sum(0..<1, reader)
        try place(sizes, in: table, reader)
    }

    /// Time to sample: the same for all, or for all but the last.
    private static func ticks<Bytes>(
        in table: AtomRun, _ reader: AtomReader<Bytes>, samples: Int
    ) throws(MetadataError) -> Int? {
        guard let atom = table.first("stts") else { return nil }
        let body = try reader.body(of: atom, upTo: 24)
        guard let entries = body.long(4), let count = body.long(8), let ticks = body.long(12), ticks > 0 else {
            return nil
        }
        let isSteady = entries == 1 && count == samples || entries == 2 && count == samples - 1 && body.long(16) == 1
        return isSteady ? ticks : nil
    }

    /// Finds the first and the last piece of media.
    private mutating func place<Bytes>(
        _ sizes: SampleSizes, in table: AtomRun, _ reader: AtomReader<Bytes>
    ) throws(MetadataError) {
        let isLong = table.first("stco") == nil
        guard let atom = table.first(isLong ? "co64" : "stco"),
            let count = try reader.body(of: atom, upTo: 8).long(4), count > 0
        else {
            fault = "a track has samples, and no list of where they lie"
            return
        }
        let width = isLong ? 8 : 4
        guard atom.bodySize >= 8 + Int64(count) * Int64(width) else {
            fault = "the list of where its media lies is shorter than it says"
            return
        }
        let inLast = min(try samplesInLastChunk(of: count, table, reader), samples)
        let last = try sizes.sum((samples - inLast)..<samples, reader)
        for (index, size) in [(0, firstSize), (count - 1, last)] {
            let entry = try reader.body(of: atom, from: Int64(8 + index * width), upTo: width)
            let offset = isLong ? entry.number(UInt64.self, at: 0) : entry.number(UInt32.self, at: 0).map(UInt64.init)
            let first = Int64(clamping: offset ?? .max)
            let (end, overflow) = first.addingReportingOverflow(Int64(size))
            ends.append(Extent(first: first, end: overflow ? .max : end))
        }
    }

    /// Samples that the last run of chunks has in each.
    private func samplesInLastChunk<Bytes>(
        of chunks: Int, _ table: AtomRun, _ reader: AtomReader<Bytes>
    ) throws(MetadataError) -> Int {
        guard let atom = table.first("stsc"), let runs = try reader.body(of: atom, upTo: 8).long(4), runs > 0 else {
            return 1
        }
        let run = try reader.body(of: atom, from: 8 + Int64(runs - 1) * 12, upTo: 12)
        guard let first = run.long(0), first <= chunks, let count = run.long(4) else { return 1 }
        return count
    }
}

/// How large the samples of a track are.
private struct SampleSizes {
    var count = 0
    /// The size of each, 0 where every one has its own.
    private var uniform = 0
    private var list: Atom?
    var fault: String?

    init<Bytes>(in table: AtomRun, _ reader: AtomReader<Bytes>) throws(MetadataError) {
        guard let atom = table.first("stsz") else {
            // Compact sizes, of 4, 8 or 16 bits: only their number is of use.
            if let compact = table.first("stz2") { count = try reader.body(of: compact, upTo: 12).long(8) ?? 0 }
            return
        }
        let head = try reader.body(of: atom, upTo: 12)
        guard let uniform = head.long(4), let count = head.long(8) else {
            fault = "the list of sizes of a track is cut"
            return
        }
        self.uniform = uniform
        if uniform == 0, atom.bodySize < 12 + 4 * Int64(count) {
            fault = "the list of sizes of a track is shorter than it says"
            return
        }
        self.count = count
        list = uniform == 0 ? atom : nil
    }

    /// Their sum, or less where it is not known.
    ///
    /// A size of one byte is what QuickTime writes for packed sound, whose packets are smaller than that.
    func sum<Bytes>(_ range: Range<Int>, _ reader: AtomReader<Bytes>) throws(MetadataError) -> Int {
        guard let list else {
            // Both are numbers of 32 bits, which a damaged table may fill.
            let (sum, overflow) = uniform.multipliedReportingOverflow(by: range.count)
            return overflow ? .max : uniform > 1 ? sum : 1
        }
        let range = range.prefix(SampleTable.mostSizes)
        let body = try reader.body(of: list, from: 12 + 4 * Int64(range.lowerBound), upTo: 4 * range.count)
        return (0..<range.count).reduce(0) { $0 + (body.long($1 * 4) ?? 0) }
    }
}
