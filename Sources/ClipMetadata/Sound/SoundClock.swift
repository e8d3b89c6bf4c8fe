internal import MediaTime

/// How recorders write rates, and the timecode that a count of samples stands for.
enum SoundClock {
    /// A rate as recorders write it: `24000/1001`, `23976/1000`, `023.976`.
    static func rate(_ text: String) -> FrameRate? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0.trimmed) ?? -1 }
        guard let above = parts.first, let below = parts.count == 1 ? 1 : parts.dropFirst().first, parts.count < 3,
            above > 0, below > 0, above / below < Double(FrameRate.fastest)
        else { return nil }
        let value = above / below
        let whole = value.rounded(.up)
        if whole - value < whole * 0.002, value != whole { return FrameRate(Int(whole) * 1000, over: 1001) }
        return FrameRate(Int((value * 1000).rounded()), over: 1000)
    }

    /// Whether a flag says that numbers are dropped: `DF`, `NDF`, `ND`.
    static func dropFrame(_ flag: String) -> Bool? {
        switch flag.uppercased() {
        case "DF", "D": true
        case "NDF", "ND": false
        default: nil
        }
    }

    /// A rate with its flag behind it: `023.976-ND`, `029.97DF`; nil where one of both is not understood.
    static func base(_ text: String) -> TimecodeBase? {
        let number = text.prefix { $0.isNumber || $0 == "." || $0 == "/" }
        let flag = text.dropFirst(number.count).filter(\.isLetter)
        guard let rate = rate(String(number)) else { return nil }
        return flag.isEmpty ? TimecodeBase(rate) : dropFrame(flag).flatMap { TimecodeBase(rate, dropFrame: $0) }
    }

    /// The timecode nearest to a sample of the day; nil for numbers beyond any day.
    static func timecode(ofSample sample: Int, at sampleRate: Int, base: TimecodeBase) -> Timecode? {
        guard sample >= 0, sampleRate > 0 else { return nil }
        let unit = Int128(sampleRate) * Int128(base.rate.denominator)
        let frame = (Int128(sample) * Int128(base.rate.numerator) * 2 + unit) / (2 * unit)
        return Int(exactly: frame).map { Timecode(frame: $0, base: base) }
    }
}
