/// The extension of a file's name, as people mean it: one to ten letters and digits behind the last dot, a letter among
/// them.
///
/// `Mr. Smith` and `v1.2` have none.
struct FileExtension: Sendable {
    /// Where its dot stands in the bytes that were looked at.
    let dot: Int
    /// What stands behind the dot.
    let bytes: ArraySlice<UInt8>

    /// The longest in use are eight or nine long (`.sidecar`, `.fcpxmld`, `.crdownload`): more is a sentence with a dot.
    static let longest = 10

    /// Nil where the name has none.
    init?(_ name: ArraySlice<UInt8>) {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
        let bytes = name[(dot + 1)...]
        guard (1...FileExtension.longest).contains(bytes.count),
            bytes.allSatisfy({ $0.isLetter || $0.isDecimal }), bytes.contains(where: \.isLetter)
        else { return nil }
        (self.dot, self.bytes) = (dot, bytes)
    }

    /// A name without its extension.
    static func stem(of name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        name[..<(FileExtension(name)?.dot ?? name.endIndex)]
    }
}
