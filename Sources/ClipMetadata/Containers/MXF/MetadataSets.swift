/// The sets of header metadata of an MXF file, by their identifiers.
///
/// Source: SMPTE ST 377-1, 9 and annex A: the tags below 0x8000 are the same in every file.
struct MetadataSets {
    struct MetadataSet {
        let kind: UInt8
        private var items: [UInt16: BigEndianBytes] = [:]

        /// Reads tags of two bytes and lengths of two bytes, up to what makes no sense.
        init(kind: UInt8, _ value: BigEndianBytes) {
            self.kind = kind
            var offset = 0
            while let tag = value.number(UInt16.self, at: offset), let length = value.short(offset + 2),
                let item = value.slice(offset + 4, length)
            {
                items[tag] = BigEndianBytes(item)
                offset += 4 + length
            }
        }

        subscript(tag: UInt16) -> BigEndianBytes? { items[tag] }

        /// The identifiers of the sets that an item lists.
        func references(_ tag: UInt16) -> [BigEndianBytes] {
            guard let item = items[tag], let count = item.long(0), item.long(4) == 16 else { return [] }
            return (0..<min(count, item.count / 16)).compactMap { item.slice(8 + $0 * 16, 16).map(BigEndianBytes.init) }
        }

        /// A number of 64 bits that may be below zero.
        func long(_ tag: UInt16) -> Int? { items[tag]?.number(Int64.self, at: 0).map(Int.init) }

        /// Text in UTF-16, up to the first NUL.
        func text(_ tag: UInt16) -> String? {
            guard let item = items[tag] else { return nil }
            let units = (0..<item.count / 2).lazy.compactMap { item.number(UInt16.self, at: $0 * 2) }.prefix { $0 != 0 }
            return String(field: String(decoding: Array(units), as: UTF16.self).utf8)
        }
    }

    private var sets: [ArraySlice<UInt8>: MetadataSet] = [:]
    private var order: [MetadataSet] = []

    /// Sets in one file; cameras write 50, edited files some thousands.
    private static let mostSets = 65_536
    /// Bytes of one set: tags and lengths of two bytes make sets small.
    private static let longestSet = 1 << 20
    /// Bytes of all sets together.
    private static let longest: Int64 = 64 << 20

    init() {}

    /// Reads the metadata that follows a partition pack.
    init<Bytes>(after pack: PartitionPack, _ reader: KLVReader<Bytes>) throws(MetadataError) {
        let size = min(Int64(clamping: pack.metadataSize), MetadataSets.longest)
        var (position, end) = (pack.end, Int64?.none)
        while order.count < MetadataSets.mostSets, position < end ?? .max,
            case .success(let packet) = try reader.packet(at: position)
        {
            // The metadata's length counts from behind the filler that follows the pack.
            if end == nil, packet.key != .fill { end = position.addingReportingOverflow(size).partialValue }
            position = packet.end
            guard let kind = packet.key.setKind, packet.end - packet.value <= MetadataSets.longestSet else { continue }
            add(MetadataSet(kind: kind, try reader.value(of: packet, upTo: MetadataSets.longestSet)))
        }
    }

    private mutating func add(_ set: MetadataSet) {
        order.append(set)
        if let identifier = set[0x3C0A] { sets[identifier.bytes] = set }
    }

    /// Those of a kind, in the order they stand.
    func all(_ kind: UInt8) -> [MetadataSet] { order.filter { $0.kind == kind } }

    /// The set that an item refers to.
    func referred(_ tag: UInt16, by set: MetadataSet) -> MetadataSet? { set[tag].flatMap { sets[$0.bytes] } }

    /// The sets that an item lists.
    func listed(_ tag: UInt16, by set: MetadataSet) -> [MetadataSet] {
        set.references(tag).compactMap { sets[$0.bytes] }
    }
}
