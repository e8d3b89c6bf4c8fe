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
        description = String(field: bytes[0..<256])
        originator = String(field: bytes[256..<288])
        originatorReference = String(field: bytes[288..<320])
        date = String(field: bytes[320..<330]).flatMap { ShootDate($0) }
        time = String(field: bytes[330..<338]).flatMap { ShootTime(clock: $0[...]) }
        timeReference = Int(exactly: reference)
        self.version = Int(version)
        let umid = version == 0 ? [] : bytes[348..<412]
        self.umid = umid.contains { $0 != 0 } ? umid.map(hexadecimal).joined() : nil
        codingHistory = String(field: bytes[602...])
        slate = SlateLines(description ?? "")
    }
}

private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}
