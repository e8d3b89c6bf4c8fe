internal import MediaTime

/// The attributes of an OpenEXR file that tell of time.
///
/// Source: "OpenEXR File Layout" and "Standard Attributes" of openexr.com: a magic number and a version, then name, type,
/// size and value of each attribute; an empty name ends them. Numbers are little-endian.
struct EXRHeader {
    /// Frames a second: `framesPerSecond`, a rational.
    private(set) var rate: FrameRate?
    /// The name that the file had when it was written: a text `filename`, which some writers add; the format has no
    /// field of its own for it.
    private(set) var fileName: String?
    /// `timeCode`, two words; the first is a timecode of SMPTE ST 12-1 with its flags.
    private var word: UInt32?

    /// Attributes so many are no header of a camera's or a renderer's.
    private static let mostAttributes = 4096
    /// The highest number of frames that the two bits of their tens can count to.
    private static let mostCounted = 30
    /// The drop-frame flag.
    private static let dropFlag: UInt32 = 1 << 6

    init(_ bytes: [UInt8]) {
        var place = 8
        for _ in 0..<EXRHeader.mostAttributes {
            guard let name = EXRHeader.text(in: bytes, from: &place), !name.isEmpty,
                let type = EXRHeader.text(in: bytes, from: &place),
                let size = bytes.littleEndian(UInt32.self, at: place), Int(size) <= bytes.count - place - 4
            else { return }
            take(name, type, bytes, at: place + 4, Int(size))
            place += 4 + Int(size)
        }
    }

    private mutating func take(_ name: String, _ type: String, _ bytes: [UInt8], at place: Int, _ size: Int) {
        if type == "string", name.lowercased() == "filename", fileName == nil {
            fileName = String(field: bytes[place..<place + size])
        }
        guard size == 8, let first = bytes.littleEndian(UInt32.self, at: place),
            let second = bytes.littleEndian(UInt32.self, at: place + 4)
        else { return }
        switch (name, type) {
        case ("framesPerSecond", "rational") where second > 0:
            // A rational's denominator is unsigned; its numerator is not.
            rate = FrameRate(Int(Int32(bitPattern: first)), over: Int(second))
        case ("timeCode", "timecode"): word = first
        default: return
        }
    }

    /// When the frame was shot; nil where the header does not say how fast.
    var start: Timecode? {
        guard let word, let rate, rate.nominal <= EXRHeader.mostCounted,
            let base = TimecodeBase(rate, dropFrame: word & EXRHeader.dropFlag != 0)
        else { return nil }
        return WrittenTimecodeFields(word, tens: (0x3, 0x7, 0x7, 0x3))?.timecode(base)
    }

    private static func text(in bytes: [UInt8], from place: inout Int) -> String? {
        guard place < bytes.count, let end = bytes[place...].firstIndex(of: 0) else { return nil }
        defer { place = end + 1 }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }
}
