/// A key, a length and a value of an MXF file.
struct KLV: Hashable {
    let key: UniversalLabel
    /// Where its key begins.
    let start: Int64
    /// Where its value begins.
    let value: Int64
    /// Where it says that it ends.
    let end: Int64

    enum Fault: Error, Hashable {
        /// The file ends inside the key or the length.
        case headCut(at: Int64)
        /// What stands here is no key, or no length.
        case noPacket(at: Int64)
        /// It runs over the end of the file.
        case runsOver(KLV)
    }
}

/// Reads keys, lengths and values out of a file; no length is believed before it was compared with the file's.
///
/// Source: SMPTE ST 336; lengths in BER, ISO/IEC 8825-1.
struct KLVReader<Bytes: RandomBytes> {
    let bytes: Bytes
    /// The file, as it is named in errors.
    let place: String

    func read(at offset: Int64, count: Int) throws(MetadataError) -> BigEndianBytes {
        try bytes.bigEndian(at: offset, count: count, of: place)
    }

    /// The packet at a place.
    func packet(at start: Int64) throws(MetadataError) -> Result<KLV, KLV.Fault> {
        let head = try read(at: start, count: 25)
        guard head.count > 16 else { return .failure(.headCut(at: start)) }
        guard let key = UniversalLabel(head), let first = head.slice(16, 1)?.first else {
            return .failure(.noPacket(at: start))
        }
        let width = first < 0x80 ? 0 : Int(first & 0x7F)
        guard width <= 8, first != 0x80 else { return .failure(.noPacket(at: start)) }
        guard let digits = head.slice(17, width) else { return .failure(.headCut(at: start)) }
        let length = width == 0 ? UInt64(first) : digits.reduce(0) { $0 << 8 | UInt64($1) }
        let value = start + 17 + Int64(width)
        let (end, overflow) = value.addingReportingOverflow(Int64(clamping: length))
        let packet = KLV(key: key, start: start, value: value, end: overflow ? .max : end)
        return packet.end <= bytes.size ? .success(packet) : .failure(.runsOver(packet))
    }

    /// The value of a packet, as much as is wanted of it.
    func value(of packet: KLV, upTo limit: Int) throws(MetadataError) -> BigEndianBytes {
        try read(at: packet.value, count: Int(min(Int64(limit), packet.end - packet.value)))
    }
}
