internal import MediaTime

/// A timecode as Sony's XML writes it: eight digits, `FFSSMMHH`, each pair as it lies in LTC.
///
/// Source: SMPTE ST 12-1, 9.2: the tens of each pair leave room for flags. Checked on real clips: `54830000` with
/// half steps is frame 209 of one that starts at zero.
struct SonyTimecode {
    private let pairs: [UInt8]

    init?(_ text: String?) {
        guard let text = text?.said, text.utf8.count == 8, text.allSatisfy(\.isHexDigit),
            let bits = UInt32(text, radix: 16)
        else { return nil }
        pairs = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }
    }

    /// Bit 10: numbers are dropped; it means nothing at 25 frames a second.
    var isDropFrame: Bool { pairs[0] & 0x40 != 0 }

    /// The frame it names.
    ///
    /// - Parameters:
    ///   - rate: frames a second of the clip.
    ///   - counted: numbers that the timecode counts in a second: 24, 25 or 30. At higher rates one number stands for
    ///     two or more frames, and the field mark says in which half of them it is.
    func timecode(_ rate: FrameRate, counted: Int) -> Timecode? {
        guard [24, 25, 30].contains(counted), rate.nominal % counted == 0,
            let base = TimecodeBase(rate, dropFrame: isDropFrame && counted == 30),
            let frames = SonyTimecode.number(pairs[0] & 0x3F), let seconds = SonyTimecode.number(pairs[1] & 0x7F),
            let minutes = SonyTimecode.number(pairs[2] & 0x7F), let hours = SonyTimecode.number(pairs[3] & 0x3F)
        else { return nil }
        let perNumber = rate.nominal / counted
        // The field mark is bit 59 in systems of 25 frames and bit 27 in the others.
        let isSecondHalf = pairs[counted == 25 ? 3 : 1] & 0x80 != 0
        let half = isSecondHalf ? perNumber / 2 : 0
        return Timecode(
            hours: hours, minutes: minutes, seconds: seconds, frames: frames * perNumber + half, base: base)
    }

    /// Binary coded decimals.
    private static func number(_ pair: UInt8) -> Int? {
        let (tens, ones) = (Int(pair >> 4), Int(pair & 0x0F))
        return ones < 10 ? tens * 10 + ones : nil
    }
}
