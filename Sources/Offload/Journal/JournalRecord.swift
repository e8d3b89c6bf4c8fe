public import Checksums
public import FileTree
public import Proof

/// What a journal belongs to; its first record.
public struct JournalHeader: Hashable, Sendable {
    /// Tells the card's volume from others; nil when the system knows nothing that does.
    public var source: String?
    /// XXH128 of the card's whole listing: names, kinds, sizes, modification times.
    public var listing: Checksum
    /// How many entries the card's snapshot has.
    public var entryCount: Int
    /// Tells the destination's volume from others; nil as above.
    public var destination: String?
    /// Where the roll lies below the destination.
    public var roll: RelativePath
    /// The run's algorithms, in order.
    public var algorithms: [ChecksumAlgorithm]
    /// When the first run for this roll began; names its manifest.
    public var startedAt: Instant
    /// The calendar day that `{day}` stood for.
    public var day: String
    /// Whether the run reads the card a second time.
    public var isSourceTwice: Bool
    /// Whether the run takes a loop device for a block device.
    public var trustsLoop: Bool

    /// Makes a header.
    public init(
        source: String?, listing: Checksum, entryCount: Int, destination: String?, roll: RelativePath,
        algorithms: [ChecksumAlgorithm], startedAt: Instant, day: String, isSourceTwice: Bool = false,
        trustsLoop: Bool = false
    ) {
        self.source = source
        self.listing = listing
        self.entryCount = entryCount
        self.destination = destination
        self.roll = roll
        self.algorithms = algorithms
        self.startedAt = startedAt
        self.day = day
        self.isSourceTwice = isSourceTwice
        self.trustsLoop = trustsLoop
    }

    /// Whether both belong to the same card as it stands now.
    ///
    /// The volume's identity counts only where both know it.
    public func isSameCard(source other: String?, listing: Checksum) -> Bool {
        guard self.listing == listing else { return false }
        guard let source, let other else { return true }
        return source == other
    }
}

/// One line of a journal.
public enum JournalRecord: Hashable, Sendable {
    /// The first one.
    case header(JournalHeader)
    /// These files are about to be written.
    case intended([Int])
    /// These files carry their names and were proved.
    case proved([ProvedRecord])
}

extension JournalRecord {
    private enum Kind: UInt8 {
        case header = 1
        case intended = 2
        case proved = 3
    }

    /// The version of the format; a journal of another version is not read.
    private static let version: UInt16 = 1

    func encoded() -> [UInt8] {
        var writer = JournalWriter()
        switch self {
        case .header(let header):
            writer.put(Kind.header.rawValue)
            writer.put(JournalRecord.version)
            writer.put((header.source ?? "").utf8)
            writer.put(header.listing.bytes)
            writer.put(UInt64(header.entryCount))
            writer.put((header.destination ?? "").utf8)
            writer.put(header.roll.bytes)
            writer.put(header.algorithms.map(\.rawValue).joined(separator: ",").utf8)
            writer.put(header.startedAt.nanoseconds)
            writer.put(header.day.utf8)
            writer.put(UInt8(header.isSourceTwice ? 1 : 0))
            writer.put(UInt8(header.trustsLoop ? 1 : 0))
        case .intended(let numbers):
            writer.put(Kind.intended.rawValue)
            for number in numbers { writer.put(UInt32(number)) }
        case .proved(let records):
            writer.put(Kind.proved.rawValue)
            for record in records { record.encode(into: &writer) }
        }
        return writer.bytes
    }

    /// Reads a record back; nil when it is not one.
    init?(_ bytes: ArraySlice<UInt8>, algorithms: [ChecksumAlgorithm]) {
        var reader = JournalReader(bytes)
        switch reader.number(UInt8.self).flatMap(Kind.init(rawValue:)) {
        case .header:
            guard let header = JournalHeader(&reader, version: JournalRecord.version) else { return nil }
            self = .header(header)
        case .intended:
            var numbers: [Int] = []
            while !reader.isAtEnd {
                guard let number = reader.number(UInt32.self) else { return nil }
                numbers.append(Int(number))
            }
            self = .intended(numbers)
        case .proved:
            var records: [ProvedRecord] = []
            while !reader.isAtEnd {
                guard let record = ProvedRecord(&reader, algorithms: algorithms) else { return nil }
                records.append(record)
            }
            self = .proved(records)
        case nil:
            return nil
        }
    }
}

extension JournalHeader {
    init?(_ reader: inout JournalReader, version: UInt16) {
        guard reader.number(UInt16.self) == version, let source = reader.part(),
            let listing = reader.part().flatMap({ Checksum(.xxh128, $0) }), let count = reader.number(UInt64.self),
            let destination = reader.part(), let roll = reader.part().flatMap({ RelativePath($0) }),
            let names = reader.part(), let started = reader.number(Int64.self), let day = reader.part(),
            let sourceTwice = reader.number(UInt8.self), let trustsLoop = reader.number(UInt8.self)
        else { return nil }
        let algorithms = String(decoding: names, as: UTF8.self).split(separator: ",")
            .compactMap { ChecksumAlgorithm(rawValue: String($0)) }
        self.init(
            source: source.isEmpty ? nil : String(decoding: source, as: UTF8.self), listing: listing,
            entryCount: Int(clamping: count),
            destination: destination.isEmpty ? nil : String(decoding: destination, as: UTF8.self), roll: roll,
            algorithms: algorithms, startedAt: Instant(nanoseconds: started), day: String(decoding: day, as: UTF8.self),
            isSourceTwice: sourceTwice == 1, trustsLoop: trustsLoop == 1)
    }
}

extension ProvedRecord {
    fileprivate func encode(into writer: inout JournalWriter) {
        writer.put(UInt32(number))
        writer.put(attributes.size.bytes)
        writer.put(attributes.modified.nanoseconds)
        writer.put(attributes.changed.nanoseconds)
        writer.put(attributes.inode)
        writer.put(evidence.rawValue)
        writer.put(provedAt.nanoseconds)
        for checksum in checksums { writer.put(fixed: checksum.bytes) }
    }

    fileprivate init?(_ reader: inout JournalReader, algorithms: [ChecksumAlgorithm]) {
        guard let number = reader.number(UInt32.self), let size = reader.number(Int64.self),
            let modified = reader.number(Int64.self), let changed = reader.number(Int64.self),
            let inode = reader.number(UInt64.self),
            let evidence = reader.number(UInt8.self).flatMap(Evidence.init(rawValue:)),
            let provedAt = reader.number(Int64.self)
        else { return nil }
        var checksums: [Checksum] = []
        for algorithm in algorithms {
            guard let checksum = reader.fixed(algorithm.digestLength).flatMap({ Checksum(algorithm, $0) })
            else { return nil }
            checksums.append(checksum)
        }
        self.init(
            number: Int(number),
            attributes: FileAttributes(
                kind: .file, size: ByteCount(size), modified: Instant(nanoseconds: modified),
                changed: Instant(nanoseconds: changed), inode: inode, device: 0, permissions: 0),
            checksums: checksums, evidence: evidence, provedAt: Instant(nanoseconds: provedAt))
    }
}
