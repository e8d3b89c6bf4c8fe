/// What a GoPro says of itself in GPMF: keys, lengths and values, nested in devices.
///
/// Source: the GPMF format as GoPro publishes it; a key of four characters, a type, the size of one value, how many,
/// the values filled up to four bytes. A type of 0 nests.
public struct GoProTelemetry: Hashable, Sendable {
    /// The camera: `HERO9 Black`.
    public private(set) var model: String?
    /// Its serial number.
    public private(set) var serial: String?
    /// The version of its firmware: `HD9.01.01.60.00`.
    public private(set) var firmware: String?
    /// The name of the first device that has one; of a camera's telemetry often the camera.
    public private(set) var device: String?

    /// Devices hold streams, streams hold values; nothing nests deeper.
    private static let deepest = 4

    /// Reads what is there, up to what makes no sense.
    public init(_ bytes: [UInt8]) {
        read(BigEndianBytes(bytes), depth: 0)
    }

    private mutating func read(_ bytes: BigEndianBytes, depth: Int) {
        var offset = 0
        while let key = bytes.code(offset), let type = bytes.slice(offset + 4, 1)?.first,
            let size = bytes.slice(offset + 5, 1)?.first, let count = bytes.short(offset + 6),
            let value = bytes.slice(offset + 8, Int(size) * count)
        {
            if type == 0, depth < GoProTelemetry.deepest {
                read(BigEndianBytes(value), depth: depth + 1)
            } else if type == 0x63 {
                note(key, String(field: value))
            }
            offset += 8 + (value.count + 3) / 4 * 4
        }
    }

    private mutating func note(_ key: FourCC, _ text: String?) {
        switch key {
        case "MINF": model = model ?? text
        case "CASN": serial = serial ?? text
        case "FMWR": firmware = firmware ?? text
        case "DVNM": device = device ?? text
        default: break
        }
    }
}
