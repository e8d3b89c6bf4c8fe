/// What AAC says of itself in the description of its stream.
///
/// Source: ISO/IEC 14496-1, 7.2.6 for the descriptors; ISO/IEC 14496-3, 1.6.2.1 for the configuration.
struct AudioSpecificConfiguration: Hashable {
    /// Channels; nil where another part of the stream lists them one by one.
    let channels: Int?

    /// Steps through the descriptors of `esds` to the configuration.
    init?(elementaryStream bytes: BigEndianBytes) {
        guard let stream = AudioSpecificConfiguration.descriptor(3, in: bytes), let flags = stream.slice(2, 1)?.first,
            // Recorders set none of these flags, and each would move what follows.
            flags & 0xE0 == 0, let decoder = AudioSpecificConfiguration.descriptor(4, in: stream.rest(3)),
            let own = AudioSpecificConfiguration.descriptor(5, in: decoder.rest(13)),
            let bits = own.number(UInt16.self, at: 0), bits >> 11 != 31, bits >> 7 & 0xF != 15
        else { return nil }
        let code = Int(bits >> 3 & 0xF)
        channels = (1...6).contains(code) ? code : code == 7 ? 8 : nil
    }

    /// What a descriptor holds, if the bytes begin with it.
    ///
    /// Its length comes in groups of seven bits, at most four.
    private static func descriptor(_ tag: UInt8, in bytes: BigEndianBytes) -> BigEndianBytes? {
        guard bytes.bytes.first == tag else { return nil }
        var length = 0
        for (index, byte) in bytes.rest(1).bytes.prefix(4).enumerated() {
            length = length << 7 | Int(byte & 0x7F)
            if byte < 0x80 { return bytes.slice(2 + index, length).map(BigEndianBytes.init) }
        }
        return nil
    }
}
