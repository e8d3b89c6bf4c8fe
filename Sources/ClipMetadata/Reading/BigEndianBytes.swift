internal import FileTree

extension RandomBytes {
    /// The bytes at an offset as big-endian numbers; a refusal of the disk names the file as `place`.
    func bigEndian(at offset: Int64, count: Int, of place: String) throws(MetadataError) -> BigEndianBytes {
        BigEndianBytes(
            try MetadataError.reading(place) { () throws(DiskError) in try bytes(at: offset, count: count) })
    }
}

/// A few bytes of a file whose numbers are big-endian; nil where the bytes end before the number does.
struct BigEndianBytes {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    /// The number at an offset, of the width of its type.
    func number<Number: FixedWidthInteger>(_ type: Number.Type, at offset: Int) -> Number? {
        slice(offset, Number.bitWidth / 8).map { $0.reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) } }
    }

    /// The 16 bits at an offset.
    func short(_ offset: Int) -> Int? { number(UInt16.self, at: offset).map(Int.init) }

    /// The 32 bits at an offset.
    func long(_ offset: Int) -> Int? { number(UInt32.self, at: offset).map(Int.init) }

    /// The four characters at an offset.
    func code(_ offset: Int) -> FourCC? { number(UInt32.self, at: offset).map(FourCC.init(rawValue:)) }

    /// The bytes from an offset on, all of them.
    func slice(_ offset: Int, _ length: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
        return bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + length)]
    }

    /// What follows an offset.
    func rest(_ offset: Int) -> BigEndianBytes { BigEndianBytes(bytes.dropFirst(max(0, offset))) }
}
