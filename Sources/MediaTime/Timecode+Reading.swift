extension Timecode {
    /// Reads `10:00:00:00`, with `:`, `;`, `.` or `,` before the frames; how it counts is `base` alone.
    ///
    /// Two digits each; three for frames above 99 a second, behind `:` or `;` only, since `10:00:00.000` has
    /// milliseconds. Nil for anything else, and for numbers that do not exist or were dropped.
    public init?(_ text: String, base: TimecodeBase) {
        guard let written = WrittenTimecode(text) else { return nil }
        self.init(written, base: base)
    }

    /// Reads a timecode whose separator says how it counts: `;`, `.` and `,` before the frames mean drop-frame where
    /// numbers can be dropped at this rate.
    public init?(_ text: String, rate: FrameRate) {
        guard let written = WrittenTimecode(text) else { return nil }
        let dropping = written.separator == UInt8(ascii: ":") ? nil : TimecodeBase(rate, dropFrame: true)
        self.init(written, base: dropping ?? TimecodeBase(rate))
    }

    private init?(_ written: WrittenTimecode, base: TimecodeBase) {
        guard !written.hasThreeDigits || base.rate.nominal > 99 else { return nil }
        self.init(
            hours: written.numbers[0], minutes: written.numbers[1], seconds: written.numbers[2],
            frames: written.numbers[3], base: base)
    }
}

/// The parts of a timecode as it is written.
private struct WrittenTimecode {
    /// Hours, minutes, seconds, frames.
    let numbers: [Int]
    /// What stands before the frames.
    let separator: UInt8
    /// Whether there are three digits of frames.
    let hasThreeDigits: Bool

    init?(_ text: String) {
        let bytes = Array(text.utf8.trimmed)
        guard bytes.count == 11 || bytes.count == 12 else { return nil }
        separator = bytes[8]
        hasThreeDigits = bytes.count == 12
        guard (hasThreeDigits ? ":;" : ":;.,").utf8.contains(separator) else { return nil }
        // Premiere writes drop-frame as 01;02;03;04.
        for place in [2, 5] where bytes[place] != UInt8(ascii: ":") {
            guard bytes[place] == UInt8(ascii: ";"), separator == bytes[place] else { return nil }
        }
        numbers = [0..<2, 3..<5, 6..<8, 9..<bytes.count].compactMap { Int(digits: bytes[$0]) }
        guard numbers.count == 4 else { return nil }
    }
}
