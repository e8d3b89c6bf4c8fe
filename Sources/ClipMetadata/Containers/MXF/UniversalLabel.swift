/// A label of 16 bytes by which SMPTE names everything; the version of its register, byte 8, is left out.
///
/// Source: SMPTE ST 298, ST 336.
struct UniversalLabel: Hashable {
    /// The designator: `060e2b34`, the category, the register, and 0 for its version.
    let designator: UInt64
    /// What is named.
    let item: UInt64

    init(_ designator: UInt64, _ item: UInt64) {
        self.designator = designator & ~0xFF
        self.item = item
    }

    /// Nil for fewer than 16 bytes, and for what does not begin as all labels do.
    init?(_ bytes: BigEndianBytes, at offset: Int = 0) {
        guard let designator = bytes.number(UInt64.self, at: offset), designator >> 32 == 0x060E_2B34,
            let item = bytes.number(UInt64.self, at: offset + 8)
        else { return nil }
        self.init(designator, item)
    }

    /// The kind of a set of header metadata: `0x36` for a material package; nil for all else.
    var setKind: UInt8? {
        guard designator == 0x060E_2B34_0253_0100, item & ~0xFF00 == 0x0D01_0101_0101_0000 else { return nil }
        return UInt8(truncatingIfNeeded: item >> 8)
    }

    static let randomIndex = UniversalLabel(0x060E_2B34_0205_0100, 0x0D01_0201_0111_0100)
    static let fill = UniversalLabel(0x060E_2B34_0101_0100, 0x0301_0210_0100_0000)
}
