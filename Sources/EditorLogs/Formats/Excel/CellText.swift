/// What a cell of a spreadsheet can hold of a text.
///
/// Source: XML 1.0, 2.2, for what a character is; Excel's specifications and limits for the length.
struct CellText {
    /// UTF-16 units in a cell; Excel calls a book with more of them damaged.
    static let mostUnits = 32_767

    /// The text without control characters, its lines ended by LF, cut where it is too long.
    let text: String
    /// Whether its end was cut off.
    let isCut: Bool

    init(_ text: String) {
        guard text.utf8.count > CellText.mostUnits || text.utf8.contains(where: CellText.isSuspect) else {
            (self.text, isCut) = (text, false)
            return
        }
        var kept = String.UnicodeScalarView()
        var (units, isCut, wasReturn) = (0, false, false)
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            guard let scalar = CellText.carried(scalar), !(scalar == "\n" && wasReturn) else { continue }
            units += UTF16.width(scalar)
            isCut = units > CellText.mostUnits
            if isCut { break }
            kept.append(scalar)
        }
        (self.text, self.isCut) = (String(kept), isCut)
    }

    /// Bytes of what may have to go: control characters, and U+FFFE and U+FFFF, which begin with 0xEF.
    private static func isSuspect(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xEF }

    /// A carriage return is a line end; nil for what XML or people cannot see.
    private static func carried(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0D: "\n"
        case 0x09, 0x0A: scalar
        case ..<0x20, 0x7F, 0xFFFE, 0xFFFF: nil
        default: scalar
        }
    }

    /// The text as XLSX has it, where `_x0041_` would be read as A: its first sign is written as such an escape itself.
    ///
    /// Source: ISO/IEC 29500-1, 22.9.2.19.
    var escaped: String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        var escaped: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            escaped += CellText.isEscape(bytes[place...].prefix(7)) ? Array("_x005F_".utf8) : [byte]
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 7 && bytes.starts(with: "_x".utf8) && bytes.last == UInt8(ascii: "_")
            && bytes.dropFirst(2).dropLast().allSatisfy { "0123456789abcdefABCDEF".utf8.contains($0) }
    }
}
