/// What a Broadcast Wave file says of its recording: the chunk `bext`.
///
/// Source: EBU Tech 3285, 2.3. Nil where a field is empty or holds nothing that makes sense.
public struct BroadcastExtension: Hashable, Sendable {
    /// Free text; recorders keep the slate in it.
    public let description: String?
    /// Who made the file: `Sound Dev: 702T S#GR1112089007`.
    public let originator: String?
    /// The identifier that the maker of the file gave it.
    public let originatorReference: String?
    /// The day of the recording.
    public let date: ShootDate?
    /// When it began, by the device's clock.
    public let time: ShootTime?
    /// Samples since midnight at which it starts.
    public let timeReference: Int?
    /// The version of the chunk: 0, 1 or 2.
    public let version: Int
    /// The SMPTE UMID as hexadecimal digits; version 0 has none.
    public let umid: String?
    /// How the sound was coded before, a line for each step.
    public let codingHistory: String?
    /// The slate, as the lines of ``description`` have it.
    public let slate: SlateLines

    /// Bytes without the coding history.
    static let fixedSize = 602
    /// Bytes that are read: a line of coding history is 40 long, and files pass through a few steps.
    static let longest = 64 << 10

    /// Nil where the bytes end before its fixed part does.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= BroadcastExtension.fixedSize, let reference = bytes.littleEndian(UInt64.self, at: 338),
            let version = bytes.littleEndian(UInt16.self, at: 346)
        else { return nil }
        description = BroadcastExtension.text(bytes[0..<256])
        originator = BroadcastExtension.text(bytes[256..<288])
        originatorReference = BroadcastExtension.text(bytes[288..<320])
        date = BroadcastExtension.text(bytes[320..<330]).flatMap { ShootDate($0) }
        time = BroadcastExtension.text(bytes[330..<338]).flatMap { ShootTime(clock: $0) }
        timeReference = Int(exactly: reference)
        self.version = Int(version)
        let umid = version == 0 ? [] : bytes[348..<412]
        self.umid = umid.contains { $0 != 0 } ? umid.map(hexadecimal).joined() : nil
        codingHistory = BroadcastExtension.text(bytes[602...])
        slate = SlateLines(description ?? "")
    }

    /// Text up to the first NUL, because junk stands behind it; what is not UTF-8 is taken for Latin-1.
    private static func text(_ field: ArraySlice<UInt8>) -> String? {
        let bytes = field.prefix { $0 != 0 }
        let text = (String(validating: bytes, as: UTF8.self) ?? latin1(bytes)).trimmed
        return text.isEmpty ? nil : text
    }
}

/// Text in ISO 8859-1, which every byte is a character of.
func latin1(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
}

private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

extension ShootTime {
    /// Reads `12:40:00`, whatever stands between the numbers.
    init?(clock text: String) {
        let fields = text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let numbers = fields.compactMap { Int(Substring($0)) }
        guard numbers.count == 3, fields.allSatisfy({ $0.count <= 2 }) else { return nil }
        self.init(hour: numbers[0], minute: numbers[1], second: numbers[2])
    }
}
