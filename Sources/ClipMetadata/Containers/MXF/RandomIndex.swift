/// The list of all partitions that may stand at the end of an MXF file.
///
/// Source: SMPTE ST 377-1, 12.
struct RandomIndex: Hashable {
    /// Where each partition lies, from the end of the run-in.
    let partitions: [UInt64]
    /// Where the list begins.
    let start: Int64

    /// Bytes of such a list: a partition each second of a day makes 1 MiB.
    private static let longest: Int64 = 4 << 20

    /// Nil when the file does not end with one.
    init?<Bytes>(atEndOf reader: KLVReader<Bytes>) throws(MetadataError) {
        let size = reader.bytes.size
        guard size > 25, let length = try reader.read(at: size - 4, count: 4).long(0).map(Int64.init),
            length <= min(size, RandomIndex.longest),
            case .success(let packet) = try reader.packet(at: size - length),
            packet.key == .randomIndex, packet.end == size
        else { return nil }
        let value = try reader.value(of: packet, upTo: Int(RandomIndex.longest))
        let count = (value.count - 4) / 12
        guard count > 0, value.count == count * 12 + 4 else { return nil }
        partitions = (0..<count).compactMap { value.number(UInt64.self, at: $0 * 12 + 4) }
        start = packet.start
    }
}
