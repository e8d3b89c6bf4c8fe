/// What stands at the head of each part of an MXF file.
///
/// Source: SMPTE ST 377-1, 7.
struct PartitionPack: Hashable {
    enum Kind: UInt8 {
        case header = 2
        case body = 3
        case footer = 4
    }

    let kind: Kind
    /// Whether its metadata is final.
    let isClosed: Bool
    /// Whether every value of its metadata is known.
    let isComplete: Bool
    /// Where it says that it lies, from the end of the run-in.
    let offset: UInt64
    /// Where it says that the footer lies; 0 where it does not know.
    let footer: UInt64
    /// Bytes of header metadata behind it.
    let metadataSize: UInt64
    /// The operational pattern.
    let pattern: UniversalLabel?
    /// Where it ends.
    let end: Int64

    /// Nil for packets of other kinds, and for packs that are too short.
    init?<Bytes>(_ packet: KLV, _ reader: KLVReader<Bytes>) throws(MetadataError) {
        let (item, status) = (packet.key.item, UInt8(truncatingIfNeeded: packet.key.item >> 8))
        guard packet.key.designator == 0x060E_2B34_0205_0100, item >> 24 == 0x0D01_0201_01,
            let kind = Kind(rawValue: UInt8(truncatingIfNeeded: item >> 16)), (1...4).contains(status)
        else { return nil }
        let value = try reader.value(of: packet, upTo: 88)
        guard let offset = value.number(UInt64.self, at: 8), let footer = value.number(UInt64.self, at: 24),
            let size = value.number(UInt64.self, at: 32), value.count >= 80
        else { return nil }
        self.kind = kind
        isClosed = status % 2 == 0
        isComplete = status > 2
        self.offset = offset
        self.footer = footer
        metadataSize = size
        pattern = UniversalLabel(value, at: 64)
        end = packet.end
    }
}
