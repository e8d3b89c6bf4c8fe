internal import MediaTime

/// The header of a DPX file.
///
/// Source: SMPTE ST 268-1, tables 1 to 5: the generic header, then the film's from 1664, then the television's from 1920.
/// A field that nobody filled in is all ones.
struct DPXHeader {
    /// Bytes of all of its fixed parts.
    static let count = 2048
    private static let undefined = UInt32.max
    /// Offsets of its fields.
    private static let nameRange = 36..<136
    private static let (sizeAt, filmRateAt, timecodeAt, televisionRateAt) = (16, 1724, 1920, 1940)

    private let bytes: [UInt8]
    private let isBigEndian: Bool

    init(_ bytes: [UInt8], isBigEndian: Bool) {
        (self.bytes, self.isBigEndian) = (bytes, isBigEndian)
    }

    /// The name of the file as whoever wrote it called it: 100 characters of the generic header.
    var fileName: String? {
        guard bytes.count >= DPXHeader.nameRange.upperBound, bytes[DPXHeader.nameRange.lowerBound] != 0xFF else {
            return nil
        }
        return String(field: bytes[DPXHeader.nameRange])
    }

    /// Frames a second, as television's header has them, else film's.
    var rate: (value: FrameRate, key: String)? {
        if let rate = rate(at: DPXHeader.televisionRateAt) { return (rate, "television header, frame rate") }
        return rate(at: DPXHeader.filmRateAt).map { ($0, "film header, frame rate") }
    }

    /// When the frame was shot; nil where the header does not say how fast, and at rates that may drop numbers: it has
    /// no flag that would tell.
    var start: Timecode? {
        guard let word = field(at: DPXHeader.timecodeAt), let rate = rate?.value,
            TimecodeBase(rate, dropFrame: true) == nil
        else { return nil }
        return WrittenTimecodeFields(word, tens: (0xF, 0xF, 0xF, 0xF))?.timecode(TimecodeBase(rate))
    }

    /// Whether a file of so many bytes is as long as its header says.
    func completeness(of size: Int64) -> Completeness {
        guard bytes.count == DPXHeader.count else {
            return .cutShort("it ends after \(bytes.count) bytes, in its head")
        }
        guard let said = field(at: DPXHeader.sizeAt), said > 0 else {
            return .unknown("its header does not say how long it is")
        }
        return size < Int64(said) ? .cutShort("it has \(size) bytes, and its header says \(said)") : .complete
    }

    private func rate(at offset: Int) -> FrameRate? {
        field(at: offset).flatMap { word in
            let value = Float(bitPattern: word)
            // A float of 23.976 is 23.97599983...: three places are what was meant.
            return value.isFinite ? FrameRate(nearest: (Double(value) * 1000).rounded() / 1000) : nil
        }
    }

    private func field(at offset: Int) -> UInt32? {
        guard let word = bytes.littleEndian(UInt32.self, at: offset) else { return nil }
        let value = isBigEndian ? word.byteSwapped : word
        return value == DPXHeader.undefined ? nil : value
    }
}
