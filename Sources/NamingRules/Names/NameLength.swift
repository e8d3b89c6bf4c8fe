/// What the length of a name is counted in.
enum LengthUnit: String, Hashable, Sendable, CaseIterable {
    /// Characters of Unicode, an accent of its own counting too.
    case characters
    /// Bytes of UTF-8, as ext4, XFS and APFS count.
    case bytes
    /// Units of UTF-16, as NTFS, exFAT and FAT32 count.
    case utf16
    /// Units of UTF-16 after letters and accents were taken apart, as HFS+ counts.
    case hfs

    /// How long a name or path is.
    func length(of name: ArraySlice<UInt8>) -> Int {
        switch self {
        case .bytes: name.count
        case .characters: name.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        // Four bytes of UTF-8 are two units.
        case .utf16: name.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
        case .hfs: name.isASCII ? name.count : LengthUnit.decomposed(name)
        }
    }

    /// The place of the first byte that is too much.
    func place(after most: Int, in name: ArraySlice<UInt8>) -> Int {
        var length = 0
        for character in NameCharacter.all(of: name) {
            length += self.length(of: name.dropFirst(character.range.lowerBound).prefix(character.range.count))
            if length > most { return character.range.lowerBound }
        }
        return name.count
    }

    /// `120 characters`, `1 byte`.
    func counted(_ length: Int) -> String {
        switch self {
        case .characters: length == 1 ? "1 character" : "\(length) characters"
        case .bytes: length == 1 ? "1 byte" : "\(length) bytes"
        case .utf16: length == 1 ? "1 UTF-16 unit" : "\(length) UTF-16 units"
        case .hfs: "\(length) UTF-16 units with accents taken apart"
        }
    }

    private static func decomposed(_ name: ArraySlice<UInt8>) -> Int {
        NameCharacter.all(of: name).reduce(0) { length, character in
            guard let scalar = character.scalar else { return length + 1 }
            return length + (scalar.value > 0xFFFF ? 2 : 1) + DecomposedLength.growth(of: scalar)
        }
    }
}
