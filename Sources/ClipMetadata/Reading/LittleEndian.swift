extension [UInt8] {
    /// The number whose least significant byte lies at an offset; nil where the bytes end before it does.
    func littleEndian<Number: FixedWidthInteger & UnsignedInteger>(_ type: Number.Type, at offset: Int) -> Number? {
        let width = Number.bitWidth / 8
        guard offset >= 0, offset <= count - width else { return nil }
        return (0..<width).reduce(0) { $0 | Number(self[offset + $1]) << Number($1 * 8) }
    }
}
